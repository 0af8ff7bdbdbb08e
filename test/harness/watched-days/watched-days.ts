import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { hash32, seededRandom } from '../../../electron/sample-service/catalogue/seeded-random.ts';
import { SAMPLE_USER } from '../../../electron/sample-service/collection/sample-user.ts';
import type {
  SampleLibrarySize,
  SampleService,
} from '../../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../../electron/sample-service/start-sample-service.ts';
import { redirectUriFor } from '../../../electron/session/callback-request.ts';
import { createMemoryShelf } from '../../../electron/session/token-cache-shelf.ts';
import { MemorySettingsStore } from '../../../electron/storage/memory-settings-store.ts';
import { DEFAULT_SETTINGS } from '../../../electron/storage/settings.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { AppTroubles } from '../../integration/electron/library/hostile-day/app-troubles.ts';
import {
  HOUR_MS,
  type Moment,
  SECOND_MS,
} from '../../integration/electron/library/hostile-day/hostile-plan.ts';
import { Network } from '../../integration/electron/library/hostile-day/network.ts';
import { ServiceTroubles } from '../../integration/electron/library/hostile-day/service-troubles.ts';
import { untilStill } from '../../integration/electron/library/hostile-day/stillness.ts';
import { Traffic } from '../../integration/electron/library/hostile-day/traffic.ts';
import { auditLibrary, auditUntilNow } from '../random-life/audit-library.ts';
import type { Complaint } from '../random-life/complaint.ts';
import { readToldLibrary, type ToldLibrary } from '../random-life/told-library.ts';
import type { DaysPlan } from './days-plan.ts';
import { MortalWatch, type MortalWatchOptions } from './mortal-watch.ts';
import { ServiceLife } from './service-life.ts';

const DAY_MS = 24 * HOUR_MS;
/** Where it is there: thousands of transactions do not have to wait for a disk here. */
const MEMORY_FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
/** The rotation takes 14 days, and what was refused is left alone for a while. */
const MOST_QUIET_DAYS = 20;

export interface WatchedDaysOptions {
  readonly seed: number;
  readonly days: number;
  readonly library: SampleLibrarySize;
  readonly plan: DaysPlan;
  readonly onDay?: (day: number) => void;
}

export interface WatchedDaysResult {
  readonly complaints: readonly Complaint[];
  readonly told: ToldLibrary;
  /** Calls of the monitor that came to nothing for want of a token that works. */
  readonly callsFailedForToken: number;
  readonly calls: number;
  readonly tokens: number;
  readonly kills: number;
  readonly quietDays: number;
}

/**
 * Days of one user's app, with its own session, over the sample service: tokens come to their end,
 * things happen in the library, and everything goes wrong that can. At the end some quiet days, on
 * which the app gets to see everything once more.
 */
export class WatchedDays {
  readonly clock: ManualClock;
  readonly service: SampleService;
  readonly life: ServiceLife;
  readonly #options: WatchedDaysOptions;
  readonly #startMs: number;
  readonly #network: Network;
  readonly #folder = mkdtempSync(join(MEMORY_FOLDER, 'cratewatch-days-'));
  readonly #traffic = new Traffic();
  readonly #serviceTroubles: ServiceTroubles;
  readonly #appTroubles: AppTroubles;
  readonly #atRequest = new Map<number, (() => void)[]>();
  readonly #appOptions: MortalWatchOptions;
  #atNextAnswer: (() => void) | null = null;
  #run: MortalWatch | null = null;
  #requests = 0;
  #calls = 0;
  #callsFailedForToken = 0;
  /** Nothing that was planned comes about any more. */
  #isPeaceful = false;

  private constructor(
    options: WatchedDaysOptions,
    clock: ManualClock,
    service: SampleService,
    network: Network,
  ) {
    this.#options = options;
    this.clock = clock;
    this.#startMs = clock.nowMs();
    this.service = service;
    this.#network = network;
    this.life = new ServiceLife(service, clock, options.seed);
    this.#serviceTroubles = new ServiceTroubles(service, clock, options.plan.troubles);
    this.#appTroubles = new AppTroubles({
      clock,
      network,
      app: {
        start: () => this.#start(),
        kill: () => this.#kill(),
        expectNetwork: () => this.#run?.watch.retry('system'),
      },
    });
    this.#appOptions = {
      clock,
      random: seededRandom(hash32(options.seed, 0xa44)),
      databasePath: join(this.#folder, 'library.sqlite'),
      origin: network.origin,
      settings: new MemorySettingsStore(DEFAULT_SETTINGS),
      caches: createMemoryShelf(clock),
      isOnline: () => this.#appTroubles.isSystemOnline,
      onResult: (result) => this.#count(result),
    };
  }

  static async begin(options: WatchedDaysOptions): Promise<WatchedDays> {
    const clock = new ManualClock();
    const { redirectPorts } = DEFAULT_SETTINGS;
    const service = await startSampleService({
      clock,
      seed: options.seed,
      library: options.library,
      redirectUris: redirectPorts.map((port) => redirectUriFor(port)),
    });
    const random = seededRandom(hash32(options.seed, 0x1a7));
    let days: WatchedDays | null = null;
    const network = await Network.open({
      clock,
      target: service.accountsUrl,
      // Mostly short, now and then up to a second and a half.
      latencyMs: () => Math.round(40 + 1_500 * random() ** 3),
      onRequest: (path) => days?.onRequest(path),
      onAnswer: () => days?.onAnswer(),
      onDelivery: (status) => days?.onDelivery(status),
    });
    days = new WatchedDays(options, clock, service, network);
    return days;
  }

  /** Lets all of it happen. */
  async toTheirEnd(): Promise<WatchedDaysResult> {
    await this.#signIn();
    this.#plan();
    for (let day = 1; day <= this.#options.days; day += 1) {
      await this.#until(this.#startMs + day * DAY_MS);
      this.#options.onDay?.(day);
    }
    this.#isPeaceful = true;
    let quietDays = 0;
    while (quietDays < MOST_QUIET_DAYS) {
      quietDays += 1;
      await this.#until(this.clock.nowMs() + DAY_MS);
      if (quietDays > 1 && auditUntilNow(this.life.log, await this.#told('last')).length === 0) {
        break;
      }
    }
    const told = await this.#told('everything');
    return {
      complaints: auditLibrary(this.life.log, told),
      told,
      callsFailedForToken: this.#callsFailedForToken,
      calls: this.#calls,
      tokens: this.service.issued.filter(({ kind }) => kind === 'access-token').length,
      kills: this.#appTroubles.restartsMs.length,
      quietDays,
    };
  }

  async dispose(): Promise<void> {
    const run = this.#run;
    if (run !== null) {
      await this.#settled(run.watch.close());
    }
    await this.#network.close();
    await this.service.close();
    this.#traffic.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  onRequest(path: string): void {
    if (!path.startsWith('/v1/')) {
      return;
    }
    this.#requests += 1;
    for (const run of this.#atRequest.get(this.#requests) ?? []) {
      run();
    }
    this.#serviceTroubles.onRequest(this.#requests);
  }

  onAnswer(): void {
    const run = this.#atNextAnswer;
    this.#atNextAnswer = null;
    run?.();
  }

  onDelivery(status: number): void {
    this.#serviceTroubles.onDelivery(status);
  }

  #told(only: 'everything' | 'last'): Promise<ToldLibrary> {
    const database = this.#run?.database;
    if (database === undefined) {
      throw new Error('The app does not run.');
    }
    return readToldLibrary(database, SAMPLE_USER.accountId, only);
  }

  async #signIn(): Promise<void> {
    this.#run = new MortalWatch(this.#appOptions);
    const { watch } = this.#run;
    const signedIn = watch.signIn(this.service.clientId, { way: 'browser', secret: null });
    const { kind } = await this.#settled(signedIn);
    if (kind !== 'signed-in') {
      throw new Error(`The sign-in ended with ${kind}.`);
    }
  }

  async #start(): Promise<void> {
    this.#run = new MortalWatch(this.#appOptions);
    await this.#run.watch.start();
  }

  #kill(): void {
    this.#run?.kill();
    this.#run = null;
  }

  /** A 401 that stayed one after a refresh, or no token where one could have been had. */
  #count(result: unknown): void {
    this.#calls += 1;
    const failure = failureOf(result);
    const isForToken =
      failure?.kind === 'unauthorized' ||
      (failure?.kind === 'session' && failure.state?.kind === 'sign-in-needed');
    this.#callsFailedForToken += isForToken ? 1 : 0;
  }

  #plan(): void {
    const { plan } = this.#options;
    for (const trouble of plan.troubles) {
      if (trouble.kind === 'loss') {
        this.#when(trouble.from, () => this.#appTroubles.lose(trouble));
      } else if (trouble.kind === 'restart') {
        const restart = () => this.#run !== null && this.#appTroubles.restart(trouble);
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
    for (const { atMs, seconds } of plan.tokenTroubles) {
      this.#at(atMs, () => {
        this.service.behaviour.tokenEndpoint = 'out';
        this.clock.setTimer(seconds * SECOND_MS, () => {
          this.service.behaviour.tokenEndpoint = 'working';
        });
      });
    }
    for (const atMs of plan.revocationsAtMs) {
      this.#at(atMs, () => this.service.revokeAccessTokens());
    }
    for (const { atMs, hours } of plan.sleeps) {
      this.#at(atMs, () => {
        this.clock.jump(hours * HOUR_MS);
        this.#run?.watch.retry('system');
      });
    }
    for (const atMs of plan.checksByHandAtMs) {
      this.#at(atMs, () => void this.#run?.watch.library.checkNow());
    }
    for (const { atMs, count } of plan.life) {
      this.#at(atMs, () => this.life.step(count));
    }
    for (const number of plan.lifeAtRequests) {
      this.#when({ kind: 'request', number }, () => this.life.step());
    }
  }

  #at(atMs: number, run: () => void): void {
    this.#when({ kind: 'time', atMs }, run);
  }

  #when(moment: Moment, run: () => void): void {
    const unlessPeaceful = () => {
      if (!this.#isPeaceful) {
        run();
      }
    };
    if (moment.kind === 'time') {
      this.clock.setTimer(this.#startMs + moment.atMs - this.clock.nowMs(), unlessPeaceful);
    } else {
      const others = this.#atRequest.get(moment.number) ?? [];
      this.#atRequest.set(moment.number, [...others, unlessPeaceful]);
    }
  }

  async #until(endMs: number): Promise<void> {
    const { clock } = this;
    const [network, traffic] = [this.#network, this.#traffic];
    for (;;) {
      await untilStill(() => ({ clock, traffic, network, run: this.#run }));
      const leftMs = endMs - clock.nowMs();
      if (leftMs <= 0) {
        return;
      }
      await clock.advance(Math.min(clock.nextDueInMs ?? leftMs, leftMs));
    }
  }

  async #settled<T>(promise: Promise<T>): Promise<T> {
    let isSettled = false;
    const note = () => {
      isSettled = true;
    };
    promise.then(note, note);
    while (!isSettled) {
      await setImmediate();
      const { clock } = this;
      const dueInMs = clock.nextDueInMs;
      const isSoon = dueInMs !== null && dueInMs <= 2_000;
      await clock.advance(isSoon && this.#traffic.count <= this.#network.held ? dueInMs : 0);
    }
    return promise;
  }
}

function failureOf(result: unknown): { kind: string; state?: { kind: string } } | null {
  return typeof result === 'object' && result !== null && 'failure' in result
    ? (result.failure as { kind: string; state?: { kind: string } })
    : null;
}
