import { type ComparedEntry, isBareGap, type OldEntry } from './compared-entry.ts';
import { atOnce, type InPieces, isPieceDone, ROWS_A_PIECE } from './in-pieces.ts';
import { longestIncreasing } from './longest-increasing.ts';
import { matchInPieces } from './match-entries.ts';

/** How one ordered state becomes another. All numbers are positions in one of the two. */
export interface Comparison {
  /** For each row of the new state the row of the old one that it continues, or -1. */
  readonly oldOf: Int32Array;
  /** Rows of the old state that are no more. */
  readonly removed: readonly number[];
  /** Rows of the new state that were not there. */
  readonly added: readonly number[];
  /** Rows of the new state that stood elsewhere: as few as explain the new order. */
  readonly moved: readonly number[];
  /** Rows of the new state that stayed, but of which more or something else is known now. */
  readonly restated: readonly number[];
}

/** Compares two ordered states, duplicates and gaps included. Pure. */
export function compareStates(
  old: readonly OldEntry[],
  next: readonly ComparedEntry[],
): Comparison {
  return atOnce(compareInPieces(old, next));
}

/** The same, of lists of any length. */
export function* compareInPieces(
  old: readonly OldEntry[],
  next: readonly ComparedEntry[],
  rowsAPiece = ROWS_A_PIECE,
): InPieces<Comparison> {
  const oldOf = yield* matchInPieces(old, next, rowsAPiece);
  return yield* compareMatched(old, next, oldOf, rowsAPiece);
}

/**
 * Compares two ordered states of which the pairs are known.
 *
 * @param oldOf for each row of the new state the row of the old one that it continues, or -1
 */
export function* compareMatched(
  old: readonly OldEntry[],
  next: readonly ComparedEntry[],
  oldOf: Int32Array,
  rowsAPiece = ROWS_A_PIECE,
): InPieces<Comparison> {
  const staying = new Uint8Array(next.length);
  for (const position of yield* longestIncreasing(oldOf, rowsAPiece)) {
    staying[position] = 1;
  }
  const added: number[] = [];
  const moved: number[] = [];
  const restated: number[] = [];
  const continued = new Uint8Array(old.length);
  for (let index = 0; index < next.length; index += 1) {
    if (isPieceDone(index, rowsAPiece)) {
      yield;
    }
    const oldIndex = oldOf[index] ?? -1;
    if (oldIndex < 0) {
      added.push(index);
      continue;
    }
    continued[oldIndex] = 1;
    if (staying[index] === 0) {
      moved.push(index);
    } else if (isRestated(old[oldIndex], next[index])) {
      restated.push(index);
    }
  }
  const removed: number[] = [];
  for (let index = 0; index < old.length; index += 1) {
    if (continued[index] === 0) {
      removed.push(index);
    }
  }
  return { oldOf, removed, added, moved, restated };
}

/** Whether the row is the same, but something else is known of it now. */
export function isRestated(old: OldEntry | undefined, next: ComparedEntry | undefined): boolean {
  if (isBareGap(next)) {
    return false;
  }
  return (
    old?.addedAtMs !== next?.addedAtMs ||
    old?.addedBy !== next?.addedBy ||
    // What had been a gap from the first is named now.
    (old?.itemId === null && next?.itemId !== null)
  );
}
