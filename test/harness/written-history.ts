import { closeList, type PieceSizes } from '../../electron/library/close-list.ts';
import { discardUnfinished } from '../../electron/library/discard-unfinished.ts';
import { HistoryReader } from '../../electron/library/history/history-reader.ts';
import type { LibraryHistory } from '../../electron/library/history/library-history.ts';
import type { PassContext } from '../../electron/library/pass-context.ts';
import type { StoredAccount } from '../../electron/storage/accounts.ts';
import type { ItemMetadata, StoredAvailability } from '../../electron/storage/items.ts';
import { migrate } from '../../electron/storage/migrate.ts';
import { MIGRATIONS } from '../../electron/storage/migrations/migrations.ts';
import { createRepositories, type Repositories } from '../../electron/storage/repositories.ts';
import { Database } from '../../electron/storage/sqlite.ts';
import type { HistoricRow, HistoryMoment } from '../../shared/history.ts';
import { silentLogger } from '../../shared/logger.ts';
import { FakeSpotifyApi } from '../doubles/fake-spotify-api.ts';
import { ManualClock } from '../doubles/manual-clock.ts';

/** A row as Spotify shows it; `uri` null: a gap. */
export interface ShownRow {
  readonly uri: string | null;
  readonly addedAtMs: number | null;
  readonly addedBy: string | null;
  readonly availability?: StoredAvailability;
}

/** A row of the history, as far as tests look at it. */
export interface PlainRow {
  readonly uri: string | null;
  readonly addedAtMs: number | null;
  readonly addedBy: string | null;
}

const EVERYTHING = { offset: 0, count: 1_000_000 };

/** One account whose lists are written as the monitor writes them, and its history. */
export class WrittenHistory {
  readonly clock: ManualClock;
  readonly repositories: Repositories;
  readonly account: StoredAccount;
  readonly history: LibraryHistory;
  /** Of closing a list; the app's own where there are none. */
  pieces: PieceSizes | undefined;
  /** Called between two pieces. */
  betweenPieces: () => Promise<void> = () => Promise.resolve();
  readonly #describeItem: (uri: string) => ItemMetadata;

  constructor(
    database: Database = emptyDatabase(),
    accountKey = 'me',
    clock = new ManualClock(Date.UTC(2026, 0, 1)),
    describeItem: (uri: string) => ItemMetadata = plainItem,
  ) {
    this.clock = clock;
    this.#describeItem = describeItem;
    this.repositories = createRepositories(database);
    this.account = this.repositories.accounts.open(accountKey, 'Me');
    this.history = new HistoryReader({
      database,
      accountId: () => this.account.id,
      yieldToEventLoop: () => Promise.resolve(),
    });
  }

  savedTracks(): number {
    return this.repositories.lists.openOnly(this.account.id, 'saved-tracks', 'Liked Songs').id;
  }

  playlist(externalId: string, name: string): number {
    return this.repositories.lists.addPlaylist(
      this.account.id,
      {
        externalId,
        uri: `spotify:playlist:${externalId}`,
        name,
        description: '',
        ownerId: 'me',
        ownerName: 'Me',
        isPublic: false,
        isCollaborative: false,
        imageUrl: null,
        contents: 'readable',
        cover: null,
      },
      this.clock.nowMs(),
    );
  }

  /** The list of playlists, as it shows these ones. */
  async showPlaylists(externalIds: readonly string[]): Promise<number> {
    const { id } = this.repositories.lists.openOnly(this.account.id, 'playlists', 'Playlists');
    const rows = externalIds.map((one) => ({
      uri: `spotify:playlist:${one}`,
      addedAtMs: null,
      addedBy: null,
    }));
    await this.show(id, rows, { kind: 'playlist' });
    return id;
  }

  /** A check that reads the whole list: what differs becomes a new revision. */
  async show(
    listId: number,
    rows: readonly ShownRow[],
    about: Partial<ItemMetadata> = {},
  ): Promise<void> {
    this.stage(listId, rows, about);
    await this.close(listId);
  }

  /** The pages of a list, up to the last. */
  stage(listId: number, rows: readonly ShownRow[], about: Partial<ItemMetadata> = {}): void {
    const { items, staging, database } = this.repositories;
    const askedAtMs = this.clock.nowMs();
    database.transaction(() => {
      for (const [position, { uri, addedAtMs, addedBy, availability }] of rows.entries()) {
        const seen = {
          ...this.#describeItem(uri ?? ''),
          ...about,
          availability: availability ?? 'available',
        };
        staging.add(listId, position, {
          itemId: uri === null ? null : items.see(this.account.id, seen, askedAtMs),
          availability: uri === null ? 'missing' : (availability ?? 'available'),
          addedAtMs,
          addedBy,
        });
      }
    });
  }

  /** What is staged becomes the state of the list. */
  async close(listId: number): Promise<void> {
    await closeList(
      this.#context(),
      { listId, askedAtMs: this.clock.nowMs(), snapshots: { contents: null, listed: null } },
      this.pieces,
    );
  }

  /** As a pass begins after an end in the middle of closing. */
  async discardUnfinished(): Promise<void> {
    await discardUnfinished(this.#context(), this.pieces?.written);
  }

  async rowsAt(listId: number, moment: HistoryMoment): Promise<PlainRow[] | null> {
    const state = await this.history.state({ listId, moment, ...EVERYTHING });
    return state?.contents?.rows.map(plainRow) ?? null;
  }

  #context(): PassContext {
    const account = this.repositories.accounts.get(this.account.id) ?? this.account;
    return {
      account,
      kind: 'light-check',
      intervalMs: 3_600_000,
      roundMs: 13 * 24 * 3_600_000,
      origin: 'monitor',
      signal: new AbortController().signal,
      api: new FakeSpotifyApi(),
      clock: this.clock,
      logger: silentLogger,
      repositories: this.repositories,
      doubts: new Set(),
      yieldToEventLoop: () => this.betweenPieces(),
      onProgress: () => undefined,
      onListClosed: () => undefined,
    };
  }
}

export function plainRow(row: HistoricRow): PlainRow {
  const { addedAtMs, addedBy } = row;
  return { uri: row.kind === 'item' ? row.item.uri : null, addedAtMs, addedBy };
}

function emptyDatabase(): Database {
  const database = new Database(':memory:');
  database.exec('PRAGMA foreign_keys = ON');
  migrate(database, MIGRATIONS);
  return database;
}

function plainItem(uri: string): ItemMetadata {
  return {
    uri,
    kind: 'track',
    name: `Name of ${uri}`,
    artists: [`Artist of ${uri}`],
    album: `Album of ${uri}`,
    durationMs: 1_000,
    isrc: null,
    imageUrl: null,
  };
}
