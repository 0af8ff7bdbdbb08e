import type { FoundItem, LibraryRow } from '../../shared/library-rows.ts';
import { ITEM_COLUMNS, readId, readItemSummary, standsAt } from './history-rows.ts';
import { STORED_AVAILABILITIES } from './items.ts';
import { GONE_SINCE, Losses } from './losses.ts';
import { integer, integerOrNull, oneOf, textOrNull } from './row.ts';
import type { Database, SqlRow } from './sqlite.ts';

/** Lists of items in which an item stands now. */
const STANDING_LISTS = `(SELECT count(DISTINCT lists.id) FROM entries
    JOIN lists ON lists.id = entries.list_id
  WHERE entries.item_id = items.id AND ${standsAt('lists.revision_id')}
    AND lists.gone_since_ms IS NULL AND lists.kind <> 'playlists')`;

/** A row without its place; only the order knows that. */
export type UnplacedRow =
  | Omit<Extract<LibraryRow, { kind: 'item' }>, 'position'>
  | Omit<Extract<LibraryRow, { kind: 'gap' }>, 'position'>;

/** What is gone, without its place and without when it went; the order knows both. */
export type UnplacedLoss = Omit<
  Extract<LibraryRow, { kind: 'gone' }>,
  'position' | 'addedAtMs' | 'goneSinceMs'
>;

/** The rows of one window, by their keys. */
export class LibraryWindows {
  readonly #database: Database;
  readonly #losses: Losses;

  constructor(database: Database) {
    this.#database = database;
    this.#losses = new Losses(database);
  }

  /** Rows of a list by the ids of `entries`. */
  ofEntries(ids: readonly number[]): Map<number, UnplacedRow> {
    const rows = this.#database.all(
      `SELECT entries.id AS id, added_at_ms, added_by, ${ITEM_COLUMNS}, duration_ms,
         availability, availability_since_ms, items.id AS item_id
       FROM entries LEFT JOIN items ON items.id = entries.item_id
       WHERE entries.id IN (SELECT value FROM json_each(?))`,
      (row) => ({
        itemId: integerOrNull(row, 'item_id'),
        row: readRow(row, integerOrNull(row, 'added_at_ms'), textOrNull(row, 'added_by'), 0),
      }),
      JSON.stringify(ids),
    );
    // Once for each item: one that stands there a thousand times is counted a thousand times else.
    const lists = this.#standingLists(rows.flatMap(({ itemId }) => itemId ?? []));
    return new Map(
      rows.map(({ itemId, row }) => [
        row.key,
        row.kind === 'gap' ? row : { ...row, lists: lists.get(itemId ?? 0) ?? 0 },
      ]),
    );
  }

  #standingLists(itemIds: readonly number[]): ReadonlyMap<number, number> {
    const counts = this.#database.all(
      `SELECT id, ${STANDING_LISTS} AS lists FROM items
       WHERE id IN (SELECT value FROM json_each(?))`,
      (row) => [readId(row), integer(row, 'lists')] as const,
      JSON.stringify(itemIds),
    );
    return new Map(counts);
  }

  /** Items by their ids. */
  ofItems(ids: readonly number[]): Map<number, UnplacedRow> {
    const rows = this.#database.all(
      `SELECT id, id AS item_id, ${ITEM_COLUMNS}, duration_ms, availability,
         availability_since_ms, ${STANDING_LISTS} AS lists
       FROM items WHERE id IN (SELECT value FROM json_each(?))`,
      (row) => readRow(row, null, null, integer(row, 'lists')),
      JSON.stringify(ids),
    );
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** The same for what stands in no list any more. */
  ofLosses(ids: readonly number[]): Map<number, UnplacedLoss> {
    const lists = this.#losses.listsOf(ids);
    const rows = this.#database.all(
      `SELECT id, ${ITEM_COLUMNS}, duration_ms, availability FROM items
       WHERE id IN (SELECT value FROM json_each(?))`,
      (row): [number, UnplacedLoss] => {
        const key = readId(row);
        const { from, fromCount } = lists.get(key) ?? { from: [], fromCount: 0 };
        return [
          key,
          {
            kind: 'gone',
            key,
            addedBy: null,
            item: readItemSummary(row),
            durationMs: integerOrNull(row, 'duration_ms'),
            availability: oneOf(row, 'availability', STORED_AVAILABILITIES),
            from,
            fromCount,
          },
        ];
      },
      JSON.stringify(ids),
    );
    return new Map(rows);
  }

  /** The same for what was searched, gone or not. */
  ofFound(ids: readonly number[]): Map<number, FoundItem> {
    const rows = this.#database.all(
      `SELECT id, ${ITEM_COLUMNS}, availability, ${STANDING_LISTS} AS lists,
         ${GONE_SINCE} AS gone_since_ms
       FROM items WHERE id IN (SELECT value FROM json_each(?))`,
      (row) => [readId(row), readFound(row)] as const,
      JSON.stringify(ids),
    );
    return new Map(rows);
  }
}

function readRow(
  row: SqlRow,
  addedAtMs: number | null,
  addedBy: string | null,
  lists: number,
): UnplacedRow {
  const placed = { key: readId(row), addedAtMs, addedBy };
  if (row.item_id === null) {
    return { kind: 'gap', ...placed };
  }
  return {
    kind: 'item',
    ...placed,
    item: readItemSummary(row),
    durationMs: integerOrNull(row, 'duration_ms'),
    availability: oneOf(row, 'availability', STORED_AVAILABILITIES),
    availabilitySinceMs: integerOrNull(row, 'availability_since_ms'),
    lists,
  };
}

function readFound(row: SqlRow): FoundItem {
  const lists = integer(row, 'lists');
  return {
    item: readItemSummary(row),
    availability: oneOf(row, 'availability', STORED_AVAILABILITIES),
    lists,
    goneSinceMs: lists > 0 ? null : integerOrNull(row, 'gone_since_ms'),
  };
}
