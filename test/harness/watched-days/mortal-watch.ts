import { setImmediate } from 'node:timers/promises';
import { createLibrary } from '../../../electron/library/create-library.ts';
import { agreeInSampleBrowser } from '../../../electron/sample-service/authorize-like-a-browser.ts';
import type { TokenCacheShelf } from '../../../electron/session/chosen-token-cache.ts';
import type { SettingsStore } from '../../../electron/storage/settings.ts';
import type { Database } from '../../../electron/storage/sqlite.ts';
import { openStorage } from '../../../electron/storage-opening.ts';
import { Watch } from '../../../electron/watch.ts';
import type { Clock } from '../../../shared/clock.ts';
import { silentLogger } from '../../../shared/logger.ts';
import type { ManualClock } from '../../doubles/manual-clock.ts';
import { ProcessClock } from '../../integration/electron/library/hostile-day/process-clock.ts';
import { aroundCalls } from '../around-calls.ts';

const NEVER = new Promise<never>(() => undefined);
const DAY_MS = 86_400_000;

export interface MortalWatchOptions {
  readonly clock: ManualClock;
  readonly random: () => number;
  readonly databasePath: string;
  /** Without `/v1`. */
  readonly origin: string;
  /** These outlive a run, as what stands on the disk does. */
  readonly settings: SettingsStore;
  readonly caches: TokenCacheShelf;
  readonly isOnline: () => boolean;
  /** Told how each call of the monitor ended. */
  readonly onResult: (result: unknown) => void;
}

/**
 * One run of the app's own watch – session, Web API, monitor, database file – that can be killed as
 * by SIGKILL: what it waits for never comes, and nothing that it does any more has an effect.
 */
export class MortalWatch {
  readonly watch: Watch;
  readonly database: Database;
  readonly #clock: ProcessClock;
  #isAlive = true;
  #calls = 0;
  #yields = 0;

  constructor(options: MortalWatchOptions) {
    const { settings, random, caches } = options;
    this.#clock = new ProcessClock(wholeMilliseconds(options.clock));
    const storage = openStorage(options.databasePath, this.#clock, silentLogger);
    const { database } = storage;
    if (database === null || storage.notice !== null) {
      throw new Error('The database did not open as it was left.');
    }
    this.database = database;
    this.watch = new Watch({
      mode: 'sample',
      addresses: { accountsUrl: options.origin, apiUrl: `${options.origin}/v1` },
      sessionSettings: () => settings.read(),
      registeredPorts: () => settings.read().redirectPorts,
      offered: null,
      clock: this.#clock,
      random,
      logger: silentLogger,
      settings,
      marker: {
        read: () => settings.read().session,
        write: (session) => settings.update({ session }),
      },
      ledgerStore: aroundCalls(storage.ledgerStore, (call) => (this.#isAlive ? call() : undefined)),
      caches: { ...caches, open: (kind, name) => this.#whileAlive(caches.open(kind, name)) },
      lockFor: () => null,
      openBrowser: async (url) => {
        await agreeInSampleBrowser(url.href);
        return true;
      },
      isOnline: options.isOnline,
      createLibrary: (api) =>
        createLibrary({
          clock: this.#clock,
          random,
          logger: silentLogger,
          database,
          api: aroundCalls(api, (call) => this.#wait(call(), options.onResult)),
          settings,
          dayStart: (atMs) => atMs - (atMs % DAY_MS),
          yieldToEventLoop: () => this.#yield(),
        }),
      closeStorage: storage.close,
    });
  }

  /** Calls of the Web API that have not ended. */
  get calls(): number {
    return this.#isAlive ? this.#calls : 0;
  }

  /** It has work to do that waits for nothing. */
  get isBusy(): boolean {
    return this.#isAlive && this.#yields > 0;
  }

  /** Nothing is told, nothing is written, the file is left as it is. */
  kill(): void {
    this.#isAlive = false;
    this.#clock.stop();
    this.database.close();
  }

  #whileAlive<T extends object>(store: T): T {
    return aroundCalls(store, (call) => (this.#isAlive ? call() : NEVER));
  }

  async #yield(): Promise<void> {
    this.#yields += 1;
    await setImmediate();
    this.#yields -= 1;
    if (!this.#isAlive) {
      await NEVER;
    }
  }

  #wait(result: unknown, onResult: (result: unknown) => void): unknown {
    return result instanceof Promise ? this.#awaited(result, onResult) : result;
  }

  async #awaited(result: Promise<unknown>, onResult: (result: unknown) => void): Promise<unknown> {
    this.#calls += 1;
    try {
      const value = await result;
      if (this.#isAlive) {
        onResult(value);
      }
      return value;
    } finally {
      this.#calls -= 1;
      if (!this.#isAlive) {
        await NEVER;
      }
    }
  }
}

/** Moments are whole milliseconds, as the machine's are, though a refresh is due at any fraction. */
function wholeMilliseconds(clock: Clock): Clock {
  return {
    nowMs: () => Math.round(clock.nowMs()),
    monotonicMs: () => clock.monotonicMs(),
    setTimer: (delayMs, run) => clock.setTimer(Math.ceil(delayMs), run),
  };
}
