import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  hash32,
  type Random,
  seededRandom,
} from '../../../../../electron/sample-service/catalogue/seeded-random.ts';
import { SAMPLE_USER } from '../../../../../electron/sample-service/collection/sample-user.ts';
import type { SampleService } from '../../../../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../../../../electron/sample-service/start-sample-service.ts';
import type { RequestLimits } from '../../../../../electron/spotify/admission.ts';
import type { ApiResult } from '../../../../../electron/spotify/api-failure.ts';
import type { Change } from '../../../../../shared/change.ts';
import type { LibraryStatus } from '../../../../../shared/library-status.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { signInToSample } from '../../spotify/harness/sample-session.ts';
import { type PlainLibrary, storedItems, storedLibrary } from '../harness/stored-library.ts';
import { AppRun, type AppRunOptions } from './app-run.ts';
import { AppTroubles } from './app-troubles.ts';
import { HOUR_MS, type HostilePlan, type Moment } from './hostile-plan.ts';
import { Network } from './network.ts';
import { RecordedLife } from './recorded-life.ts';
import { ServiceTroubles } from './service-troubles.ts';
import { untilStill } from './stillness.ts';
import { Traffic } from './traffic.ts';

export interface HostileDayOptions {
  readonly seed: number;
  /** How long it is simulated: the plan, and what it takes to come to rest after it. */
  readonly hours: number;
  readonly budget: RequestLimits;
  readonly plan: HostilePlan;
}

const LIBRARY = {
  savedTracks: 1_500,
  ownPlaylists: 240,
  followedPlaylists: 50,
  itemsPerPlaylist: 30,
};

/** What the app knows at the end. */
export interface SeenByApp {
  readonly library: PlainLibrary;
  /** Oldest first. */
  readonly changes: readonly Change[];
  readonly status: LibraryStatus;
  /** Every item as it is known, as `storedItems` writes it. */
  readonly items: readonly string[];
}

/** How the library stood when its first pass had ended. */
export interface Baseline {
  readonly library: PlainLibrary;
  readonly atMs: number;
  /** Requests that it took, those that failed included. */
  readonly requests: number;
}

/** A day (or more) of one user's app on which everything goes wrong that can. */
export class HostileDay {
  readonly clock: ManualClock;
  readonly startMs: number;
  readonly service: SampleService;
  readonly network: Network;
  readonly life: RecordedLife;
  readonly serviceTroubles: ServiceTroubles;
  readonly appTroubles: AppTroubles;
  /** Times at which a request for the Web API came along, whatever became of it. */
  readonly sentMs: number[] = [];
  /** How the user's own connection tests ended, and why the monitor stood still meanwhile. */
  readonly connectionTests: { readonly monitor: string; readonly end: string }[] = [];
  baseline: Baseline | null = null;
  run: AppRun | null = null;
  #monitor = 'starting';
  readonly #options: HostileDayOptions;
  readonly #appOptions: AppRunOptions;
  readonly #folder = mkdtempSync(join(tmpdir(), 'cratewatch-hostile-'));
  readonly #traffic = new Traffic();
  readonly #runs: AppRun[] = [];
  readonly #atRequest = new Map<number, (() => void)[]>();
  #atNextAnswer: (() => void) | null = null;

  private constructor(
    options: HostileDayOptions,
    clock: ManualClock,
    service: SampleService,
    network: Network,
    session: AppRunOptions['session'],
    random: Random,
  ) {
    const { plan, seed, budget } = options;
    this.#options = options;
    this.clock = clock;
    this.startMs = clock.nowMs();
    this.service = service;
    this.network = network;
    this.life = new RecordedLife(service, clock, seed);
    this.serviceTroubles = new ServiceTroubles(service, clock, plan.troubles);
    this.appTroubles = new AppTroubles({
      clock,
      network,
      kill: () => this.#kill(),
      start: () => this.#start(),
      onSystemOnline: () => {
        this.run?.api.expectNetwork();
        this.run?.library.reconsider();
      },
    });
    this.#appOptions = {
      clock,
      random,
      databasePath: join(this.#folder, 'library.sqlite'),
      apiUrl: `${network.origin}/v1`,
      accountKey: SAMPLE_USER.accountId,
      session,
      budget,
      isOnline: () => this.appTroubles.isSystemOnline,
    };
  }

  static async begin(options: HostileDayOptions): Promise<HostileDay> {
    const { seed } = options;
    const clock = new ManualClock();
    const random = seededRandom(hash32(seed, 0xa44));
    const latency = seededRandom(hash32(seed, 0x1a7));
    const service = await startSampleService({ clock, seed, redirectUris: [], library: LIBRARY });
    const session = await signInToSample(service);
    let day: HostileDay | null = null;
    const network = await Network.open({
      clock,
      target: service.accountsUrl,
      latencyMs: () => Math.round(40 + 1_500 * latency() ** 3),
      onRequest: () => day?.onRequest(),
      onAnswer: () => day?.onAnswer(),
      onDelivery: (status) => day?.serviceTroubles.onDelivery(status),
    });
    day = new HostileDay(options, clock, service, network, session, random);
    return day;
  }

  /** Lets all of it happen. */
  async toItsEnd(): Promise<void> {
    const { plan, hours } = this.#options;
    for (const trouble of plan.troubles) {
      if (trouble.kind === 'loss' || trouble.kind === 'restart') {
        this.#when(trouble.from, () => {
          if (trouble.kind === 'restart' && trouble.from.kind === 'request') {
            this.#atNextAnswer = () => this.appTroubles.begin(trouble);
          } else {
            this.appTroubles.begin(trouble);
          }
        });
      }
    }
    for (const moment of plan.life) {
      this.#when(moment, () => this.life.step());
    }
    for (const atMs of plan.connectionTestsAtMs) {
      this.#when({ kind: 'time', atMs }, () => void this.#testConnection());
    }
    for (const atMs of plan.checksByHandAtMs) {
      this.#when({ kind: 'time', atMs }, () => void this.run?.library.checkNow());
    }
    await this.#start();
    const endMs = this.startMs + hours * HOUR_MS;
    const { clock, network } = this;
    const traffic = this.#traffic;
    for (;;) {
      await untilStill(() => ({ clock, traffic, network, run: this.run }));
      const leftMs = endMs - clock.nowMs();
      if (leftMs <= 0) {
        return;
      }
      await clock.advance(Math.min(clock.nextDueInMs ?? leftMs, leftMs));
    }
  }

  /** What the app knows now. */
  async seen(): Promise<SeenByApp> {
    const { run } = this;
    if (run === null) {
      throw new Error('The app does not run.');
    }
    const page = await run.library.changes({ filter: 'all', offset: 0, count: 1_000_000 });
    return {
      library: storedLibrary(run.database, SAMPLE_USER.accountId),
      changes: page.rows.toReversed(),
      status: await run.library.status(),
      items: storedItems(run.database),
    };
  }

  async dispose(): Promise<void> {
    for (const run of this.#runs) {
      await run.dispose();
    }
    await this.network.close();
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

  #when(moment: Moment, run: () => void): void {
    if (moment.kind === 'time') {
      this.clock.setTimer(this.startMs + moment.atMs - this.clock.nowMs(), run);
    } else {
      const others = this.#atRequest.get(moment.number) ?? [];
      this.#atRequest.set(moment.number, [...others, run]);
    }
  }

  async #start(): Promise<void> {
    const run = await AppRun.start(this.#appOptions);
    this.run = run;
    this.#runs.push(run);
    run.library.statusChanged.subscribe((status) => this.#look(run, status));
  }

  #kill(): { readonly wasInFlight: boolean } {
    const wasInFlight = this.network.held > 0;
    this.run?.kill();
    this.run = null;
    return { wasInFlight };
  }

  #look(run: AppRun, { monitor, baselineAtMs }: LibraryStatus): void {
    const pause = monitor.kind === 'paused' ? monitor.pause : monitor;
    this.#monitor = pause.kind === 'service' ? pause.reason : pause.kind;
    if (baselineAtMs !== null && this.baseline === null) {
      this.baseline = {
        library: storedLibrary(run.database, SAMPLE_USER.accountId),
        atMs: baselineAtMs,
        requests: this.sentMs.length,
      };
    }
  }

  async #testConnection(): Promise<void> {
    const monitor = this.#monitor;
    const result = await this.run?.api.profile({ origin: 'by-hand' });
    if (result !== undefined) {
      this.connectionTests.push({ monitor, end: endOf(result) });
    }
  }
}

function endOf(result: ApiResult<unknown>): string {
  if (result.kind === 'ok') {
    return 'ok';
  }
  const { failure } = result;
  return failure.kind === 'not-now' ? failure.reason : failure.kind;
}
