import { standsAt } from './history-rows.ts';
import { integer, integerOrNull, text, textOrNull } from './row.ts';
import type { Database, SqlRow } from './sqlite.ts';

/** A row of one state that the other does not have. */
export interface DifferingRow {
  readonly id: number;
  readonly itemId: number | null;
  readonly orderKey: string;
  readonly addedAtMs: number | null;
  readonly addedBy: string | null;
}

const COLUMNS = 'id, item_id, order_key, added_at_ms, added_by';

/**
 * The rows in which two states of a list differ, found without reading what they have in common. A
 * row is never rewritten: whatever stands in both is the same row at the same place.
 */
export class HistoryDifferences {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Rows of the earlier state that ended before the later one; piece by piece, in no order. */
  *ended(listId: number, earlier: number, later: number, piece: number): Generator<DifferingRow[]> {
    yield* this.#pieces(
      `SELECT ${COLUMNS}, to_revision AS mark FROM entries INDEXED BY entries_by_list
       WHERE list_id = ?1 AND from_revision <= ?2 AND to_revision <= ?3
         AND (to_revision, order_key) > (?4, ?5)
       ORDER BY to_revision, order_key LIMIT ?6`,
      listId,
      earlier,
      later,
      piece,
    );
  }

  /** Rows of the later state that began after the earlier one. */
  *begun(listId: number, earlier: number, later: number, piece: number): Generator<DifferingRow[]> {
    yield* this.#pieces(
      `SELECT ${COLUMNS}, from_revision AS mark FROM entries INDEXED BY entries_by_start
       WHERE list_id = ?1 AND from_revision > ?2 AND from_revision <= ?3
         AND (to_revision IS NULL OR to_revision > ?3)
         AND (from_revision, order_key) > (?4, ?5)
       ORDER BY from_revision, order_key LIMIT ?6`,
      listId,
      earlier,
      later,
      piece,
    );
  }

  /** How many rows that stand in both have keys between two others; counts no further than `most`. */
  countCommon(
    listId: number,
    revisions: { readonly earlier: number; readonly later: number },
    between: { readonly after: string; readonly before: string },
    most: number,
  ): number {
    const count = this.#database.get(
      `SELECT count(*) AS rows FROM (
         SELECT 1 FROM entries INDEXED BY entries_by_order
         WHERE list_id = ?1 AND order_key > ?4 AND order_key < ?5
           AND ${standsAt('?2')} AND ${standsAt('?3')} LIMIT ?6)`,
      (row) => integer(row, 'rows'),
      listId,
      revisions.earlier,
      revisions.later,
      between.after,
      between.before,
      most,
    );
    return count ?? 0;
  }

  /** Rows that stand in both, with keys between two others. */
  common(
    listId: number,
    revisions: { readonly earlier: number; readonly later: number },
    between: { readonly after: string; readonly before: string },
  ): DifferingRow[] {
    return this.#database.all(
      `SELECT ${COLUMNS} FROM entries INDEXED BY entries_by_order
       WHERE list_id = ?1 AND order_key > ?4 AND order_key < ?5
         AND ${standsAt('?2')} AND ${standsAt('?3')}`,
      readRow,
      listId,
      revisions.earlier,
      revisions.later,
      between.after,
      between.before,
    );
  }

  *#pieces(
    sql: string,
    listId: number,
    earlier: number,
    later: number,
    piece: number,
  ): Generator<DifferingRow[]> {
    // Rows that ended, or began, at the same revision stood side by side: their keys differ.
    let mark = earlier;
    let key = LAST_KEY;
    for (;;) {
      const found = this.#database.all(
        sql,
        (row) => ({ mark: integer(row, 'mark'), row: readRow(row) }),
        listId,
        earlier,
        later,
        mark,
        key,
        piece,
      );
      yield found.map(({ row }) => row);
      const last = found.at(-1);
      if (last === undefined || found.length < piece) {
        return;
      }
      mark = last.mark;
      key = last.row.orderKey;
    }
  }
}

/** After every order key: those are made of letters and digits. */
const LAST_KEY = '~';

function readRow(row: SqlRow): DifferingRow {
  return {
    id: integer(row, 'id'),
    itemId: integerOrNull(row, 'item_id'),
    orderKey: text(row, 'order_key'),
    addedAtMs: integerOrNull(row, 'added_at_ms'),
    addedBy: textOrNull(row, 'added_by'),
  };
}
