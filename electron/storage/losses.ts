import { historicListKindSchema } from '../../shared/history.ts';
import { type LibraryRow, MOST_LISTS_NAMED } from '../../shared/library-rows.ts';
import { integer, integerOrNull, numberList, oneOf, sparseNumberList, text } from './row.ts';
import type { Database } from './sqlite.ts';

type GoneRow = Extract<LibraryRow, { kind: 'gone' }>;

/** Items that stood in lists, and when they were last seen to be gone; the same index is the same. */
export interface LossesPiece {
  readonly ids: readonly number[];
  /** NaN for an item that stands in a list. */
  readonly lostAtMs: readonly number[];
  /** When it was first added to any of the lists; NaN where Spotify does not say. */
  readonly addedAtMs: readonly number[];
}

/**
 * When a row of `entries` was seen to be gone: from its list, or else with the list; null while it
 * stands. A revision that was deleted since counts as the oldest that is kept.
 */
const LOST_AT = `CASE WHEN entries.to_revision <= lists.revision_id
  THEN (SELECT observed_before_ms FROM revisions
        WHERE list_id = lists.id AND id >= entries.to_revision ORDER BY id LIMIT 1)
  ELSE lists.gone_since_ms END`;

/** Rows that lists of items hold or held; what is still being written is left out. */
const HELD = `entries JOIN lists ON lists.id = entries.list_id
    AND entries.from_revision <= lists.revision_id AND lists.kind <> 'playlists'`;

/** When an item was last seen to be gone from a list, or a list with it; null: it never was. */
export const GONE_SINCE = `(SELECT max(${LOST_AT}) FROM ${HELD}
  WHERE entries.item_id = items.id)`;

/** What stood in some list and went. */
export class Losses {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Of these items those that lists hold or held, in no order. */
  of(itemIds: readonly number[]): LossesPiece {
    const piece = this.#database.get(
      `SELECT json_group_array(id) AS ids, json_group_array(lost) AS lost,
         json_group_array(added) AS added
       FROM (SELECT item_id AS id, max(${LOST_AT}) AS lost, min(added_at_ms) AS added
             FROM ${HELD} WHERE item_id IN (SELECT value FROM json_each(?)) GROUP BY item_id)`,
      (row) => ({
        ids: numberList(row, 'ids'),
        lostAtMs: sparseNumberList(row, 'lost'),
        addedAtMs: sparseNumberList(row, 'added'),
      }),
      JSON.stringify(itemIds),
    );
    return piece ?? { ids: [], lostAtMs: [], addedAtMs: [] };
  }

  /** The lists in which these items stood, the one that each left last first. */
  listsOf(itemIds: readonly number[]): ReadonlyMap<number, Pick<GoneRow, 'from' | 'fromCount'>> {
    const rows = this.#database.all(
      `SELECT item_id, lists.id AS id, lists.kind AS kind, lists.name AS name,
         max(${LOST_AT}) AS lost
       FROM ${HELD} WHERE item_id IN (SELECT value FROM json_each(?))
       GROUP BY item_id, lists.id`,
      (row) => ({
        lostAtMs: integerOrNull(row, 'lost') ?? 0,
        itemId: integer(row, 'item_id'),
        list: {
          id: integer(row, 'id'),
          kind: oneOf(row, 'kind', historicListKindSchema.options),
          name: text(row, 'name'),
        },
      }),
      JSON.stringify(itemIds),
    );
    const byItem = new Map<number, { from: GoneRow['from']; fromCount: number }>();
    rows.sort((one, other) => other.lostAtMs - one.lostAtMs || one.list.id - other.list.id);
    for (const { itemId, list } of rows) {
      const known = byItem.get(itemId) ?? { from: [], fromCount: 0 };
      known.fromCount += 1;
      if (known.from.length < MOST_LISTS_NAMED) {
        known.from.push(list);
      }
      byItem.set(itemId, known);
    }
    return byItem;
  }
}
