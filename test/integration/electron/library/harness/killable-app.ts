import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
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
import { type KillMoment, KillSwitch } from './kill-switch.ts';

const FILE = 'library.sqlite';

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
  readonly #options: KillableAppOptions;
  readonly #run: number;
  readonly #clock: ProcessClock;
  readonly #api: SpotifyApi;
  readonly #switch = new KillSwitch(() => this.#leaveFiles());

  private constructor(options: KillableAppOptions, run: number) {
    this.#options = options;
    this.#run = run;
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
    const database = this.#switch.guardDatabase(this.database);
    this.#api = createSpotifyApi({
      clock: this.#clock,
      random: options.random,
      session: options.session,
      ledgerStore: new Ledger(database, silentLogger),
      apiUrl: options.apiUrl,
      budget: () => options.budget,
      logger: silentLogger,
    });
    const api = this.#switch.guardCalls(this.#api);
    this.library = createLibrary({
      clock: this.#clock,
      random: options.random,
      logger: silentLogger,
      database,
      api: options.onlyLightChecks === true ? withNothingToSpare(api) : api,
      settings: { read: () => DEFAULT_SETTINGS },
      dayStart: (atMs) => atMs - (atMs % 86_400_000),
      yieldToEventLoop: () => this.#switch.yieldToEventLoop(),
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
    return this.#switch.isAlive;
  }

  /** It does something that does not wait for the clock alone. */
  get isBusy(): boolean {
    return this.#switch.isBusy;
  }

  /** Kills it when that moment comes, if it does. */
  killAt(moment: KillMoment | null): void {
    this.#switch.killAt(moment);
  }

  /** The run after the kill. */
  async startAgain(): Promise<KillableApp> {
    await this.#free();
    return await KillableApp.start(this.#options, this.#run + 1);
  }

  async close(): Promise<void> {
    if (this.isAlive) {
      await this.library.close();
      this.#clock.stop();
    }
    await this.#free();
  }

  /** The files stay as they are at this moment, for the next run. */
  #leaveFiles(): void {
    this.#clock.stop();
    const next = this.#folderOf(this.#run + 1);
    mkdirSync(next, { recursive: true });
    for (const name of [FILE, `${FILE}-wal`]) {
      const path = join(this.#folderOf(this.#run), name);
      if (existsSync(path)) {
        copyFileSync(path, join(next, name));
      }
    }
  }

  /** Frees what the simulation itself holds on to. */
  async #free(): Promise<void> {
    await this.#api.close();
    this.database.close();
    rmSync(this.#folderOf(this.#run), { recursive: true, force: true });
  }

  #folderOf(run: number): string {
    return join(this.#options.folder, `run-${run}`);
  }
}

/** The Web API as if every request of the day were used up, which stops nothing but the rotation. */
function withNothingToSpare(api: SpotifyApi): SpotifyApi {
  const budget = (): RequestBudget => {
    const now = api.budget();
    return { ...now, usedInLastDay: now.budgetPerDay };
  };
  return Object.assign(Object.create(api), { budget });
}
