import { createLibrary } from '../../electron/library/create-library.ts';
import type { CheckOutcome, Library } from '../../electron/library/library.ts';
import { migrate } from '../../electron/storage/migrate.ts';
import { MIGRATIONS } from '../../electron/storage/migrations/migrations.ts';
import { createRepositories, type Repositories } from '../../electron/storage/repositories.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../electron/storage/settings.ts';
import { Database } from '../../electron/storage/sqlite.ts';
import type { Change, CollectionKind } from '../../shared/change.ts';
import type { Clock } from '../../shared/clock.ts';
import { silentLogger } from '../../shared/logger.ts';
import type { FakeSpotifyApi } from './fake-spotify-api.ts';

/** A database that lives as long as the test. */
export function memoryDatabase(): Database {
  const database = new Database(':memory:');
  database.exec('PRAGMA foreign_keys = ON');
  migrate(database, MIGRATIONS);
  return database;
}

/** A library over a double of Spotify, with the tables open for a look behind the curtain. */
export class WatchedLibrary {
  readonly library: Library;
  readonly repositories: Repositories;
  readonly api: FakeSpotifyApi;
  /** As the user changes them while the app runs. */
  settings: Settings = DEFAULT_SETTINGS;

  constructor(
    api: FakeSpotifyApi,
    clock: Clock,
    database: Database = memoryDatabase(),
    yieldToEventLoop: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.api = api;
    this.repositories = createRepositories(database);
    this.library = createLibrary({
      clock,
      random: () => 0,
      logger: silentLogger,
      database,
      api,
      settings: { read: () => this.settings },
      dayStart: (atMs) => atMs - (atMs % 86_400_000),
      yieldToEventLoop,
    });
  }

  get accountId(): number {
    return this.repositories.accounts.find(this.api.accountKey)?.id ?? -1;
  }

  /** Starts watching and waits for the pass that this starts. */
  async watch(): Promise<CheckOutcome> {
    await this.library.watch({ key: this.api.accountKey, displayName: 'Me' });
    return this.check();
  }

  /** A check by hand, or the one that runs, to its end. */
  async check(): Promise<CheckOutcome> {
    const start = await this.library.checkNow();
    if (start.kind === 'not-now') {
      throw new Error(`No check until ${start.untilMs}`);
    }
    return start.outcome;
  }

  /** Every change, oldest first. */
  async changes(): Promise<readonly Change[]> {
    const { rows } = await this.library.changes({ filter: 'all', offset: 0, count: 100_000 });
    return rows.toReversed();
  }

  /** URIs of a collection as stored: null when it is not known. */
  storedUris(kind: CollectionKind): (string | null)[] | null {
    const list = this.repositories.lists.findOnly(this.accountId, kind);
    const rows = list && this.repositories.entries.at(list.id, Number.MAX_SAFE_INTEGER);
    return rows?.map(({ uri }) => uri) ?? null;
  }

  /** The list as stored: null when its contents are not known. */
  stored(playlistId: string | null): { uri: string | null; addedAtMs: number | null }[] | null {
    const { lists, entries } = this.repositories;
    const list =
      playlistId === null
        ? lists.openOnly(this.accountId, 'saved-tracks', '')
        : lists.findPlaylist(this.accountId, playlistId);
    return list === null ? null : entries.at(list.id, Number.MAX_SAFE_INTEGER);
  }
}
