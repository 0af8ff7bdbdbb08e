import type { LibraryColumns } from '../../storage/library-columns.ts';
import type { Losses } from '../../storage/losses.ts';
import type { RowColumns } from './row-columns.ts';
import { indexes, stableSort } from './stable-sort.ts';

/** A few milliseconds of work. */
const ITEMS_A_PIECE = 500;

/**
 * Every item that stood in some list and stands in none any more, the latest loss first; of those that
 * went together the one that was seen first comes first.
 *
 * @param standing - the keys of every item that stands in some list
 */
export async function readLosses(
  tables: LibraryColumns,
  losses: Losses,
  {
    accountId,
    standing,
    yieldToEventLoop,
  }: {
    readonly accountId: number;
    readonly standing: Int32Array;
    readonly yieldToEventLoop: () => Promise<void>;
  },
): Promise<RowColumns> {
  const lastItemId = tables.lastItemId();
  const stands = new Uint8Array(lastItemId + 1);
  for (const id of standing) {
    stands[id] = 1;
  }
  const lostAtMs = new Float64Array(lastItemId + 1).fill(Number.NaN);
  const addedAtMs = new Float64Array(lastItemId + 1).fill(Number.NaN);
  for (let after = 0; ; ) {
    const piece = tables.items(accountId, after, ITEMS_A_PIECE).ids;
    const found = losses.of(piece.filter((id) => stands[id] !== 1));
    for (const [index, id] of found.ids.entries()) {
      lostAtMs[id] = found.lostAtMs[index] ?? Number.NaN;
      addedAtMs[id] = found.addedAtMs[index] ?? Number.NaN;
    }
    after = piece.at(-1) ?? 0;
    if (piece.length < ITEMS_A_PIECE) {
      break;
    }
    await yieldToEventLoop();
  }
  const compare = (one: number, other: number) => (lostAtMs[other] ?? 0) - (lostAtMs[one] ?? 0);
  const gone = indexes(lostAtMs.length).filter((id) => !Number.isNaN(lostAtMs[id]));
  const keys = await stableSort(gone, compare, yieldToEventLoop);
  return {
    keys,
    itemIds: keys,
    addedAtMs: Float64Array.from(keys, (id) => addedAtMs[id] ?? Number.NaN),
    lostAtMs: Float64Array.from(keys, (id) => lostAtMs[id] ?? Number.NaN),
    isRepeated: new Uint8Array(lastItemId + 1),
    lastItemId,
  };
}
