import type { Clock, Timer } from '../../../shared/clock.ts';
import type {
  LibraryRow,
  PlaylistsQuery,
  PlaylistsWindow,
  RowsFilter,
  RowsQuery,
  RowsScope,
  RowsWindow,
  SearchQuery,
  SearchResult,
} from '../../../shared/library-rows.ts';
import type { Logger } from '../../../shared/logger.ts';
import { LibraryColumns } from '../../storage/library-columns.ts';
import { LibraryWindows, type UnplacedRow } from '../../storage/library-windows.ts';
import { Lists } from '../../storage/lists.ts';
import { Losses } from '../../storage/losses.ts';
import { PlaylistRows, type StoredPlaylistRow } from '../../storage/playlist-rows.ts';
import type { SearchIndex } from '../../storage/search-index.ts';
import { typedWords } from '../../storage/search-words.ts';
import type { Database } from '../../storage/sqlite.ts';
import { findItems } from './find-items.ts';
import type { LibraryBrowser } from './library-browser.ts';
import { type BrowsedPlaylist, browsePlaylists, orderPlaylists } from './order-playlists.ts';
import { rankFound } from './rank-found.ts';
import {
  type OrderedRows,
  RowOrders,
  type RowSource,
  revisionIdIn,
  revisionOf,
} from './row-orders.ts';

/** What is kept to answer at once is let go when nobody has asked for so long: the window is closed. */
const KEPT_FOR_MS = 2 * 60_000;
const PLAYLISTS_A_PIECE = 500;
/** Of what is found more than these is counted, and not compared. */
const MOST_RANKED = 500;
const NAMES_A_PIECE = 250;

export interface LibraryReaderOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly database: Database;
  readonly index: SearchIndex;
  /** The account that is watched; null while none is. */
  readonly accountId: () => number | null;
  readonly yieldToEventLoop: () => Promise<void>;
}

type Answer = Pick<NonNullable<RowsWindow>, 'revision' | 'total' | 'rows'>;

/** Reads the watched account's library as it is now. */
export class LibraryReader implements LibraryBrowser {
  readonly #options: LibraryReaderOptions;
  readonly #columns: LibraryColumns;
  readonly #windows: LibraryWindows;
  readonly #lists: Lists;
  readonly #playlistRows: PlaylistRows;
  readonly #orders: RowOrders;
  #playlists: { readonly revision: string; readonly all: Promise<BrowsedPlaylist[]> } | null = null;
  #timer: Timer | null = null;
  #isClosed = false;

  constructor(options: LibraryReaderOptions) {
    const { database, index, yieldToEventLoop } = options;
    this.#options = options;
    this.#columns = new LibraryColumns(database);
    this.#windows = new LibraryWindows(database);
    this.#lists = new Lists(database);
    this.#playlistRows = new PlaylistRows(database);
    this.#orders = new RowOrders({
      tables: this.#columns,
      losses: new Losses(database),
      index,
      yieldToEventLoop,
    });
  }

  async rows(query: RowsQuery): Promise<RowsWindow> {
    const source = this.#source(query.scope);
    if (source === null) {
      return null;
    }
    this.#keepFor();
    const newest = revisionOf(source);
    const held = query.revision ?? newest;
    const answer =
      this.#unsorted(source, held, query) ??
      (held === newest ? null : await this.#kept(source, held, query)) ??
      (await this.#ordered(source, query));
    this.#prepare(source);
    const now = this.#source(query.scope);
    const isCurrent = now !== null && revisionOf(now) === answer.revision;
    return { ...answer, isCurrent, offset: query.offset };
  }

  async playlists(query: PlaylistsQuery): Promise<PlaylistsWindow> {
    const { offset, count } = query;
    const { revision, all } = this.#browsed();
    const rows = orderPlaylists(await all, query);
    return {
      revision,
      total: rows.length,
      offset,
      rows: rows.slice(offset, offset + count).map(({ row }) => row),
    };
  }

  async search({ text, count }: SearchQuery): Promise<SearchResult> {
    const accountId = this.#options.accountId();
    if (accountId === null || typedWords(text).length === 0) {
      return { items: { total: 0, rows: [] }, playlists: { total: 0, rows: [] } };
    }
    const sort = { by: 'name', direction: 'ascending' } as const;
    const playlists = orderPlaylists(await this.#browsed().all, {
      sort,
      filter: { text, state: 'any' },
    });
    return {
      items: await this.#searchItems(accountId, text, count),
      playlists: {
        total: playlists.length,
        rows: playlists.slice(0, count).map(({ row }) => row),
      },
    };
  }

  /** Lets go of everything that is kept. */
  close(): void {
    this.#isClosed = true;
    this.#letGo();
  }

  /** Whoever looks at a list is likely to sort it, and shall not have to wait then. */
  #prepare(source: RowSource): void {
    this.#orders.prepare(source).catch((error: unknown) => {
      // Nobody waits for it; who asks for such an order hears of it himself.
      this.#options.logger.warn('Orders could not be prepared.', { reason: String(error) });
    });
  }

  /** Null where there is no such list, or it was never read whole. */
  #source(scope: RowsScope): RowSource | null {
    const accountId = this.#options.accountId();
    if (accountId === null) {
      return null;
    }
    const version = this.#columns.version(accountId);
    if (scope.kind === 'everything' || scope.kind === 'gone') {
      return { accountId, of: scope.kind, version };
    }
    const list =
      scope.kind === 'collection'
        ? this.#lists.findOnly(accountId, scope.collection)
        : this.#lists.ofAccount(accountId, scope.listId);
    return list === null || list.kind === 'playlists' || list.revisionId === null
      ? null
      : { accountId, of: { id: list.id, revisionId: list.revisionId }, version };
  }

  /** A list as it stands is in the order of an index, and as it stood too: nothing is to be sorted. */
  #unsorted({ of: list }: RowSource, held: string, query: RowsQuery): Answer | null {
    const { sort, filter, offset, count } = query;
    if (typeof list === 'string' || sort.by !== 'position' || !letsAllThrough(filter)) {
      return null;
    }
    const asked = { id: list.id, revisionId: revisionIdIn(held) ?? list.revisionId };
    const total = this.#columns.rowCount(asked);
    if (total === null) {
      return null;
    }
    const isUp = sort.direction === 'ascending';
    const end = Math.max(0, isUp ? Math.min(offset + count, total) : total - offset);
    const start = isUp ? Math.min(offset, end) : Math.max(0, end - count);
    const ids = this.#columns.window(asked, start, end - start, total);
    const rowOf = this.#windows.ofEntries(ids);
    const rows = ids.flatMap((id, index) => {
      const row = rowOf.get(id);
      return row === undefined ? [] : placed(row, start + index, row.addedAtMs);
    });
    return { revision: held, total, rows: isUp ? rows : rows.reverse() };
  }

  async #kept(source: RowSource, held: string, query: RowsQuery): Promise<Answer | null> {
    const kept = await this.#orders.kept(held, query);
    return kept === null ? null : this.#answer(kept, source, held, query);
  }

  async #ordered(source: RowSource, query: RowsQuery): Promise<Answer> {
    const ordered = await this.#orders.order(source, query);
    return this.#answer(ordered, source, revisionOf(source), query);
  }

  #answer(ordered: OrderedRows, source: RowSource, revision: string, query: RowsQuery): Answer {
    const rows = this.#window(ordered, source, query);
    return { revision, total: ordered.order.length, rows };
  }

  #window(
    { rows, order }: OrderedRows,
    { of }: RowSource,
    { offset, count }: RowsQuery,
  ): LibraryRow[] {
    const indexes = [...order.subarray(offset, offset + count)];
    const keys = indexes.map((index) => rows.keys[index] ?? 0);
    const addedAt = (position: number) => timeOrNull(rows.addedAtMs[position]);
    if (of === 'gone') {
      const found = this.#windows.ofLosses(keys);
      return indexes.flatMap((position) => {
        const row = found.get(rows.keys[position] ?? 0);
        const goneSinceMs = rows.lostAtMs?.[position] ?? 0;
        return row === undefined
          ? []
          : { ...row, position, addedAtMs: addedAt(position), goneSinceMs };
      });
    }
    const found = of === 'everything' ? this.#windows.ofItems(keys) : this.#windows.ofEntries(keys);
    return indexes.flatMap((position) => {
      const row = found.get(rows.keys[position] ?? 0);
      return row === undefined ? [] : placed(row, position, addedAt(position));
    });
  }

  #browsed(): { readonly revision: string; readonly all: Promise<BrowsedPlaylist[]> } {
    const accountId = this.#options.accountId();
    if (accountId === null) {
      return { revision: '', all: Promise.resolve([]) };
    }
    this.#keepFor();
    const revision = `${accountId}-${this.#columns.version(accountId).lists}`;
    if (this.#playlists?.revision !== revision) {
      const all = this.#readPlaylists(accountId);
      this.#playlists = { revision, all };
      all.catch(() => {
        this.#playlists = null;
      });
    }
    return this.#playlists;
  }

  async #readPlaylists(accountId: number): Promise<BrowsedPlaylist[]> {
    const rows: StoredPlaylistRow[] = [];
    for (;;) {
      const after = rows.at(-1)?.listId ?? 0;
      const piece = this.#playlistRows.after(accountId, after, PLAYLISTS_A_PIECE);
      rows.push(...piece);
      if (piece.length < PLAYLISTS_A_PIECE) {
        break;
      }
      await this.#options.yieldToEventLoop();
    }
    return browsePlaylists(rows, this.#playlistRows.listedIds(accountId));
  }

  async #searchItems(
    accountId: number,
    text: string,
    count: number,
  ): Promise<SearchResult['items']> {
    const { index, yieldToEventLoop } = this.#options;
    const found = (await findItems(index, accountId, text, yieldToEventLoop)) ?? [];
    const ids = found.length > MOST_RANKED ? this.#firstOf(found, accountId, text) : found;
    const named = [];
    for (let start = 0; start < Math.min(ids.length, MOST_RANKED); start += NAMES_A_PIECE) {
      const piece = ids.slice(start, Math.min(start + NAMES_A_PIECE, MOST_RANKED));
      named.push(...this.#columns.namesOf(accountId, piece));
      await yieldToEventLoop();
    }
    const best = rankFound(named, text).slice(0, count);
    const rows = this.#windows.ofFound(best.map(({ id }) => id));
    return { total: found.length, rows: best.flatMap(({ id }) => rows.get(id) ?? []) };
  }

  /** Little was typed, and so much is found: the items whose names begin so come first. */
  #firstOf(found: readonly number[], accountId: number, text: string): readonly number[] {
    const all = new Set(found);
    const beginnings = this.#options.index.findBeginnings(accountId, text, MOST_RANKED);
    const first = new Set(beginnings.filter((id) => all.has(id)));
    return [...first, ...found.slice(0, MOST_RANKED + first.size).filter((id) => !first.has(id))];
  }

  #keepFor(): void {
    this.#timer?.cancel();
    this.#timer = this.#isClosed
      ? null
      : this.#options.clock.setTimer(KEPT_FOR_MS, () => this.#letGo());
  }

  #letGo(): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.#orders.forget();
    this.#playlists = null;
  }
}

function placed(row: UnplacedRow, position: number, addedAtMs: number | null): LibraryRow {
  return row.kind === 'gap' ? { ...row, position, addedAtMs } : { ...row, position, addedAtMs };
}

function timeOrNull(atMs = Number.NaN): number | null {
  return Number.isNaN(atMs) ? null : atMs;
}

function letsAllThrough({ text, kinds, onlyUnavailable, onlyDuplicates }: RowsFilter): boolean {
  return typedWords(text).length === 0 && kinds === null && !onlyUnavailable && !onlyDuplicates;
}
