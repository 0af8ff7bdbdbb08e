import type { LibraryColumns, StandingList } from '../../storage/library-columns.ts';
import { indexes } from './stable-sort.ts';

const ROWS_A_PIECE = 4_000;
const LISTS_A_PIECE = 50;

/** Rows in their own order; the same index is the same row. */
export interface RowColumns {
  /** Ids of `entries`; of everything those of `items`. */
  readonly keys: Int32Array;
  /** 0 for a gap. */
  readonly itemIds: Int32Array;
  /** NaN where nobody knows. */
  readonly addedAtMs: Float64Array;
  /** Of what is gone: since when. Null for rows that stand. */
  readonly lostAtMs: Float64Array | null;
  /** 1 at the ids of items that stand more than once in the same list. */
  readonly isRepeated: Uint8Array;
  readonly lastItemId: number;
}

/** The rows of one list at a revision. */
export async function readListRows(
  tables: LibraryColumns,
  list: StandingList,
  yieldToEventLoop: () => Promise<void>,
): Promise<RowColumns> {
  const keys: number[] = [];
  const itemIds: number[] = [];
  const addedAtMs: number[] = [];
  for (let after = ''; ; ) {
    const piece = tables.rows(list.id, list.revisionId, after, ROWS_A_PIECE);
    keys.push(...piece.ids);
    itemIds.push(...piece.itemIds.map((id) => id || 0));
    addedAtMs.push(...piece.addedAtMs);
    if (piece.ids.length < ROWS_A_PIECE || piece.lastKey === null) {
      break;
    }
    after = piece.lastKey;
    await yieldToEventLoop();
  }
  let lastItemId = 0;
  for (const id of itemIds) {
    lastItemId = Math.max(lastItemId, id);
  }
  const stands = new Uint8Array(lastItemId + 1);
  const isRepeated = new Uint8Array(lastItemId + 1);
  for (const id of itemIds) {
    isRepeated[id] = id !== 0 && stands[id] === 1 ? 1 : (isRepeated[id] ?? 0);
    stands[id] = 1;
  }
  return {
    keys: Int32Array.from(keys),
    itemIds: Int32Array.from(itemIds),
    addedAtMs: Float64Array.from(addedAtMs),
    lostAtMs: null,
    isRepeated,
    lastItemId,
  };
}

/** Every item that stands in some list, once each, in the order in which they were first seen. */
export async function readEverything(
  tables: LibraryColumns,
  accountId: number,
  yieldToEventLoop: () => Promise<void>,
): Promise<RowColumns> {
  const lists = tables.standingLists(accountId);
  const lastItemId = tables.lastItemId();
  const isRepeated = new Uint8Array(lastItemId + 1);
  const addedAtMs = new Float64Array(lastItemId + 1).fill(Number.NaN);
  /** The last list, from 1 on, in which an item was met. */
  const metIn = new Int32Array(lastItemId + 1);
  for (const [index, list] of lists.entries()) {
    for (let after = ''; ; ) {
      const piece = tables.rows(list.id, list.revisionId, after, ROWS_A_PIECE);
      for (const [row, id] of piece.itemIds.entries()) {
        if (id > 0) {
          isRepeated[id] = metIn[id] === index + 1 ? 1 : (isRepeated[id] ?? 0);
          metIn[id] = index + 1;
          addedAtMs[id] = earlier(addedAtMs[id], piece.addedAtMs[row]);
        }
      }
      if (piece.ids.length < ROWS_A_PIECE || piece.lastKey === null) {
        break;
      }
      after = piece.lastKey;
      await yieldToEventLoop();
    }
    if (index % LISTS_A_PIECE === LISTS_A_PIECE - 1) {
      await yieldToEventLoop();
    }
  }
  const keys = indexes(metIn.length).filter((id) => metIn[id] !== 0);
  return {
    keys,
    itemIds: keys,
    addedAtMs: Float64Array.from(keys, (id) => addedAtMs[id] ?? Number.NaN),
    lostAtMs: null,
    isRepeated,
    lastItemId,
  };
}

function earlier(one = Number.NaN, other = Number.NaN): number {
  return one <= other || Number.isNaN(other) ? one : other;
}
