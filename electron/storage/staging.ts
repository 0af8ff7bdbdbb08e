import { STORED_AVAILABILITIES, type StoredAvailability } from './items.ts';
import { integer, integerOrNull, oneOf, text, textOrNull } from './row.ts';
import type { Database } from './sqlite.ts';

/** One row of a list as a page told it; it counts only once the whole list is known. */
export interface StagedEntry {
  readonly itemId: number | null;
  readonly availability: StoredAvailability;
  readonly addedAtMs: number | null;
  readonly addedBy: string | null;
}

/** A staged row beside what is known of its item up to now. */
export interface LoadedEntry extends StagedEntry {
  /** Null for a gap. */
  readonly knownAvailability: StoredAvailability | null;
}

/** Pages that were read, until the list they belong to is known whole. */
export class Staging {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  add(listId: number, position: number, entry: StagedEntry): void {
    this.#database.run(
      `INSERT INTO staged_entries
         (list_id, position, item_id, availability, added_at_ms, added_by)
       VALUES (?, ?, ?, ?, ?, ?)`,
      listId,
      position,
      entry.itemId,
      entry.availability,
      entry.addedAtMs,
      entry.addedBy,
    );
  }

  /** Rows from a position on, in order. */
  from(listId: number, position: number, limit: number): LoadedEntry[] {
    return this.#database.all(
      `SELECT item_id, staged_entries.availability AS availability, added_at_ms, added_by,
         items.availability AS known
       FROM staged_entries LEFT JOIN items ON items.id = staged_entries.item_id
       WHERE list_id = ? AND position >= ? ORDER BY position LIMIT ?`,
      (row) => ({
        itemId: integerOrNull(row, 'item_id'),
        availability: oneOf(row, 'availability', STORED_AVAILABILITIES),
        addedAtMs: integerOrNull(row, 'added_at_ms'),
        addedBy: textOrNull(row, 'added_by'),
        knownAvailability: row.known === null ? null : oneOf(row, 'known', STORED_AVAILABILITIES),
      }),
      listId,
      position,
      limit,
    );
  }

  /** The position after the last row, found without counting. */
  end(listId: number): number {
    const end = this.#database.get(
      `SELECT coalesce(max(position) + 1, 0) AS end FROM staged_entries WHERE list_id = ?`,
      (row) => integer(row, 'end'),
      listId,
    );
    return end ?? 0;
  }

  /**
   * How many rows are staged, without counting them: there is no gap between their positions. These
   * can start below 0.
   */
  bounds(listId: number): { readonly count: number; readonly first: number } {
    const bounds = this.#database.get(
      `SELECT (SELECT min(position) FROM staged_entries WHERE list_id = ?1) AS first,
         (SELECT max(position) FROM staged_entries WHERE list_id = ?1) AS last`,
      (row) => ({ first: integerOrNull(row, 'first'), last: integerOrNull(row, 'last') }),
      listId,
    );
    const first = bounds?.first ?? null;
    const last = bounds?.last ?? null;
    return first === null || last === null
      ? { count: 0, first: 0 }
      : { count: last - first + 1, first };
  }

  /** Those of the items that are staged. */
  among(listId: number, itemIds: readonly number[]): ReadonlySet<number> {
    const staged = this.#database.all(
      `SELECT DISTINCT item_id FROM staged_entries
       WHERE list_id = ? AND item_id IN (SELECT value FROM json_each(?))`,
      (row) => integer(row, 'item_id'),
      listId,
      JSON.stringify(itemIds),
    );
    return new Set(staged);
  }

  countGaps(listId: number): number {
    const count = this.#database.get(
      'SELECT count(*) AS rows FROM staged_entries WHERE list_id = ? AND item_id IS NULL',
      (row) => integer(row, 'rows'),
      listId,
    );
    return count ?? 0;
  }

  /** What stands at each position from one on; null for a gap. */
  itemIdsFrom(listId: number, position: number, limit: number): (number | null)[] {
    return this.#database.all(
      `SELECT item_id FROM staged_entries WHERE list_id = ? AND position >= ?
       ORDER BY position LIMIT ?`,
      (row) => integerOrNull(row, 'item_id'),
      listId,
      position,
      limit,
    );
  }

  /** Drops up to `limit` rows and answers how many there were. */
  drop(listId: number, limit: number): number {
    return this.#database.run(
      `DELETE FROM staged_entries WHERE list_id = ?1 AND position IN (
         SELECT position FROM staged_entries WHERE list_id = ?1 ORDER BY position LIMIT ?2)`,
      listId,
      limit,
    ).changes;
  }

  /** The same for all lists of an account. */
  dropAny(accountId: number, limit: number): number {
    return this.#database.run(
      `DELETE FROM staged_entries WHERE (list_id, position) IN (
         SELECT list_id, position FROM staged_entries
         WHERE list_id IN (SELECT id FROM lists WHERE account_id = ?) LIMIT ?)`,
      accountId,
      limit,
    ).changes;
  }

  addPlaylist(accountId: number, position: number, externalId: string, summary: string): void {
    this.#database.run(
      `INSERT INTO staged_playlists (account_id, position, external_id, summary)
       VALUES (?, ?, ?, ?)`,
      accountId,
      position,
      externalId,
      summary,
    );
  }

  playlistIds(accountId: number): string[] {
    return this.#database.all(
      'SELECT external_id FROM staged_playlists WHERE account_id = ? ORDER BY position',
      (row) => text(row, 'external_id'),
      accountId,
    );
  }

  /** The staged rows of the playlists list as JSON, in order. */
  playlists(accountId: number): string[] {
    return this.#database.all(
      'SELECT summary FROM staged_playlists WHERE account_id = ? ORDER BY position',
      (row) => text(row, 'summary'),
      accountId,
    );
  }

  dropPlaylists(accountId: number): void {
    this.#database.run('DELETE FROM staged_playlists WHERE account_id = ?', accountId);
  }
}
