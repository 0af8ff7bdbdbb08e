import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { Comparison } from './compare.ts';
import { atOnce, type InPieces, isPieceDone, ROWS_A_PIECE } from './in-pieces.ts';

/**
 * The order key of every row of the new state. Rows that stayed keep theirs, so that a move rewrites
 * only what moved; the others get keys between their neighbours.
 */
export function assignOrderKeys(
  comparison: Comparison,
  oldKeys: readonly string[],
): readonly string[] {
  return atOnce(orderKeysInPieces(comparison, (oldIndex) => oldKeys[oldIndex]));
}

/**
 * The same, of lists of any length.
 *
 * @param oldKeyOf the key of a row of the old state
 */
export function* orderKeysInPieces(
  { oldOf, moved }: Comparison,
  oldKeyOf: (oldIndex: number) => string | undefined,
  rowsAPiece = ROWS_A_PIECE,
): InPieces<readonly string[]> {
  const isMoved = new Uint8Array(oldOf.length);
  for (const index of moved) {
    isMoved[index] = 1;
  }
  const keys: string[] = [];
  for (let index = 0; index < oldOf.length; index += 1) {
    const oldIndex = isMoved[index] === 1 ? -1 : (oldOf[index] ?? -1);
    const kept = oldIndex < 0 ? undefined : oldKeyOf(oldIndex);
    if (kept !== undefined) {
      yield* addKeys(keys, keys.at(-1) ?? null, kept, index - keys.length, rowsAPiece);
      keys.push(kept);
    }
    if (isPieceDone(index, rowsAPiece)) {
      yield;
    }
  }
  yield* addKeys(keys, keys.at(-1) ?? null, null, oldOf.length - keys.length, rowsAPiece);
  return keys;
}

/** Adds so many keys between two others, the same as `generateNKeysBetween` makes in one go. */
function* addKeys(
  keys: string[],
  after: string | null,
  before: string | null,
  count: number,
  rowsAPiece: number,
): InPieces<void> {
  if (count <= rowsAPiece) {
    keys.push(...generateNKeysBetween(after, before, count));
    return;
  }
  yield;
  if (before === null) {
    keys.push(...generateNKeysBetween(after, null, rowsAPiece));
    yield* addKeys(keys, keys.at(-1) ?? null, null, count - rowsAPiece, rowsAPiece);
  } else if (after === null) {
    const last = generateNKeysBetween(null, before, rowsAPiece);
    yield* addKeys(keys, null, last[0] ?? before, count - rowsAPiece, rowsAPiece);
    keys.push(...last);
  } else {
    const middle = generateKeyBetween(after, before);
    const half = Math.floor(count / 2);
    yield* addKeys(keys, after, middle, half, rowsAPiece);
    keys.push(middle);
    yield* addKeys(keys, middle, before, count - half - 1, rowsAPiece);
  }
}
