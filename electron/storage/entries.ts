import { STORED_AVAILABILITIES, type StoredAvailability } from './items.ts';
import { integer, integerOrNull, oneOf, text, textOrNull } from './row.ts';
import type { Database, SqlRow } from './sqlite.ts';

/** One row of a list as it stands. */
export interface StoredEntry {
  readonly id: number;
  /** Null where Spotify showed a gap and nobody knows what had been there. */
  readonly itemId: number | null;
  readonly orderKey: string;
  readonly addedAtMs: number | null;
  readonly addedBy: string | null;
  /** Of the item; `missing` for a gap. */
  readonly availability: StoredAvailability;
}

export interface NewEntry {
  readonly itemId: number | null;
  readonly orderKey: string;
  readonly addedAtMs: number | null;
  readonly addedBy: string | null;
}

/** A row of a list at some time, for readers of the history. */
export interface HistoricEntry {
  readonly uri: string | null;
  readonly addedAtMs: number | null;
  readonly addedBy: string | null;
}

const OPEN_COLUMNS = `entries.id AS id, entries.item_id AS item_id, order_key, added_at_ms, added_by,
  coalesce(items.availability, 'missing') AS availability`;

/** What stands in each list, and what stood there at every time it was looked at. */
export class Entries {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The first rows after an order key, in order; null starts at the head. */
  openAfter(listId: number, orderKey: string | null, limit: number): StoredEntry[] {
    return this.#database.all(
      `SELECT ${OPEN_COLUMNS} FROM entries LEFT JOIN items ON items.id = entries.item_id
       WHERE list_id = ? AND to_revision IS NULL AND order_key > ?
       ORDER BY order_key LIMIT ?`,
      readEntry,
      listId,
      orderKey ?? '',
      limit,
    );
  }

  /** The rows in which these items stand, in no order. */
  openOfItems(listId: number, itemIds: readonly number[]): StoredEntry[] {
    return this.#database.all(
      `SELECT ${OPEN_COLUMNS} FROM entries JOIN items ON items.id = entries.item_id
       WHERE list_id = ?1 AND to_revision IS NULL
         AND entries.item_id IN (SELECT value FROM json_each(?2))`,
      readEntry,
      listId,
      JSON.stringify(itemIds),
    );
  }

  /** Rows whose item Spotify last showed as a gap. */
  countMissing(listId: number): number {
    const count = this.#database.get(
      `SELECT count(*) AS rows FROM entries LEFT JOIN items ON items.id = entries.item_id
       WHERE list_id = ? AND to_revision IS NULL
         AND coalesce(items.availability, 'missing') = 'missing'`,
      (row) => integer(row, 'rows'),
      listId,
    );
    return count ?? 0;
  }

  /** URIs of items that stand in the list and are not staged for it. */
  absentUris(listId: number): string[] {
    return this.#database.all(
      `SELECT DISTINCT items.uri AS uri FROM entries JOIN items ON items.id = entries.item_id
       WHERE list_id = ?1 AND to_revision IS NULL AND NOT EXISTS (
         SELECT 1 FROM staged_entries
         WHERE staged_entries.list_id = ?1 AND staged_entries.item_id = entries.item_id)`,
      (row) => text(row, 'uri'),
      listId,
    );
  }

  /** When the last of the lists was read in which the item stands; null when it stands in none. */
  lastReadAtMs(itemId: number): number | null {
    return this.#database.get(
      `SELECT max(lists.read_at_ms) AS at_ms FROM entries
         JOIN lists ON lists.id = entries.list_id AND from_revision <= lists.revision_id
       WHERE item_id = ? AND to_revision IS NULL`,
      (row) => integerOrNull(row, 'at_ms'),
      itemId,
    );
  }

  add(listId: number, entry: NewEntry, revisionId: number): void {
    this.#database.run(
      `INSERT INTO entries (list_id, item_id, order_key, added_at_ms, added_by, from_revision)
       VALUES (?, ?, ?, ?, ?, ?)`,
      listId,
      entry.itemId,
      entry.orderKey,
      entry.addedAtMs,
      entry.addedBy,
      revisionId,
    );
  }

  /** The same for many rows: half the work of one by one. */
  addAll(listId: number, rows: readonly NewEntry[], revisionId: number): void {
    this.#database.run(
      `INSERT INTO entries (list_id, item_id, order_key, added_at_ms, added_by, from_revision)
       SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, ?2 FROM json_each(?3)`,
      listId,
      revisionId,
      JSON.stringify(
        rows.map(({ itemId, orderKey, addedAtMs, addedBy }) => [
          itemId,
          orderKey,
          addedAtMs,
          addedBy,
        ]),
      ),
    );
  }

  /** These rows stand there no longer. */
  endAll(entryIds: readonly number[], revisionId: number): void {
    this.#database.run(
      'UPDATE entries SET to_revision = ? WHERE id IN (SELECT value FROM json_each(?))',
      revisionId,
      JSON.stringify(entryIds),
    );
  }

  /** A new revision of a list; it counts once `Lists.publish` names it. */
  addRevision(
    listId: number,
    window: { readonly afterMs: number | null; readonly beforeMs: number },
  ): number {
    return this.#database.run(
      'INSERT INTO revisions (list_id, observed_after_ms, observed_before_ms) VALUES (?, ?, ?)',
      listId,
      // No later, also where the clock was set back in between.
      window.afterMs === null ? null : Math.min(window.afterMs, window.beforeMs),
      window.beforeMs,
    ).lastId;
  }

  /** Lists with a revision that was begun and never published. */
  unpublished(accountId: number): { readonly id: number; readonly revisionId: number | null }[] {
    return this.#database.all(
      `SELECT id, revision_id FROM lists WHERE account_id = ? AND EXISTS (
         SELECT 1 FROM revisions
         WHERE list_id = lists.id AND revisions.id > coalesce(lists.revision_id, 0))`,
      (row) => ({ id: integer(row, 'id'), revisionId: integerOrNull(row, 'revision_id') }),
      accountId,
    );
  }

  /**
   * Takes back up to `limit` rows of what belongs to a revision that was begun and never published;
   * answers whether that was all.
   */
  discardUnpublished(listId: number, publishedRevision: number | null, limit: number): boolean {
    const published = publishedRevision ?? 0;
    return this.#database.transaction(() => {
      const added = this.#database.run(
        `DELETE FROM entries WHERE id IN (
           SELECT id FROM entries WHERE list_id = ? AND from_revision > ? LIMIT ?)`,
        listId,
        published,
        limit,
      ).changes;
      const ended = this.#database.run(
        `UPDATE entries SET to_revision = NULL WHERE id IN (
           SELECT id FROM entries WHERE list_id = ? AND to_revision > ? LIMIT ?)`,
        listId,
        published,
        limit - added,
      ).changes;
      if (added + ended === limit) {
        return false;
      }
      this.#database.run('DELETE FROM revisions WHERE list_id = ? AND id > ?', listId, published);
      return true;
    });
  }

  /** The list as it was observed at or last before a time; null when it was not known yet. */
  at(listId: number, atMs: number): HistoricEntry[] | null {
    const revision = this.#database.get(
      `SELECT max(revisions.id) AS id FROM revisions JOIN lists ON lists.id = revisions.list_id
       WHERE list_id = ? AND observed_before_ms <= ? AND revisions.id <= lists.revision_id`,
      (row) => integerOrNull(row, 'id'),
      listId,
      atMs,
    );
    if (revision === null) {
      return null;
    }
    return this.#database.all(
      `SELECT items.uri AS uri, added_at_ms, added_by
       FROM entries LEFT JOIN items ON items.id = entries.item_id
       WHERE list_id = ? AND from_revision <= ? AND (to_revision IS NULL OR to_revision > ?)
       ORDER BY order_key`,
      (row) => ({
        uri: textOrNull(row, 'uri'),
        addedAtMs: integerOrNull(row, 'added_at_ms'),
        addedBy: textOrNull(row, 'added_by'),
      }),
      listId,
      revision,
      revision,
    );
  }
}

function readEntry(row: SqlRow): StoredEntry {
  return {
    id: integer(row, 'id'),
    itemId: integerOrNull(row, 'item_id'),
    orderKey: text(row, 'order_key'),
    addedAtMs: integerOrNull(row, 'added_at_ms'),
    addedBy: textOrNull(row, 'added_by'),
    availability: oneOf(row, 'availability', STORED_AVAILABILITIES),
  };
}
