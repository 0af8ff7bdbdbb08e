import { CHANGE_KINDS, type Change, type ChangeKind } from '../../shared/change.ts';
import { CHANGE_COLUMNS, CHANGE_TABLES, readChange } from './read-change.ts';
import { integer, oneOf } from './row.ts';
import type { Database } from './sqlite.ts';

/** A change as it is written; ids and names of items come from the tables beside it. */
export interface NewChange {
  readonly listId: number;
  readonly listName: string;
  readonly kind: ChangeKind;
  readonly observedAfterMs: number;
  readonly observedBeforeMs: number;
  readonly item?: {
    readonly itemId: number | null;
    readonly addedBy: string | null;
    readonly addedAtMs: number | null;
  };
  readonly itemCount?: number;
  readonly texts?: { readonly before: string; readonly after: string };
}

/** Everything that changed, in the order in which it was noticed. */
export class Changes {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Writes a change that stays out of sight until `publish`. */
  add(accountId: number, change: NewChange): void {
    this.#database.run(
      `INSERT INTO changes (account_id, list_id, list_name, kind, observed_after_ms,
         observed_before_ms, item_id, added_by, added_at_ms, item_count, text_before, text_after)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      accountId,
      change.listId,
      change.listName,
      change.kind,
      // No later, also where the clock was set back in between.
      Math.min(change.observedAfterMs, change.observedBeforeMs),
      change.observedBeforeMs,
      change.item?.itemId ?? null,
      change.item?.addedBy ?? null,
      change.item?.addedAtMs ?? null,
      change.itemCount ?? null,
      change.texts?.before ?? null,
      change.texts?.after ?? null,
    );
  }

  /** Shows everything written so far. Belongs into the transaction that publishes the list. */
  publish(accountId: number): void {
    this.#database.run(
      // The plus keeps SQLite from walking through every change of the account.
      `UPDATE accounts SET last_change_id = coalesce(
         (SELECT max(id) FROM changes
          WHERE +account_id = ?1 AND changes.id > accounts.last_change_id),
         last_change_id)
       WHERE id = ?1`,
      accountId,
    );
  }

  /**
   * Takes back up to `limit` of what was written and never published; answers whether that was all.
   */
  discardUnpublished(accountId: number, limit: number): boolean {
    const { changes } = this.#database.run(
      `DELETE FROM changes WHERE id IN (
         SELECT id FROM changes WHERE +account_id = ?1
           AND id > (SELECT last_change_id FROM accounts WHERE id = ?1) LIMIT ?2)`,
      accountId,
      limit,
    );
    return changes < limit;
  }

  /** Newest first. `kinds` null lets everything through. */
  page(
    accountId: number,
    kinds: readonly ChangeKind[] | null,
    offset: number,
    count: number,
  ): { total: number; rows: Change[] } {
    const names = JSON.stringify(kinds ?? CHANGE_KINDS);
    const where = `changes.account_id = ?1
      AND changes.kind IN (SELECT value FROM json_each(?2))
      AND changes.id <= (SELECT last_change_id FROM accounts WHERE id = ?1)`;
    const total = this.#database.get(
      `SELECT count(*) AS rows FROM changes WHERE ${where}`,
      (row) => integer(row, 'rows'),
      accountId,
      names,
    );
    // The ids are cut out first, so that only the rows of one window are joined.
    const rows = this.#database.all(
      `SELECT ${CHANGE_COLUMNS} FROM ${CHANGE_TABLES}
       WHERE changes.id IN (
         SELECT id FROM changes WHERE ${where} ORDER BY id DESC LIMIT ?3 OFFSET ?4)
       ORDER BY changes.id DESC`,
      readChange,
      accountId,
      names,
      count,
      offset,
    );
    return { total: total ?? 0, rows };
  }

  /** The newest, newest first. */
  latest(accountId: number, count: number): Change[] {
    return this.#database.all(
      `SELECT ${CHANGE_COLUMNS} FROM ${CHANGE_TABLES}
       WHERE changes.id IN (
         -- The plus keeps SQLite from sorting every change of the account: it goes from the end.
         SELECT id FROM changes WHERE +account_id = ?1
           AND id <= (SELECT last_change_id FROM accounts WHERE id = ?1)
         ORDER BY id DESC LIMIT ?2)
       ORDER BY changes.id DESC`,
      readChange,
      accountId,
      count,
    );
  }

  countUnread(accountId: number): number {
    const count = this.#database.get(
      `SELECT count(*) AS rows FROM changes WHERE account_id = ?1 AND unread = 1
         AND id <= (SELECT last_change_id FROM accounts WHERE id = ?1)`,
      (row) => integer(row, 'rows'),
      accountId,
    );
    return count ?? 0;
  }

  markRead(accountId: number, throughId: number): void {
    this.#database.run(
      'UPDATE changes SET unread = 0 WHERE account_id = ? AND unread = 1 AND id <= ?',
      accountId,
      throughId,
    );
  }

  /**
   * How many of each kind were noticed in each list at each moment since a time: grouped as
   * `changes_by_group` is, so that they are counted as they are met.
   */
  countsSince(
    accountId: number,
    sinceMs: number,
  ): { readonly atMs: number; readonly kind: ChangeKind; readonly count: number }[] {
    return this.#database.all(
      `SELECT observed_before_ms, kind, count(*) AS rows FROM changes
       WHERE account_id = ?1 AND observed_before_ms >= ?2
         AND id <= (SELECT last_change_id FROM accounts WHERE id = ?1)
       GROUP BY observed_before_ms, list_id, kind`,
      (row) => ({
        atMs: integer(row, 'observed_before_ms'),
        kind: oneOf(row, 'kind', CHANGE_KINDS),
        count: integer(row, 'rows'),
      }),
      accountId,
      sinceMs,
    );
  }

  /** The last one that is told of: while it is the same, nothing was added. */
  lastId(accountId: number): number {
    const last = this.#database.get(
      'SELECT last_change_id FROM accounts WHERE id = ?',
      (row) => integer(row, 'last_change_id'),
      accountId,
    );
    return last ?? 0;
  }
}
