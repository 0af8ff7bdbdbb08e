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

  /** How many rows stood at a revision. */
  rowCount(revision: number): number {
    const count = this.#database.get(
      'SELECT row_count FROM revisions WHERE id = ?',
      (row) => integer(row, 'row_count'),
      revision,
    );
    return count ?? 0;
  }

  /** The order key that comes so many rows after another, or after the beginning (''). */
  keyAt(listId: number, revision: number, from: string, skip: number): string | null {
    return this.#database.get(
      `SELECT order_key FROM entries INDEXED BY entries_by_order
       WHERE list_id = ?1 AND order_key >= ?3 AND ${standsAt('?2')}
       ORDER BY order_key LIMIT 1 OFFSET ?4`,
      (row) => text(row, 'order_key'),
      listId,
      revision,
      from,
      skip,
    );
  }

  /** The ids of the rows that come so many rows after an order key, in order. */
  idsAt(
    listId: number,
    revision: number,
    place: { readonly from: string; readonly skip: number; readonly count: number },
  ): number[] {
    return this.#database.all(
      `SELECT id FROM entries INDEXED BY entries_by_order
       WHERE list_id = ?1 AND order_key >= ?3 AND ${standsAt('?2')}
       ORDER BY order_key LIMIT ?5 OFFSET ?4`,
      readId,
      listId,
      revision,
      place.from,
      place.skip,
      place.count,
    );
  }

  /** How many rows stood from one order key on, that one included, up to another. */
  countBetween(listId: number, revision: number, from: string, before: string): number {
    const count = this.#database.get(
      `SELECT count(*) AS rows FROM entries INDEXED BY entries_by_order
       WHERE list_id = ?1 AND order_key >= ?3 AND order_key < ?4 AND ${standsAt('?2')}`,
      (row) => integer(row, 'rows'),
      listId,
      revision,
      from,
      before,
    );
    return count ?? 0;
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
}
