import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createLibrary } from '../../../../../electron/library/create-library.ts';
import { HistoryReader } from '../../../../../electron/library/history/history-reader.ts';
import type { LibraryHistory } from '../../../../../electron/library/history/library-history.ts';
import type { Library } from '../../../../../electron/library/library.ts';
import type { RequestLimits } from '../../../../../electron/spotify/admission.ts';
import {
  createSpotifyApi,
  type SpotifyApiParts,
} from '../../../../../electron/spotify/create-spotify-api.ts';
import type { SpotifyApi } from '../../../../../electron/spotify/spotify-api.ts';
import { Ledger } from '../../../../../electron/storage/ledger.ts';
import { openDatabase } from '../../../../../electron/storage/open-database.ts';
import { createRepositories } from '../../../../../electron/storage/repositories.ts';
import { DEFAULT_SETTINGS } from '../../../../../electron/storage/settings.ts';
import type { Database } from '../../../../../electron/storage/sqlite.ts';
import type { RequestBudget } from '../../../../../shared/library-status.ts';
import { silentLogger } from '../../../../../shared/logger.ts';
import type { ManualClock } from '../../../../doubles/manual-clock.ts';
import { ProcessClock } from '../hostile-day/process-clock.ts';

const FILE = 'library.sqlite';
const NEVER = new Promise<never>(() => undefined);

export interface KillableAppOptions {
  readonly clock: ManualClock;
  readonly random: () => number;
  /** Each run has a folder of its own below it. */
  readonly folder: string;
  readonly apiUrl: string;
  readonly accountKey: string;
  readonly session: SpotifyApiParts['session'];
  readonly budget: RequestLimits;
  /** The budget leaves nothing for the rotation, so that light checks are on their own. */
  readonly onlyLightChecks?: boolean;
}

/** Where the process may be when it is killed. */
export type KillMoment =
  /** In the middle of the so manieth statement from now on that writes, within its transaction. */
  | { readonly kind: 'write'; readonly nth: number }
  /** So many turns of the event loop after the so manieth request from now on was sent. */
  | { readonly kind: 'request'; readonly nth: number; readonly turnsLater: number };

/**
 * One run of the app over a database file, real but for its clock, that can be killed as by SIGKILL:
 * the next run finds the files as they stood on the disk at that moment, and nothing that the killed
 * one does any more has an effect.
 */
export class KillableApp {
  readonly library: Library;
  readonly history: LibraryHistory;
  /** As it is, past the kill. */
  readonly database: Database;
  /** Settles when the app was killed. */
  readonly killed: Promise<void>;
  readonly #options: KillableAppOptions;
  readonly #run: number;
  readonly #clock: ProcessClock;
  readonly #api: SpotifyApi;
  #isAlive = true;
  #writesLeft = Number.POSITIVE_INFINITY;
  #requestsLeft = Number.POSITIVE_INFINITY;
  #turnsLater = 0;
  #onKilled: () => void = () => undefined;

  private constructor(options: KillableAppOptions, run: number) {
    this.#options = options;
    this.#run = run;
    this.killed = new Promise((resolve) => {
      this.#onKilled = resolve;
    });
    this.#clock = new ProcessClock(options.clock);
    mkdirSync(this.#folderOf(run), { recursive: true });
    const opening = openDatabase({
      path: join(this.#folderOf(run), FILE),
      clock: this.#clock,
      logger: silentLogger,
    });
    if (opening.kind !== 'open' || opening.notice !== null) {
      throw new Error('The database did not open as it was left.');
    }
    this.database = opening.database;
    const database = this.#killable(this.database);
    this.#api = createSpotifyApi({
      clock: this.#clock,
      random: options.random,
      session: options.session,
      ledgerStore: new Ledger(database, silentLogger),
      apiUrl: options.apiUrl,
      budget: () => options.budget,
      logger: silentLogger,
    });
    this.library = createLibrary({
      clock: this.#clock,
      random: options.random,
      logger: silentLogger,
      database,
      api: this.#watched(this.#api),
      settings: { read: () => DEFAULT_SETTINGS },
      dayStart: (atMs) => atMs - (atMs % 86_400_000),
      yieldToEventLoop: () => this.#yield(),
    });
    const { accounts } = createRepositories(this.database);
    this.history = new HistoryReader({
      database: this.database,
      accountId: () => accounts.find(options.accountKey)?.id ?? null,
      yieldToEventLoop: () => setImmediate(),
    });
  }

  static async start(options: KillableAppOptions, run = 0): Promise<KillableApp> {
    const app = new KillableApp(options, run);
    await app.library.watch({ key: options.accountKey, displayName: 'Sample' });
    return app;
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Kills it when that moment comes, if it does. */
  killAt(moment: KillMoment | null): void {
    this.#writesLeft = moment?.kind === 'write' ? moment.nth : Number.POSITIVE_INFINITY;
    this.#requestsLeft = moment?.kind === 'request' ? moment.nth : Number.POSITIVE_INFINITY;
    this.#turnsLater = moment?.kind === 'request' ? moment.turnsLater : 0;
  }

  kill(): void {
    if (!this.#isAlive) {
      return;
    }
    this.#isAlive = false;
    this.#clock.stop();
    const next = this.#folderOf(this.#run + 1);
    mkdirSync(next, { recursive: true });
    for (const name of [FILE, `${FILE}-wal`]) {
      const path = join(this.#folderOf(this.#run), name);
      if (existsSync(path)) {
        copyFileSync(path, join(next, name));
      }
    }
    this.#onKilled();
  }

  /** The run after the kill. */
  async startAgain(): Promise<KillableApp> {
    await this.#free();
    return await KillableApp.start(this.#options, this.#run + 1);
  }

  async close(): Promise<void> {
    if (this.#isAlive) {
      await this.library.close();
      this.#isAlive = false;
      this.#clock.stop();
    }
    await this.#free();
  }

  async #free(): Promise<void> {
    await this.#api.close();
    this.database.close();
  }

  #folderOf(run: number): string {
    return join(this.#options.folder, `run-${run}`);
  }

  /** The database as the app has it: it counts what is written, and is of no use after the kill. */
  #killable(database: Database): Database {
    return wrapCalls(database, (name, call) => {
      this.#assertAlive();
      if (name === 'run') {
        this.#writesLeft -= 1;
        if (this.#writesLeft <= 0) {
          this.kill();
          this.#assertAlive();
        }
      }
      return call();
    });
  }

  #assertAlive(): void {
    if (!this.#isAlive) {
      throw new Error('The process was killed.');
    }
  }

  /** The Web API as the app has it: a call of a killed process never ends. */
  #watched(api: SpotifyApi): SpotifyApi {
    const { onlyLightChecks = false } = this.#options;
    const watched = wrapCalls(api, (_, call) => {
      const result = call();
      return result instanceof Promise ? this.#wait(result) : result;
    });
    const budget = (): RequestBudget => {
      const now = api.budget();
      return { ...now, usedInLastDay: now.budgetPerDay };
    };
    return onlyLightChecks ? Object.assign(Object.create(watched), { budget }) : watched;
  }

  async #wait(result: Promise<unknown>): Promise<unknown> {
    this.#requestsLeft -= 1;
    if (this.#requestsLeft <= 0) {
      this.#requestsLeft = Number.POSITIVE_INFINITY;
      void this.#killLater();
    }
    const value = await result;
    return this.#isAlive ? value : await NEVER;
  }

  async #killLater(): Promise<void> {
    for (let turn = 0; turn < this.#turnsLater; turn += 1) {
      await setImmediate();
    }
    this.kill();
  }

  async #yield(): Promise<void> {
    await setImmediate();
    if (!this.#isAlive) {
      await NEVER;
    }
  }
}

function wrapCalls<T extends object>(
  target: T,
  around: (name: string | symbol, call: () => unknown) => unknown,
): T {
  return new Proxy(target, {
    get: (of, name) => {
      const value: unknown = Reflect.get(of, name, of);
      return typeof value === 'function'
        ? (...values: unknown[]) => around(name, () => Reflect.apply(value, of, values))
        : value;
    },
  });
}
