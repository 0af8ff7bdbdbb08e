import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  hash32,
  seededRandom,
} from '../../../../../electron/sample-service/catalogue/seeded-random.ts';
import { SAMPLE_USER } from '../../../../../electron/sample-service/collection/sample-user.ts';
import type { SampleService } from '../../../../../electron/sample-service/sample-service.ts';
import type { RequestLimits } from '../../../../../electron/spotify/admission.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { signInToSample } from '../../spotify/harness/sample-session.ts';
import type { AppRunOptions } from './app-run.ts';
import { AppTroubles } from './app-troubles.ts';
import { HOUR_MS, type HostilePlan, type Moment, type Planned } from './hostile-plan.ts';
import { Network } from './network.ts';
import { RecordedLife } from './recorded-life.ts';
import { ServiceTroubles } from './service-troubles.ts';
import { startLargeService } from './start-large-service.ts';
import { untilStill } from './stillness.ts';
import { Traffic } from './traffic.ts';
import { WatchedApp } from './watched-app.ts';

export interface HostileDayOptions {
  readonly seed: number;
  /** How long it is simulated: the plan, and what it takes to come to rest after it. */
  readonly hours: number;
  readonly budget: RequestLimits;
  readonly plan: HostilePlan;
}

/** A day (or more) of one user's app on which everything goes wrong that can. */
export class HostileDay {
  readonly clock: ManualClock;
  readonly service: SampleService;
  readonly app: WatchedApp;
  readonly life: RecordedLife;
  readonly serviceTroubles: ServiceTroubles;
  readonly appTroubles: AppTroubles;
  /** Times at which a request for the Web API came along, whatever became of it. */
  readonly sentMs: number[] = [];
  readonly #options: HostileDayOptions;
  readonly #startMs: number;
  readonly #network: Network;
  readonly #folder = mkdtempSync(join(tmpdir(), 'cratewatch-hostile-'));
  readonly #traffic = new Traffic();
  readonly #atRequest = new Map<number, (() => void)[]>();
  #atNextAnswer: (() => void) | null = null;

  private constructor(
    options: HostileDayOptions,
    clock: ManualClock,
    service: SampleService,
    network: Network,
    session: AppRunOptions['session'],
  ) {
    const { plan, seed, budget } = options;
    this.#options = options;
    this.clock = clock;
    this.#startMs = clock.nowMs();
    this.service = service;
    this.#network = network;
    this.life = new RecordedLife(service, clock, seed);
    this.serviceTroubles = new ServiceTroubles(service, clock, plan.troubles);
    const appOptions = {
      clock,
      random: seededRandom(hash32(seed, 0xa44)),
      databasePath: join(this.#folder, 'library.sqlite'),
      apiUrl: `${network.origin}/v1`,
      clientId: service.clientId,
      accountKey: SAMPLE_USER.accountId,
      session,
      budget,
      isOnline: () => this.appTroubles.isSystemOnline,
    };
    this.app = new WatchedApp(appOptions, () => this.sentMs.length);
    this.appTroubles = new AppTroubles({ clock, network, app: this.app });
  }

  static async begin(options: HostileDayOptions): Promise<HostileDay> {
    const clock = new ManualClock();
    const service = await startLargeService(clock, options.seed);
    const session = await signInToSample(service);
    const random = seededRandom(hash32(options.seed, 0x1a7));
    let day: HostileDay | null = null;
    const network = await Network.open({
      clock,
      target: service.accountsUrl,
      // Mostly short, now and then up to a second and a half.
      latencyMs: () => Math.round(40 + 1_500 * random() ** 3),
      onRequest: () => day?.onRequest(),
      onAnswer: () => day?.onAnswer(),
      onDelivery: (status) => day?.serviceTroubles.onDelivery(status),
    });
    day = new HostileDay(options, clock, service, network, session);
    return day;
  }

  /** Lets all of it happen. */
  async toItsEnd(): Promise<void> {
    const { plan, hours } = this.#options;
    for (const trouble of plan.troubles) {
      this.#planTrouble(trouble);
    }
    for (const moment of plan.life) {
      this.#when(moment, () => this.life.step());
    }
    for (const atMs of plan.connectionTestsAtMs) {
      this.#when({ kind: 'time', atMs }, () => void this.app.testConnection());
    }
    for (const atMs of plan.checksByHandAtMs) {
      this.#when({ kind: 'time', atMs }, () => this.app.checkNow());
    }
    await this.app.start();
    const endMs = this.#startMs + hours * HOUR_MS;
    const { clock } = this;
    const [network, traffic] = [this.#network, this.#traffic];
    for (;;) {
      await untilStill(() => ({ clock, traffic, network, run: this.app.run }));
      const leftMs = endMs - clock.nowMs();
      if (leftMs <= 0) {
        return;
      }
      await clock.advance(Math.min(clock.nextDueInMs ?? leftMs, leftMs));
    }
  }

  async dispose(): Promise<void> {
    await this.app.dispose();
    await this.#network.close();
    await this.service.close();
    this.#traffic.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  onRequest(): void {
    this.sentMs.push(this.clock.nowMs());
    for (const run of this.#atRequest.get(this.sentMs.length) ?? []) {
      run();
    }
    this.serviceTroubles.onRequest(this.sentMs.length);
  }

  onAnswer(): void {
    const run = this.#atNextAnswer;
    this.#atNextAnswer = null;
    run?.();
  }

  #planTrouble(trouble: Planned): void {
    if (trouble.kind === 'loss') {
      this.#when(trouble.from, () => this.appTroubles.lose(trouble));
    } else if (trouble.kind === 'restart') {
      const restart = () => this.appTroubles.restart(trouble);
      this.#when(trouble.from, () => {
        if (trouble.from.kind === 'time') {
          restart();
        } else {
          // Then an answer is on its way that nobody will ever read.
          this.#atNextAnswer = restart;
        }
      });
    }
  }

  #when(moment: Moment, run: () => void): void {
    if (moment.kind === 'time') {
      this.clock.setTimer(this.#startMs + moment.atMs - this.clock.nowMs(), run);
    } else {
      const others = this.#atRequest.get(moment.number) ?? [];
      this.#atRequest.set(moment.number, [...others, run]);
    }
  }
}
