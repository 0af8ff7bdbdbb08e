import { type InPieces, isPieceDone, ROWS_A_PIECE } from './in-pieces.ts';

/**
 * Positions of one longest strictly increasing subsequence, in O(n log n). Entries below 0 take no
 * part.
 */
export function* longestIncreasing(
  values: Int32Array,
  rowsAPiece = ROWS_A_PIECE,
): InPieces<Int32Array> {
  const tails = new Int32Array(values.length);
  const previous = new Int32Array(values.length);
  let length = 0;
  for (let position = 0; position < values.length; position += 1) {
    if (isPieceDone(position, rowsAPiece)) {
      yield;
    }
    const value = values[position] ?? -1;
    if (value < 0) {
      continue;
    }
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    previous[position] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = position;
    length = Math.max(length, low + 1);
  }
  const result = new Int32Array(length);
  let position = length > 0 ? (tails[length - 1] ?? -1) : -1;
  for (let rank = length - 1; rank >= 0; rank -= 1) {
    result[rank] = position;
    position = previous[position] ?? -1;
  }
  return result;
}
