import { setImmediate } from 'node:timers/promises';
import { createLibrary } from '../../../../../electron/library/create-library.ts';
import type { Library } from '../../../../../electron/library/library.ts';
import type { RequestLimits } from '../../../../../electron/spotify/admission.ts';
import {
  createSpotifyApi,
  type SpotifyApiParts,
} from '../../../../../electron/spotify/create-spotify-api.ts';
import type { SpotifyApi } from '../../../../../electron/spotify/spotify-api.ts';
import { Ledger } from '../../../../../electron/storage/ledger.ts';
import { openDatabase } from '../../../../../electron/storage/open-database.ts';
import { DEFAULT_SETTINGS } from '../../../../../electron/storage/settings.ts';
import type { Database } from '../../../../../electron/storage/sqlite.ts';
import { silentLogger } from '../../../../../shared/logger.ts';
import type { ManualClock } from '../../../../doubles/manual-clock.ts';
import { aroundCalls } from '../../../../harness/around-calls.ts';
import { ProcessClock } from './process-clock.ts';

export interface AppRunOptions {
  readonly clock: ManualClock;
  readonly random: () => number;
  readonly databasePath: string;
  readonly apiUrl: string;
  readonly clientId: string;
  readonly accountKey: string;
  readonly session: SpotifyApiParts['session'];
  readonly budget: RequestLimits;
  readonly isOnline: () => boolean;
}

/**
 * One run of the app, from its start to the moment when its process is killed. Whatever a killed
 * process was waiting for never comes, and nothing that it does any more has an effect.
 */
export class AppRun {
  readonly library: Library;
  readonly database: Database;
  /** As the app's own code sees it; a call of a killed process never ends. */
  readonly api: SpotifyApi;
  readonly #api: SpotifyApi;
  readonly #clock: ProcessClock;
  #isAlive = true;
  #calls = 0;
  #yields = 0;

  private constructor(options: AppRunOptions) {
    this.#clock = new ProcessClock(options.clock);
    const opening = openDatabase({
      path: options.databasePath,
      clock: this.#clock,
      logger: silentLogger,
    });
    if (opening.kind !== 'open' || opening.notice !== null) {
      throw new Error('The database did not open as it was left.');
    }
    this.database = opening.database;
    this.#api = createSpotifyApi({
      clock: this.#clock,
      random: options.random,
      session: options.session,
      ledgerStore: this.#whileAlive(new Ledger(this.database, silentLogger)),
      apiUrl: options.apiUrl,
      budget: () => options.budget,
      isOnline: options.isOnline,
      clientId: () => options.clientId,
      logger: silentLogger,
    });
    this.api = this.#waited(this.#api);
    this.library = createLibrary({
      clock: this.#clock,
      random: options.random,
      logger: silentLogger,
      database: this.database,
      api: this.api,
      settings: { read: () => DEFAULT_SETTINGS },
      dayStart: (atMs) => atMs - (atMs % 86_400_000),
      yieldToEventLoop: () => this.#yield(),
    });
  }

  static async start(options: AppRunOptions): Promise<AppRun> {
    const run = new AppRun(options);
    await run.library.watch({ key: options.accountKey, displayName: 'Sample' });
    return run;
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Calls of the Web API that have not ended. */
  get calls(): number {
    return this.#isAlive ? this.#calls : 0;
  }

  /** It has work to do that waits for nothing. */
  get isBusy(): boolean {
    return this.#isAlive && this.#yields > 0;
  }

  /** As by SIGKILL: nothing is told, nothing is written, the file is left as it is. */
  kill(): void {
    this.#isAlive = false;
    this.#clock.stop();
    this.database.close();
  }

  /** Frees what the simulation itself holds on to, at its end. */
  async dispose(): Promise<void> {
    if (this.#isAlive) {
      this.kill();
    }
    await this.#api.close();
  }

  async #yield(): Promise<void> {
    this.#yields += 1;
    await setImmediate();
    this.#yields -= 1;
    if (!this.#isAlive) {
      await NEVER;
    }
  }

  /** A store that a killed process cannot write to any more. */
  #whileAlive<T extends object>(store: T): T {
    return aroundCalls(store, (call) => (this.#isAlive ? call() : undefined));
  }

  #waited<T extends object>(api: T): T {
    return aroundCalls(api, (call) => {
      const result = call();
      return result instanceof Promise ? this.#wait(result) : result;
    });
  }

  async #wait(result: Promise<unknown>): Promise<unknown> {
    this.#calls += 1;
    try {
      return await result;
    } finally {
      this.#calls -= 1;
      if (!this.#isAlive) {
        await NEVER;
      }
    }
  }
}

const NEVER = new Promise<never>(() => undefined);
