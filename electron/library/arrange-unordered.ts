import { atOnce, type InPieces, isPieceDone, ROWS_A_PIECE } from './in-pieces.ts';

/**
 * The order in which the rows of a list are kept that has none: known rows as they stood, new ones
 * behind the row that Spotify showed before them. So an answer in another order is no change, and
 * where Spotify keeps its order, so do we.
 *
 * @param oldOf for each row as Spotify shows it, the row of the old state whose place it keeps, or -1
 * @returns the positions in Spotify's answer, in the order in which they are kept
 */
export function arrangeUnordered(oldOf: Int32Array): readonly number[] {
  return atOnce(arrangeInPieces(oldOf));
}

/** The same, of lists of any length. */
export function* arrangeInPieces(
  oldOf: Int32Array,
  rowsAPiece = ROWS_A_PIECE,
): InPieces<readonly number[]> {
  const atHead: number[] = [];
  // By the row of the old state: what stands at its place, itself first.
  const byOld = new Array<number[] | undefined>(1 + largest(oldOf));
  let behind = atHead;
  for (const [index, oldIndex] of oldOf.entries()) {
    if (oldIndex < 0) {
      behind.push(index);
    } else {
      behind = [index];
      byOld[oldIndex] = behind;
    }
    if (isPieceDone(index, rowsAPiece)) {
      yield;
    }
  }
  const order = [...atHead];
  for (let oldIndex = 0; oldIndex < byOld.length; oldIndex += 1) {
    for (const index of byOld[oldIndex] ?? []) {
      order.push(index);
    }
    if (isPieceDone(oldIndex, rowsAPiece)) {
      yield;
    }
  }
  return order;
}

function largest(values: Int32Array): number {
  let found = -1;
  for (const value of values) {
    found = Math.max(found, value);
  }
  return found;
}
