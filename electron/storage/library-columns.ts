import { readId, standsAt } from './history-rows.ts';
import { STORED_AVAILABILITIES, STORED_ITEM_KINDS, type StoredItemKind } from './items.ts';
import { NAMES, type NamedItem, readNamed } from './named-item.ts';
import { integer, integerOrNull, numberList, sparseNumberList, text, textList } from './row.ts';
import type { Database } from './sqlite.ts';

/** Rows of a list in its order; the same index is the same row. */
export interface RowsPiece {
  readonly ids: readonly number[];
  /** NaN for a gap. */
  readonly itemIds: readonly number[];
  /** NaN where Spotify does not say. */
  readonly addedAtMs: readonly number[];
  /** The order key of the last row; null where there was none. */
  readonly lastKey: string | null;
}

export interface ItemsPiece {
  readonly ids: readonly number[];
  /** Indexes of `STORED_ITEM_KINDS` and of `STORED_AVAILABILITIES`. */
  readonly kinds: readonly number[];
  readonly availabilities: readonly number[];
  /** NaN where Spotify does not say. */
  readonly durationsMs: readonly number[];
}

export interface NamesPiece {
  readonly ids: readonly number[];
  readonly names: readonly string[];
  /** JSON, as it is stored: most of them stand at many items. */
  readonly artists: readonly string[];
  /** '' where there is none. */
  readonly albums: readonly string[];
}

/** What tells whether rows that were read before still are as they were. */
export interface LibraryVersion {
  readonly items: number;
  readonly lists: number;
}

export interface StandingList {
  readonly id: number;
  readonly revisionId: number;
}

/**
 * The library by columns, in pieces: what rows are sorted and filtered by, without the rows. Columns
 * come as JSON, which costs a fifth of what rows do.
 */
export class LibraryColumns {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  version(accountId: number): LibraryVersion {
    const version = this.#database.get(
      'SELECT items_version, lists_version FROM accounts WHERE id = ?',
      (row) => ({ items: integer(row, 'items_version'), lists: integer(row, 'lists_version') }),
      accountId,
    );
    return version ?? { items: 0, lists: 0 };
  }

  /** Lists of items that are in the library now and were read whole; the list of playlists is none. */
  standingLists(accountId: number): StandingList[] {
    return this.#database.all(
      `SELECT id, revision_id FROM lists
       WHERE account_id = ? AND gone_since_ms IS NULL AND kind <> 'playlists'
         AND revision_id IS NOT NULL ORDER BY id`,
      (row) => ({ id: integer(row, 'id'), revisionId: integer(row, 'revision_id') }),
      accountId,
    );
  }

  /** What stood in a list at a revision, after an order key ('' is the beginning). */
  rows(listId: number, revisionId: number, afterKey: string, limit: number): RowsPiece {
    const piece = this.#database.get(
      `SELECT json_group_array(id) AS ids, json_group_array(item_id) AS item_ids,
         json_group_array(added_at_ms) AS added, max(order_key) AS last_key
       FROM (SELECT id, item_id, added_at_ms, order_key FROM entries INDEXED BY entries_by_order
             WHERE list_id = ?1 AND order_key > ?3 AND ${standsAt('?2')}
             ORDER BY order_key LIMIT ?4)`,
      (row) => ({
        ids: numberList(row, 'ids'),
        itemIds: sparseNumberList(row, 'item_ids'),
        addedAtMs: sparseNumberList(row, 'added'),
        lastKey: row.last_key === null ? null : text(row, 'last_key'),
      }),
      listId,
      revisionId,
      afterKey,
      limit,
    );
    return piece ?? { ids: [], itemIds: [], addedAtMs: [], lastKey: null };
  }

  /** How many rows stood at a revision of a list; null where that is not known any more. */
  rowCount(list: StandingList): number | null {
    return this.#database.get(
      'SELECT row_count FROM revisions WHERE id = ? AND list_id = ?',
      (row) => integer(row, 'row_count'),
      list.revisionId,
      list.id,
    );
  }

  /**
   * Ids of the rows of one window of a list as it stood at a revision, in its order. Walked to from
   * the nearer end.
   *
   * @param total rows of the list at that revision, as `rowCount` answers
   */
  window(list: StandingList, offset: number, count: number, total: number): number[] {
    const fromEnd = total - offset - count;
    return fromEnd >= 0 && fromEnd < offset
      ? this.#walk(list, 'DESC', fromEnd, count).reverse()
      : this.#walk(list, 'ASC', offset, count);
  }

  #walk({ id, revisionId }: StandingList, way: 'ASC' | 'DESC', skip: number, count: number) {
    return this.#database.all(
      `SELECT id FROM entries INDEXED BY entries_by_order
       WHERE list_id = ?1 AND ${standsAt('?2')} ORDER BY order_key ${way} LIMIT ?3 OFFSET ?4`,
      readId,
      id,
      revisionId,
      count,
      skip,
    );
  }

  /** Items of an account after an id, in the order of their ids. */
  items(accountId: number, afterId: number, limit: number): ItemsPiece {
    const piece = this.#database.get(
      `SELECT json_group_array(id) AS ids, json_group_array(${indexIn('kind', STORED_ITEM_KINDS)})
           AS kinds,
         json_group_array(${indexIn('availability', STORED_AVAILABILITIES)}) AS availabilities,
         json_group_array(duration_ms) AS durations
       FROM (SELECT id, kind, availability, duration_ms FROM items
             WHERE id > ?2 AND +account_id = ?1 ORDER BY id LIMIT ?3)`,
      (row) => ({
        ids: numberList(row, 'ids'),
        kinds: numberList(row, 'kinds'),
        availabilities: numberList(row, 'availabilities'),
        durationsMs: sparseNumberList(row, 'durations'),
      }),
      accountId,
      afterId,
      limit,
    );
    return piece ?? { ids: [], kinds: [], availabilities: [], durationsMs: [] };
  }

  /** What items are called, after an id, in the order of their ids. */
  names(accountId: number, afterId: number, limit: number): NamesPiece {
    const piece = this.#database.get(
      `SELECT json_group_array(id) AS ids, json_group_array(name) AS names,
         json_group_array(artists) AS artists, json_group_array(coalesce(album, '')) AS albums
       FROM (SELECT id, name, artists, album FROM items
             WHERE id > ?2 AND +account_id = ?1 ORDER BY id LIMIT ?3)`,
      (row) => ({
        ids: numberList(row, 'ids'),
        names: textList(row, 'names'),
        artists: textList(row, 'artists'),
        albums: textList(row, 'albums'),
      }),
      accountId,
      afterId,
      limit,
    );
    return piece ?? { ids: [], names: [], artists: [], albums: [] };
  }

  /** What certain items are called, in no order. */
  namesOf(accountId: number, itemIds: readonly number[]): NamedItem[] {
    return this.#database.all(
      `SELECT ${NAMES} FROM items
       WHERE id IN (SELECT value FROM json_each(?2)) AND +account_id = ?1`,
      readNamed,
      accountId,
      JSON.stringify(itemIds),
    );
  }

  /** The greatest id of an item of any account. */
  lastItemId(): number {
    const last = this.#database.get('SELECT max(id) AS id FROM items', (row) =>
      integerOrNull(row, 'id'),
    );
    return last ?? 0;
  }
}

/** The index that stands for a kind of items in columns. */
export function kindIndex(kind: StoredItemKind): number {
  return STORED_ITEM_KINDS.indexOf(kind);
}

function indexIn(column: string, words: readonly string[]): string {
  const branches = words.map((word, index) => `WHEN '${word}' THEN ${index}`);
  return `CASE ${column} ${branches.join(' ')} ELSE -1 END`;
}
