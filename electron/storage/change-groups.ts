import { CHANGE_KINDS, type Change, type ChangeKind } from '../../shared/change.ts';
import { CHANGE_COLUMNS, CHANGE_TABLES, readChange } from './read-change.ts';
import { integer, integerOrNull, oneOf } from './row.ts';
import type { Database } from './sqlite.ts';

/** Changes of one kind that were noticed in one list at one moment. */
export interface ChangePart {
  readonly atMs: number;
  readonly listId: number;
  readonly kind: ChangeKind;
  readonly count: number;
  readonly unread: number;
  readonly newestId: number;
  /** The earliest look after which one of them may have happened. */
  readonly afterMs: number;
}

/** Which changes count. */
export interface CountedChanges {
  readonly accountId: number;
  readonly kinds: readonly ChangeKind[];
  readonly listId: number | null;
  readonly unreadOnly: boolean;
  readonly throughId: number;
}

const COUNTED = `account_id = ?1 AND kind IN (SELECT value FROM json_each(?2))
  AND (?3 IS NULL OR list_id = ?3) AND unread >= ?4`;

/** The changes by moment, list and kind: everything comes from one index, and no row is looked at. */
export class ChangeGroups {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The newest change that counts, and what else tells whether the same question has a new answer. */
  stamp(accountId: number): {
    readonly lastChangeId: number;
    readonly historyFromMs: number | null;
  } {
    const stamp = this.#database.get(
      'SELECT last_change_id, history_from_ms FROM accounts WHERE id = ?',
      (row) => ({
        lastChangeId: integer(row, 'last_change_id'),
        historyFromMs: integerOrNull(row, 'history_from_ms'),
      }),
      accountId,
    );
    return stamp ?? { lastChangeId: 0, historyFromMs: null };
  }

  /** When the newest change before a time was noticed; null where there is none. */
  newestBefore(accountId: number, beforeMs: number): number | null {
    return this.#database.get(
      `SELECT max(observed_before_ms) AS at_ms FROM changes
       WHERE account_id = ? AND observed_before_ms < ?`,
      (row) => integerOrNull(row, 'at_ms'),
      accountId,
      beforeMs,
    );
  }

  /** Everything that was noticed from one time to another, that one left out. */
  parts(counted: CountedChanges, fromMs: number, toMs: number): ChangePart[] {
    return this.#database.all(
      `SELECT observed_before_ms, list_id, kind, count(*) AS rows, sum(unread) AS unread,
         max(id) AS newest_id, min(observed_after_ms) AS after_ms
       FROM changes INDEXED BY changes_by_group
       WHERE ${COUNTED} AND id <= ?5 AND observed_before_ms >= ?6 AND observed_before_ms < ?7
       GROUP BY observed_before_ms, list_id, kind`,
      (row) => ({
        atMs: integer(row, 'observed_before_ms'),
        listId: integer(row, 'list_id'),
        kind: oneOf(row, 'kind', CHANGE_KINDS),
        count: integer(row, 'rows'),
        unread: integer(row, 'unread'),
        newestId: integer(row, 'newest_id'),
        afterMs: integer(row, 'after_ms'),
      }),
      ...valuesOf(counted),
      counted.throughId,
      fromMs,
      toMs,
    );
  }

  /** Some of a part, newest first. */
  idsOf(counted: CountedChanges, part: ChangePart, offset: number, count: number): number[] {
    return this.#database.all(
      `SELECT id FROM changes INDEXED BY changes_by_group
       WHERE account_id = ? AND observed_before_ms = ? AND list_id = ? AND kind = ?
         AND unread >= ? AND id <= ?
       ORDER BY id DESC LIMIT ? OFFSET ?`,
      (row) => integer(row, 'id'),
      counted.accountId,
      part.atMs,
      part.listId,
      part.kind,
      Number(counted.unreadOnly),
      counted.throughId,
      count,
      offset,
    );
  }

  /** The changes themselves, by id. */
  byId(ids: readonly number[]): ReadonlyMap<number, Change> {
    const rows = this.#database.all(
      `SELECT ${CHANGE_COLUMNS} FROM ${CHANGE_TABLES}
       WHERE changes.id IN (SELECT value FROM json_each(?))`,
      readChange,
      JSON.stringify(ids),
    );
    return new Map(rows.map((change) => [change.id, change]));
  }

  /** How many came later than `throughId`. */
  countLater(counted: CountedChanges): number {
    const count = this.#database.get(
      // The plus leads through the few newest rows, not through every kind.
      `SELECT count(*) AS rows FROM changes
       WHERE ${COUNTED.replace('account_id', '+account_id').replace('kind IN', '+kind IN')}
         AND id > ?5 AND id <= (SELECT last_change_id FROM accounts WHERE id = ?1)`,
      (row) => integer(row, 'rows'),
      ...valuesOf(counted),
      counted.throughId,
    );
    return count ?? 0;
  }
}

function valuesOf({ accountId, kinds, listId, unreadOnly }: CountedChanges) {
  return [accountId, JSON.stringify(kinds), listId, Number(unreadOnly)] as const;
}
