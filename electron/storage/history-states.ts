import type { HistoricList, HistoricRow } from '../../shared/history.ts';
import { historicListKindSchema } from '../../shared/history.ts';
import { historicRows, readHistoricRow, readId, standsAt, versionAt } from './history-rows.ts';
import { flag, integer, oneOf, text, textOrNull } from './row.ts';
import type { Database } from './sqlite.ts';

/** What stood in a list at a revision, and what the list was called at a time. */
export class HistoryStates {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Null where the account has no such list. `isListed` is left to the caller. */
  list(accountId: number, listId: number, atMs: number): Omit<HistoricList, 'isListed'> | null {
    return this.#database.get(
      `SELECT lists.id AS id, lists.kind AS kind, lists.uri AS uri,
         coalesce(version.name, lists.name) AS name,
         coalesce(version.description, lists.description) AS description,
         CASE WHEN version.id IS NULL THEN lists.is_public ELSE version.is_public END AS is_public,
         coalesce(version.is_collaborative, lists.is_collaborative) AS is_collaborative
       FROM lists LEFT JOIN list_versions AS version ON version.id = ${versionAt('lists.id', '?3')}
       WHERE lists.id = ?2 AND lists.account_id = ?1`,
      (row) => ({
        id: integer(row, 'id'),
        kind: oneOf(row, 'kind', historicListKindSchema.options),
        uri: textOrNull(row, 'uri'),
        name: text(row, 'name'),
        description: text(row, 'description'),
        isPublic: row.is_public === null ? null : flag(row, 'is_public'),
        isCollaborative: flag(row, 'is_collaborative'),
      }),
      accountId,
      listId,
      atMs,
    );
  }

  /** How many rows stood there. Walks an index of the list: 100,000 rows take about 10 ms. */
  count(listId: number, revision: number): number {
    const count = this.#database.get(
      `SELECT count(*) AS rows FROM entries INDEXED BY entries_by_order
       WHERE list_id = ?1 AND ${standsAt('?2')}`,
      (row) => integer(row, 'rows'),
      listId,
      revision,
    );
    return count ?? 0;
  }

  /** The ids of the rows of a window, in order; walked to from the nearer end. */
  window(
    listId: number,
    revision: number,
    slice: { readonly offset: number; readonly count: number; readonly total: number },
  ): number[] {
    const { total } = slice;
    const offset = Math.min(slice.offset, total);
    const count = Math.min(slice.count, total - offset);
    const after = total - offset - count;
    const isNearerToEnd = after < offset;
    const ids = this.#database.all(
      `SELECT id FROM entries INDEXED BY entries_by_order
       WHERE list_id = ?1 AND ${standsAt('?2')}
       ORDER BY order_key ${isNearerToEnd ? 'DESC' : 'ASC'} LIMIT ?3 OFFSET ?4`,
      readId,
      listId,
      revision,
      count,
      isNearerToEnd ? after : offset,
    );
    return isNearerToEnd ? ids.reverse() : ids;
  }

  /** Rows by their ids, each at the position given with it. */
  rows(positions: ReadonlyMap<number, number>, atMs: number): Map<number, HistoricRow> {
    const found = this.#database.all(
      `${historicRows('?2')} WHERE entries.id IN (SELECT value FROM json_each(?1))`,
      (row) => [readId(row), readHistoricRow(row, positions.get(readId(row)) ?? 0)] as const,
      JSON.stringify([...positions.keys()]),
      atMs,
    );
    return new Map(found);
  }

  /**
   * Positions of rows by their order keys.
   *
   * @param keys - in order, of rows that stood there
   */
  positions(listId: number, revision: number, keys: readonly string[]): number[] {
    let position = 0;
    let from = '';
    return keys.map((key) => {
      position +=
        this.#database.get(
          `SELECT count(*) AS rows FROM entries INDEXED BY entries_by_order
           WHERE list_id = ?1 AND order_key >= ?3 AND order_key < ?4 AND ${standsAt('?2')}`,
          (row) => integer(row, 'rows'),
          listId,
          revision,
          from,
          key,
        ) ?? 0;
      from = key;
      return position;
    });
  }
}
