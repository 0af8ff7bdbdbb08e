import { integer, integerOrNull, oneOf, textOrNull } from './row.ts';
import type { Database, SqlRow } from './sqlite.ts';

const READING_STATES = ['looking', 'waiting', 'reading', 'confirming', 'done', 'left'] as const;
/**
 * `looking`: its first page may show that nothing changed. `waiting`: not begun. `reading`: some pages are staged. `confirming`: all pages are staged, and
 * one more answer must show that nothing moved meanwhile. `done`: this pass does not look at it again. `left`: given up in this pass.
 */
export type ReadingState = (typeof READING_STATES)[number];

export interface StoredReading {
  readonly listId: number;
  readonly state: ReadingState;
  readonly total: number | null;
  readonly nextOffset: number;
  readonly snapshotId: string | null;
  readonly listedSnapshotId: string | null;
  readonly tries: number;
  /** Where to go on in a list that is read by cursor; null at its beginning. */
  readonly nextCursor: string | null;
  /** Before the oldest staged page was asked for; null while none is. */
  readonly firstAskedAtMs: number | null;
}

/** How far the running pass has come with each list that it has to read. */
export class Readings {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(listId: number): StoredReading | null {
    return this.#database.get('SELECT * FROM readings WHERE list_id = ?', readReading, listId);
  }

  all(accountId: number, state: ReadingState): StoredReading[] {
    return this.#database.all(
      'SELECT * FROM readings WHERE account_id = ? AND state = ? ORDER BY list_id',
      readReading,
      accountId,
      state,
    );
  }

  /** The list to go on with: one that was begun, else the next that waits. */
  next(accountId: number): StoredReading | null {
    return this.#database.get(
      `SELECT * FROM readings WHERE account_id = ? AND state IN ('reading', 'waiting')
       ORDER BY state, list_id LIMIT 1`,
      readReading,
      accountId,
    );
  }

  /** How many lists of the plan are neither done nor left. */
  countUnfinished(accountId: number): number {
    const count = this.#database.get(
      `SELECT count(*) AS rows FROM readings WHERE account_id = ? AND state NOT IN ('done', 'left')`,
      (row) => integer(row, 'rows'),
      accountId,
    );
    return count ?? 0;
  }

  /** Puts a list on the pass's plan; one that stands there already stays as it is. */
  plan(accountId: number, listId: number, listedSnapshotId: string | null): void {
    this.#database.run(
      `INSERT INTO readings (list_id, account_id, state, listed_snapshot_id)
       VALUES (?, ?, 'waiting', ?) ON CONFLICT (list_id) DO NOTHING`,
      listId,
      accountId,
      listedSnapshotId,
    );
  }

  /** Puts a list on the plan whose first page may be enough, unless it is there. */
  planLook(accountId: number, listId: number): void {
    this.#database.run(
      `INSERT INTO readings (list_id, account_id, state) VALUES (?, ?, 'looking')
       ON CONFLICT (list_id) DO NOTHING`,
      listId,
      accountId,
    );
  }

  /** Its first page was not enough. */
  writeWaiting(listId: number): void {
    this.#database.run(`UPDATE readings SET state = 'waiting' WHERE list_id = ?`, listId);
  }

  /** The first page of a list was enough. */
  writeDone(listId: number): void {
    this.#database.run(`UPDATE readings SET state = 'done' WHERE list_id = ?`, listId);
  }

  /** Notes a list that was read, so that the pass does not look at it again after an interruption. */
  planDone(accountId: number, listId: number): void {
    this.#database.run(
      `INSERT INTO readings (list_id, account_id, state) VALUES (?, ?, 'done')
       ON CONFLICT (list_id) DO UPDATE SET state = excluded.state`,
      listId,
      accountId,
    );
  }

  writePage(
    listId: number,
    page: {
      readonly state: 'reading' | 'confirming';
      readonly total: number | null;
      readonly nextOffset: number;
      readonly snapshotId: string | null;
      readonly nextCursor?: string | null;
      /** Kept from the first page on. */
      readonly askedAtMs?: number;
    },
  ): void {
    this.#database.run(
      `UPDATE readings SET state = ?, total = ?, next_offset = ?, snapshot_id = ?,
         next_cursor = ?, first_asked_at_ms = coalesce(first_asked_at_ms, ?)
       WHERE list_id = ?`,
      page.state,
      page.total,
      page.nextOffset,
      page.snapshotId,
      page.nextCursor ?? null,
      page.askedAtMs ?? null,
      listId,
    );
  }

  /** Back to the first page, with one more try counted. What was staged is the caller's to drop. */
  startAgain(listId: number, state: 'waiting' | 'left'): void {
    this.#database.run(
      `UPDATE readings SET state = ?, total = NULL, next_offset = 0, snapshot_id = NULL,
         next_cursor = NULL, first_asked_at_ms = NULL, tries = tries + 1 WHERE list_id = ?`,
      state,
      listId,
    );
  }

  countTry(listId: number): void {
    this.#database.run('UPDATE readings SET tries = tries + 1 WHERE list_id = ?', listId);
  }

  delete(listId: number): void {
    this.#database.run('DELETE FROM readings WHERE list_id = ?', listId);
  }

  deleteAll(accountId: number): void {
    this.#database.run('DELETE FROM readings WHERE account_id = ?', accountId);
  }
}

function readReading(row: SqlRow): StoredReading {
  return {
    listId: integer(row, 'list_id'),
    state: oneOf(row, 'state', READING_STATES),
    total: integerOrNull(row, 'total'),
    nextOffset: integer(row, 'next_offset'),
    snapshotId: textOrNull(row, 'snapshot_id'),
    listedSnapshotId: textOrNull(row, 'listed_snapshot_id'),
    tries: integer(row, 'tries'),
    nextCursor: textOrNull(row, 'next_cursor'),
    firstAskedAtMs: integerOrNull(row, 'first_asked_at_ms'),
  };
}
