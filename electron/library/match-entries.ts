import {
  type ComparedEntry,
  dateKey,
  type Ends,
  isBareGap,
  type Matching,
  NONE,
  type OldEntry,
} from './compared-entry.ts';
import { atOnce, type InPieces, isPieceDone, ROWS_A_PIECE } from './in-pieces.ts';
import { pairGaps } from './match-gaps.ts';

const REPEATED = -2;

/**
 * Says for each row of the new state which row of the old one it continues, or -1. Rows of the same
 * item are paired by when they were added, then by order; a gap is paired with the row that stood
 * there, so that a track that left the catalogue is not taken for one that was removed.
 */
export function matchEntries(old: readonly OldEntry[], next: readonly ComparedEntry[]): Int32Array {
  return atOnce(matchInPieces(old, next));
}

/** The same, of lists of any length. */
export function* matchInPieces(
  old: readonly OldEntry[],
  next: readonly ComparedEntry[],
  rowsAPiece = ROWS_A_PIECE,
): InPieces<Int32Array> {
  const oldOf = new Int32Array(next.length).fill(NONE);
  const taken = new Uint8Array(old.length);
  const pair = (newIndex: number, oldIndex: number): void => {
    oldOf[newIndex] = oldIndex;
    taken[oldIndex] = 1;
  };
  const ends = yield* pairEqualEnds(old, next, pair, rowsAPiece);
  yield* pairSameItems({ old, next, ends, taken, oldOf, pair, rowsAPiece });
  yield* pairGaps({ old, next, ends, taken, oldOf, pair, rowsAPiece });
  return oldOf;
}

/** Most checks find a list nearly unchanged: what is equal at both ends needs no search. */
function* pairEqualEnds(
  old: readonly OldEntry[],
  next: readonly ComparedEntry[],
  pair: (newIndex: number, oldIndex: number) => void,
  rowsAPiece: number,
): InPieces<Ends> {
  let from = 0;
  while (from < old.length && from < next.length && isSameRow(old[from], next[from])) {
    pair(from, from);
    from += 1;
    if (isPieceDone(from, rowsAPiece)) {
      yield;
    }
  }
  let oldTo = old.length;
  let newTo = next.length;
  while (oldTo > from && newTo > from && isSameRow(old[oldTo - 1], next[newTo - 1])) {
    oldTo -= 1;
    newTo -= 1;
    pair(newTo, oldTo);
    if (isPieceDone(newTo, rowsAPiece)) {
      yield;
    }
  }
  return { from, oldTo, newTo };
}

function isSameRow(old: OldEntry | undefined, next: ComparedEntry | undefined): boolean {
  return (
    old !== undefined &&
    next !== undefined &&
    ((old.isMissing && isBareGap(next)) ||
      ((old.itemId === next.itemId || (next.itemId === null && old.isMissing)) &&
        isSameAddition(old, next)))
  );
}

function isSameAddition(one: ComparedEntry, other: ComparedEntry): boolean {
  return one.addedAtMs === other.addedAtMs && one.addedBy === other.addedBy;
}

function* pairSameItems(matching: Matching): InPieces<void> {
  const { old, next, ends, taken, oldOf, pair, rowsAPiece } = matching;
  yield* pairItemsThatStandOnce(matching);
  // Exact pairs first, so that none is broken up by an earlier inexact one.
  for (const keyOf of [additionKey, itemKey]) {
    const queues = new Map<string | number, Queue>();
    for (let index = ends.from; index < ends.oldTo; index += 1) {
      const key = taken[index] === 0 ? keyOf(old[index]) : null;
      if (key !== null) {
        const queue = queues.get(key);
        if (queue === undefined) {
          queues.set(key, { indexes: [index], next: 0 });
        } else {
          queue.indexes.push(index);
        }
      }
      if (isPieceDone(index, rowsAPiece)) {
        yield;
      }
    }
    for (let index = ends.from; queues.size > 0 && index < ends.newTo; index += 1) {
      const key = oldOf[index] === NONE ? keyOf(next[index]) : null;
      const queue = key === null ? undefined : queues.get(key);
      const oldIndex = queue?.indexes[queue.next];
      if (queue !== undefined && oldIndex !== undefined) {
        queue.next += 1;
        pair(index, oldIndex);
      }
      if (isPieceDone(index, rowsAPiece)) {
        yield;
      }
    }
  }
}

/** The usual case, without building a key for every row. */
function* pairItemsThatStandOnce({ old, next, ends, pair, rowsAPiece }: Matching): InPieces<void> {
  const newIndexes = yield* indexesOfSingles(next, ends.from, ends.newTo, rowsAPiece);
  const oldIndexes = yield* indexesOfSingles(old, ends.from, ends.oldTo, rowsAPiece);
  let seen = 0;
  for (const [itemId, oldIndex] of oldIndexes) {
    const newIndex = newIndexes.get(itemId) ?? REPEATED;
    if (oldIndex !== REPEATED && newIndex !== REPEATED) {
      pair(newIndex, oldIndex);
    }
    seen += 1;
    if (isPieceDone(seen, rowsAPiece)) {
      yield;
    }
  }
}

/** Where each item stands; `REPEATED` for one that stands there more than once. */
function* indexesOfSingles(
  rows: readonly ComparedEntry[],
  from: number,
  to: number,
  rowsAPiece: number,
): InPieces<Map<number, number>> {
  const indexes = new Map<number, number>();
  for (let index = from; index < to; index += 1) {
    const itemId = rows[index]?.itemId ?? null;
    if (itemId !== null) {
      indexes.set(itemId, indexes.has(itemId) ? REPEATED : index);
    }
    if (isPieceDone(index, rowsAPiece)) {
      yield;
    }
  }
  return indexes;
}

/** Rows of the old state with one key, in order; `next` is the first that is still free. */
interface Queue {
  readonly indexes: number[];
  next: number;
}

function additionKey(entry: ComparedEntry | undefined): string | null {
  return entry === undefined || entry.itemId === null ? null : `${entry.itemId} ${dateKey(entry)}`;
}

function itemKey(entry: ComparedEntry | undefined): number | null {
  return entry?.itemId ?? null;
}
