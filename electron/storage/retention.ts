import { integer, integerOrNull } from './row.ts';
import type { Database } from './sqlite.ts';

/** Up to `limit` rows of one kind are deleted; answers how many there were. */
type DeletePiece = (limit: number) => number;

/** Ends with the number of rows that were deleted. */
type Deletion = Generator<void, number>;

/**
 * Deletes what ended before a time, in pieces. Whatever is asked of the history from that time on
 * gets the same answer as before: of each list the last state before it stays.
 */
export class Retention {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Nothing that ended before this time is kept of an account; null: nothing was deleted yet. */
  historyFromMs(accountId: number): number | null {
    return this.#database.get(
      'SELECT history_from_ms FROM accounts WHERE id = ?',
      (row) => integerOrNull(row, 'history_from_ms'),
      accountId,
    );
  }

  writeHistoryFrom(accountId: number, atMs: number): void {
    this.#database.run('UPDATE accounts SET history_from_ms = ? WHERE id = ?', atMs, accountId);
  }

  /**
   * Deletes piece by piece; each step of the iteration is a transaction of its own. Ended anywhere,
   * it can be begun again: what is deleted is not found any more.
   */
  *deleteBefore(accountId: number, cutMs: number, limit: number): Deletion {
    let rows = yield* pieces(limit, (most) => this.#deleteChanges(accountId, cutMs, most));
    for (const listId of this.#goneLists(accountId, cutMs)) {
      rows += yield* this.#deleteList(listId, limit);
    }
    for (const { listId, revision } of this.#oldestKept(accountId, cutMs)) {
      rows += yield* pieces(limit, (most) => this.#deleteEndedEntries(listId, revision, most));
      rows += yield* pieces(limit, (most) => this.#deleteRevisions(listId, revision, most));
    }
    rows += yield* pieces(limit, (most) => this.#deleteVersions(accountId, cutMs, most));
    return rows + (yield* this.#deleteOfItems(accountId, cutMs, limit));
  }

  #deleteChanges(accountId: number, cutMs: number, limit: number): number {
    return this.#database.run(
      `DELETE FROM changes WHERE id IN (
         SELECT id FROM changes WHERE account_id = ? AND observed_before_ms < ? LIMIT ?)`,
      accountId,
      cutMs,
      limit,
    ).changes;
  }

  /** Playlists that left the library so long ago that nothing is told of them any more. */
  #goneLists(accountId: number, cutMs: number): number[] {
    return this.#database.all(
      `SELECT id FROM lists WHERE account_id = ? AND gone_since_ms < ?
         AND NOT EXISTS (SELECT 1 FROM changes WHERE list_id = lists.id)`,
      (row) => integer(row, 'id'),
      accountId,
      cutMs,
    );
  }

  *#deleteList(listId: number, limit: number): Deletion {
    let rows = 1;
    // Should it come back meanwhile, it is a new list.
    this.#database.run(
      `UPDATE lists SET external_id = 'deleted ' || id, uri = NULL, name = '', description = '',
         revision_id = NULL WHERE id = ?`,
      listId,
    );
    for (const table of ['staged_entries', 'entries', 'revisions', 'list_versions']) {
      const key = table === 'staged_entries' ? 'position' : 'id';
      rows += yield* pieces(
        limit,
        (most) =>
          this.#database.run(
            `DELETE FROM ${table} WHERE list_id = ?1 AND ${key} IN (
               SELECT ${key} FROM ${table} WHERE list_id = ?1 LIMIT ?2)`,
            listId,
            most,
          ).changes,
      );
    }
    this.#database.run('DELETE FROM lists WHERE id = ?', listId);
    yield;
    return rows;
  }

  /** Of each list the state that held at the cut; lists that were not known yet have none. */
  #oldestKept(accountId: number, cutMs: number): { listId: number; revision: number }[] {
    return this.#database.all(
      `SELECT lists.id AS list_id, max(revisions.id) AS revision
       FROM lists JOIN revisions ON revisions.list_id = lists.id
       WHERE account_id = ? AND observed_before_ms <= ? AND revisions.id <= lists.revision_id
       GROUP BY lists.id`,
      (row) => ({ listId: integer(row, 'list_id'), revision: integer(row, 'revision') }),
      accountId,
      cutMs,
    );
  }

  #deleteEndedEntries(listId: number, revision: number, limit: number): number {
    return this.#database.run(
      `DELETE FROM entries WHERE id IN (
         SELECT id FROM entries WHERE list_id = ? AND to_revision <= ? LIMIT ?)`,
      listId,
      revision,
      limit,
    ).changes;
  }

  #deleteRevisions(listId: number, revision: number, limit: number): number {
    return this.#database.run(
      `DELETE FROM revisions WHERE id IN (
         SELECT id FROM revisions WHERE list_id = ? AND id < ? LIMIT ?)`,
      listId,
      revision,
      limit,
    ).changes;
  }

  /** Descriptions that a later one had replaced by then. */
  #deleteVersions(accountId: number, cutMs: number, limit: number): number {
    return this.#database.run(
      `DELETE FROM list_versions WHERE id IN (
         SELECT version.id FROM lists JOIN list_versions AS version ON version.list_id = lists.id
         WHERE account_id = ?1 AND EXISTS (
           SELECT 1 FROM list_versions AS later
           WHERE later.list_id = version.list_id AND later.observed_at_ms <= ?2
             AND (later.observed_at_ms, later.id) > (version.observed_at_ms, version.id))
         LIMIT ?3)`,
      accountId,
      cutMs,
      limit,
    ).changes;
  }

  /** Past availabilities, and items that nothing refers to any more. */
  *#deleteOfItems(accountId: number, cutMs: number, limit: number): Deletion {
    let rows = 0;
    const last = this.#lastItem();
    for (let from = 1; from <= last; from += limit) {
      this.#database.transaction(() => {
        rows += this.#database.run(
          `DELETE FROM past_availabilities
           WHERE item_id BETWEEN ?2 AND ?3 AND ended_before_ms < ?4
             AND (SELECT account_id FROM items WHERE id = item_id) = ?1`,
          accountId,
          from,
          from + limit - 1,
          cutMs,
        ).changes;
        if (!this.#isReading(accountId)) {
          rows += this.#database.run(
            `DELETE FROM items WHERE +account_id = ?1 AND id BETWEEN ?2 AND ?3
               AND NOT EXISTS (SELECT 1 FROM entries WHERE item_id = items.id)
               AND NOT EXISTS (SELECT 1 FROM changes WHERE item_id = items.id)`,
            accountId,
            from,
            from + limit - 1,
          ).changes;
        }
      });
      yield;
    }
    return rows;
  }

  #lastItem(): number {
    return (
      this.#database.get('SELECT max(id) AS id FROM items', (row) => integerOrNull(row, 'id')) ?? 0
    );
  }

  /** Pages that are staged refer to items too, and have no index for it: their time comes later. */
  #isReading(accountId: number): boolean {
    const staged = this.#database.get(
      `SELECT 1 AS found FROM lists WHERE account_id = ?
         AND EXISTS (SELECT 1 FROM staged_entries WHERE list_id = lists.id) LIMIT 1`,
      (row) => integer(row, 'found'),
      accountId,
    );
    return staged !== null;
  }
}

function* pieces(limit: number, deletePiece: DeletePiece): Deletion {
  let rows = 0;
  for (;;) {
    const deleted = deletePiece(limit);
    rows += deleted;
    yield;
    if (deleted < limit) {
      return rows;
    }
  }
}
