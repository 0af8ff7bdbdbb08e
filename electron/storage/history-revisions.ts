import type { HistoryMoment, ListObservation } from '../../shared/history.ts';
import type { ListSizePoint } from '../../shared/list-sizes.ts';
import { integer, integerOrNull } from './row.ts';
import type { Database, SqlRow } from './sqlite.ts';

/**
 * A revision holds until the last look before the next one. Where there is none, until the last look
 * at the list.
 */
const COLUMNS = `revisions.id AS id, revisions.observed_after_ms AS observed_after_ms,
  revisions.observed_before_ms AS observed_before_ms,
  max(
    revisions.observed_before_ms,
    coalesce(
      (SELECT later.observed_after_ms FROM revisions AS later
       WHERE later.list_id = lists.id AND later.id > revisions.id AND later.id <= lists.revision_id
       ORDER BY later.id LIMIT 1),
      lists.observed_at_ms,
      0
    )
  ) AS unchanged_until_ms`;

/** The states of each list that were observed. Revisions still being written are none. */
export class HistoryRevisions {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The state that was observed at or last before a moment; null when nothing was known yet. */
  at(listId: number, moment: HistoryMoment): ListObservation | null {
    const id =
      moment.kind === 'observation'
        ? moment.id
        : this.#database.get(
            `SELECT max(revisions.id) AS id FROM lists
             JOIN revisions INDEXED BY revisions_by_list ON revisions.list_id = lists.id
             WHERE lists.id = ? AND observed_before_ms <= ? AND revisions.id <= lists.revision_id`,
            (row) => integerOrNull(row, 'id'),
            listId,
            moment.atMs,
          );
    return this.#database.get(
      `SELECT ${COLUMNS} FROM revisions JOIN lists ON lists.id = revisions.list_id
       WHERE revisions.id = ? AND lists.id = ? AND revisions.id <= lists.revision_id`,
      readObservation,
      id,
      listId,
    );
  }

  /** Newest first. */
  page(
    listId: number,
    offset: number,
    count: number,
  ): { readonly total: number; readonly rows: ListObservation[] } {
    const total = this.#database.get(
      `SELECT count(*) AS rows FROM revisions JOIN lists ON lists.id = revisions.list_id
       WHERE lists.id = ? AND revisions.id <= lists.revision_id`,
      (row) => integer(row, 'rows'),
      listId,
    );
    const rows = this.#database.all(
      `SELECT ${COLUMNS} FROM lists JOIN revisions ON lists.id = revisions.list_id
       WHERE lists.id = ?1 AND revisions.id IN (
         SELECT id FROM revisions
         WHERE list_id = ?1 AND id <= (SELECT revision_id FROM lists WHERE id = ?1)
         ORDER BY id DESC LIMIT ?2 OFFSET ?3)
       ORDER BY revisions.id DESC`,
      readObservation,
      listId,
      count,
      offset,
    );
    return { total: total ?? 0, rows };
  }

  /** How long the list was at so many observations after one of them, or after 0; oldest first. */
  sizes(listId: number, afterId: number, count: number): ListSizePoint[] {
    return this.#database.all(
      `SELECT ${COLUMNS}, revisions.row_count AS row_count
       FROM lists JOIN revisions INDEXED BY revisions_in_order ON revisions.list_id = lists.id
       WHERE lists.id = ? AND revisions.id > ? AND revisions.id <= lists.revision_id
       ORDER BY revisions.id LIMIT ?`,
      (row) => {
        const { id, observedBeforeMs, unchangedUntilMs } = readObservation(row);
        const rows = integer(row, 'row_count');
        return { observationId: id, atMs: observedBeforeMs, untilMs: unchangedUntilMs, rows };
      },
      listId,
      afterId,
      count,
    );
  }
}

function readObservation(row: SqlRow): ListObservation {
  return {
    id: integer(row, 'id'),
    observedAfterMs: integerOrNull(row, 'observed_after_ms'),
    observedBeforeMs: integer(row, 'observed_before_ms'),
    unchangedUntilMs: integer(row, 'unchanged_until_ms'),
  };
}
