import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLibrary } from '../../../../electron/library/create-library.ts';
import type { Library } from '../../../../electron/library/library.ts';
import { createUnusableLibrary } from '../../../../electron/library/unusable-library.ts';
import { SAMPLE_USER } from '../../../../electron/sample-service/collection/sample-user.ts';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../../../electron/sample-service/start-sample-service.ts';
import type { SignInOrder } from '../../../../electron/session/sign-in-order.ts';
import type { SpotifyApi } from '../../../../electron/spotify/spotify-api.ts';
import { MemorySettingsStore } from '../../../../electron/storage/memory-settings-store.ts';
import { closeDatabase } from '../../../../electron/storage/open-database.ts';
import { DEFAULT_SETTINGS, type SettingsStore } from '../../../../electron/storage/settings.ts';
import type { Database } from '../../../../electron/storage/sqlite.ts';
import { openStorage, type Storage } from '../../../../electron/storage-opening.ts';
import { Watch } from '../../../../electron/watch.ts';
import type { Clock } from '../../../../shared/clock.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { singleCacheShelf } from '../../../doubles/single-cache-shelf.ts';
import { openedDatabase } from '../../../harness/opened-database.ts';
import { RecordingLogger } from '../../../unit/electron/session/harness/recording-logger.ts';
import { WatchedCache } from '../../../unit/electron/session/harness/watched-cache.ts';
import { hastyClock } from '../library/harness/hasty-clock.ts';
import { agree } from '../session/harness/sample-browser.ts';

/** The way in that most tests take. */
export const BY_BROWSER: SignInOrder = { way: 'browser', secret: null };

export const JUNIPER = SAMPLE_USER.accountId;

/** Several pages and several playlists, and still a first pass of about a second. */
const LIBRARY = { savedTracks: 130, ownPlaylists: 4, followedPlaylists: 2, itemsPerPlaylist: 12 };

/**
 * The parts of an app that outlive a restart – settings, keychain, database file – and a service to
 * watch. Everything is real but the keychain and the speed of time.
 */
export class WatchBench {
  /** How long the machine has slept: its wall clock went on, and no timer did. */
  sleptMs = 0;
  readonly clock: Clock;
  readonly logger = new RecordingLogger();
  readonly settings = new MemorySettingsStore(DEFAULT_SETTINGS);
  readonly folder = mkdtempSync(join(tmpdir(), 'cratewatch-watch-'));
  readonly service: SampleService;
  openBrowser: (url: URL) => Promise<boolean>;
  /** What the system says of the network. */
  isOnline = true;
  readonly #caches = new Map<string, WatchedCache>();
  readonly #running = new Set<Watch>();

  private constructor(service: SampleService, clock: Clock) {
    this.service = service;
    this.clock = withSleep(clock, () => this.sleptMs);
    this.openBrowser = async (url) => {
      service.registerRedirectUri(url.searchParams.get('redirect_uri') ?? '');
      return await agree(url);
    };
  }

  /** @param options - `clock`: of the app and of the service; by default each has a hasty one */
  static async start(
    options: { readonly rotation?: boolean; readonly clock?: Clock } = {},
  ): Promise<WatchBench> {
    const service = await startSampleService({
      clock: options.clock ?? hastyClock(10),
      seed: 7,
      library: LIBRARY,
      redirectUris: [],
      rotation: options.rotation ?? false,
    });
    return new WatchBench(service, options.clock ?? hastyClock(10));
  }

  get databasePath(): string {
    return join(this.folder, 'library.sqlite');
  }

  cache(clientId: string): WatchedCache {
    const cache = this.#caches.get(clientId) ?? new WatchedCache();
    this.#caches.set(clientId, cache);
    return cache;
  }

  /** A watch as one start of the app has it. */
  watch(): Watch {
    const { clock, logger, settings, service } = this;
    const storage = openStorage(this.databasePath, clock, logger);
    const watch = new Watch({
      mode: 'spotify',
      addresses: service,
      offered: null,
      registeredPorts: () => settings.read().redirectPorts,
      sessionSettings: () => ({ ...settings.read(), redirectPorts: [0] }),
      clock,
      random: () => 0.5,
      logger,
      settings,
      marker: {
        read: () => settings.read().session,
        write: (session) => settings.update({ session }),
      },
      ledgerStore: storage.ledgerStore,
      caches: singleCacheShelf({ clock, cache: (name) => this.cache(name) }),
      lockFor: () => null,
      openBrowser: (url) => this.openBrowser(url),
      isOnline: () => this.isOnline,
      createLibrary: (api) => this.library(api, storage, settings),
      closeStorage: storage.close,
    });
    this.#running.add(watch);
    return watch;
  }

  /** The library on a database; the kept settings are Electron's and cannot be had here. */
  library(api: SpotifyApi, { database }: Storage, settings: SettingsStore): Library {
    const { clock, logger } = this;
    return database === null
      ? createUnusableLibrary(api)
      : createLibrary({ clock, random: () => 0.5, api, database, settings, logger });
  }

  /** A watch that has signed in and come to the end of its first pass. */
  async watchSignedIn(): Promise<Watch> {
    const watch = this.watch();
    await watch.signIn(this.service.clientId, BY_BROWSER);
    await accountKnown(watch);
    await checked(watch);
    return watch;
  }

  async closeWatch(watch: Watch): Promise<void> {
    this.#running.delete(watch);
    await watch.close();
  }

  /** Reads the database file by another connection. */
  read<T>(take: (database: Database) => T): T {
    const database = openedDatabase(this.databasePath, this.clock);
    try {
      return take(database);
    } finally {
      closeDatabase(database, silentLogger);
    }
  }

  /** `GET /me` says somebody else from now on. */
  answerAs(accountKey: string): void {
    this.service.faults.add({
      match: { path: '/v1/me', times: Number.POSITIVE_INFINITY },
      action: {
        kind: 'answer',
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          id: accountKey,
          account_id: accountKey,
          type: 'user',
          uri: `spotify:user:${accountKey}`,
          display_name: accountKey,
        }),
      },
    });
  }

  /** Requests for this path so far, the base address left out. */
  requests(path: string): number {
    return this.service.requests.filter((request) => request.path === path).length;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running].map((watch) => watch.close()));
    await this.service.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function withSleep(clock: Clock, sleptMs: () => number): Clock {
  return {
    nowMs: () => clock.nowMs() + sleptMs(),
    monotonicMs: () => clock.monotonicMs(),
    setTimer: (delayMs, run) => clock.setTimer(delayMs, run),
  };
}

/** Resolves when this holds of the watch, now or after one of its signals. */
export async function until(watch: Watch, holds: () => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (holds()) {
        for (const unsubscribe of subscriptions) {
          unsubscribe();
        }
        resolve();
      }
    };
    const subscriptions = [
      watch.changed.subscribe(look),
      watch.library.statusChanged.subscribe(look),
    ];
    look();
  });
}

export async function accountKnown(watch: Watch): Promise<void> {
  await until(watch, () => watch.session.account !== null);
}

/** One check to its end, or the one that runs. */
export async function checked(watch: Watch): Promise<void> {
  const start = await watch.library.checkNow();
  const outcome = start.kind === 'not-now' ? start : await start.outcome;
  if (outcome.kind !== 'done') {
    throw new Error(`The check did not come to its end: ${JSON.stringify(outcome)}`);
  }
}
