import { integer, integerOrNull, text, textOrNull } from './row.ts';
import type { Database, SqlRow } from './sqlite.ts';

/** Where the rotation stands in one list. */
export interface StoredRotation {
  readonly listId: number;
  /** The next row that it looks at, counted from 0 as Spotify does. */
  readonly nextOffset: number;
  /** Order key of the row before it; null at the beginning. */
  readonly lastKey: string | null;
  /** When its first page was asked for; null between two rounds. */
  readonly beganAtMs: number | null;
}

/** Lists whose availability is looked at bit by bit; the others come whole, or say nothing of it. */
const ROTATING = `lists.account_id = ?1 AND lists.gone_since_ms IS NULL
  AND lists.contents = 'readable' AND lists.row_count > 0
  AND lists.kind IN ('saved-tracks', 'saved-albums', 'saved-episodes', 'playlist')`;

/** The rotation that looks at every list within some days, a few pages at a time. */
export class Rotations {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * The list to go on with: one that was begun, else the one that was not looked at for longest.
   * Lists that the running pass reads anyway are left out. A time in the future says nothing: the
   * clock was set back since.
   */
  next(accountId: number, nowMs: number): StoredRotation | null {
    return this.#database.get(
      `SELECT lists.id AS list_id, coalesce(next_offset, 0) AS next_offset, last_key, began_at_ms
       FROM lists LEFT JOIN rotations ON rotations.list_id = lists.id
       WHERE ${ROTATING}
         AND NOT EXISTS (SELECT 1 FROM readings WHERE readings.list_id = lists.id)
       ORDER BY coalesce(next_offset, 0) > 0 DESC,
         max(
           CASE WHEN ended_at_ms <= ?2 THEN ended_at_ms ELSE 0 END,
           CASE WHEN read_at_ms <= ?2 THEN read_at_ms ELSE 0 END
         ), lists.id
       LIMIT 1`,
      readRotation,
      accountId,
      nowMs,
    );
  }

  /** Each rotating list's kind and length, from which its share of the work is known. */
  sizes(accountId: number): readonly { readonly kind: string; readonly rowCount: number }[] {
    return this.#database.all(
      `SELECT kind, row_count FROM lists WHERE ${ROTATING}`,
      (row) => ({ kind: text(row, 'kind'), rowCount: integer(row, 'row_count') }),
      accountId,
    );
  }

  writePage(
    listId: number,
    page: {
      readonly nextOffset: number;
      readonly lastKey: string | null;
      readonly beganAtMs: number;
    },
  ): void {
    this.#database.run(
      `INSERT INTO rotations (list_id, next_offset, last_key, began_at_ms) VALUES (?, ?, ?, ?)
       ON CONFLICT (list_id) DO UPDATE SET next_offset = excluded.next_offset,
         last_key = excluded.last_key, began_at_ms = excluded.began_at_ms`,
      listId,
      page.nextOffset,
      page.lastKey,
      page.beganAtMs,
    );
  }

  /** New rows stand before everything that was looked at: what follows stands so much further on. */
  shift(listId: number, by: number): void {
    this.#database.run(
      'UPDATE rotations SET next_offset = next_offset + ? WHERE list_id = ? AND next_offset > 0',
      by,
      listId,
    );
  }

  /** Everything was read in one go: what stands elsewhere now must not be held against a round. */
  startOver(listId: number): void {
    this.#database.run(
      `UPDATE rotations SET next_offset = 0, last_key = NULL, began_at_ms = NULL
       WHERE list_id = ? AND next_offset > 0`,
      listId,
    );
  }

  /** The round is over, done or given up: the list is last in turn. */
  end(listId: number, atMs: number): void {
    this.#database.run(
      `INSERT INTO rotations (list_id, ended_at_ms) VALUES (?, ?)
       ON CONFLICT (list_id) DO UPDATE SET next_offset = 0, last_key = NULL, began_at_ms = NULL,
         ended_at_ms = excluded.ended_at_ms`,
      listId,
      atMs,
    );
  }
}

function readRotation(row: SqlRow): StoredRotation {
  return {
    listId: integer(row, 'list_id'),
    nextOffset: integer(row, 'next_offset'),
    lastKey: textOrNull(row, 'last_key'),
    beganAtMs: integerOrNull(row, 'began_at_ms'),
  };
}
