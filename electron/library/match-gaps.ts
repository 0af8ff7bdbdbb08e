import { type ComparedEntry, dateKey, isBareGap, type Matching, NONE } from './compared-entry.ts';
import { FreeRows } from './free-rows.ts';
import { type InPieces, isPieceDone } from './in-pieces.ts';

/** Gaps last: what is left of the old state by now is either removed or what the gap stands for. */
export function* pairGaps(matching: Matching): InPieces<void> {
  const { next, ends, oldOf, rowsAPiece } = matching;
  const gaps: number[] = [];
  for (let index = ends.from; index < ends.newTo; index += 1) {
    if (oldOf[index] === NONE && next[index]?.itemId === null) {
      gaps.push(index);
    }
    if (isPieceDone(index, rowsAPiece)) {
      yield;
    }
  }
  if (gaps.length > 0) {
    yield* fillGaps(matching, gaps);
    yield* fillBareGaps(matching, gaps);
  }
  yield* nameGaps(matching);
}

function* fillGaps(matching: Matching, gaps: readonly number[]): InPieces<void> {
  const { next, pair } = matching;
  const free = yield* freeRowsByDate(matching);
  const placeBefore = walkBefore(matching);
  for (const [turn, gap] of gaps.entries()) {
    const before = placeBefore(gap);
    const rows = free.get(dateKey(next[gap]));
    // A row that was a gap before is the likeliest, then the next one in order, then any.
    const found =
      rows?.missing.takeFirst() ?? rows?.known.takeAfter(before) ?? rows?.known.takeFirst();
    if (found !== undefined) {
      pair(gap, found);
    }
    if (isPieceDone(turn, matching.rowsAPiece)) {
      yield;
    }
  }
}

/** A gap without a date is what stood in its place: the next row that nothing continues. */
function* fillBareGaps(matching: Matching, gaps: readonly number[]): InPieces<void> {
  const { old, next, ends, taken, oldOf, pair, rowsAPiece } = matching;
  const bare = gaps.filter((gap) => oldOf[gap] === NONE && isBareGap(next[gap]));
  if (bare.length === 0) {
    return;
  }
  const missing = new FreeRows();
  const known = new FreeRows();
  for (let index = ends.from; index < ends.oldTo; index += 1) {
    if (taken[index] === 0) {
      (old[index]?.isMissing === true ? missing : known).add(index);
    }
    if (isPieceDone(index, rowsAPiece)) {
      yield;
    }
  }
  // Those that were missing before are the likeliest to be missing still.
  for (const rows of [missing, known]) {
    const placeBefore = walkBefore(matching);
    for (const [turn, gap] of bare.entries()) {
      if (oldOf[gap] === NONE) {
        const found = rows.takeAfter(placeBefore(gap)) ?? rows.takeFirst();
        if (found !== undefined) {
          pair(gap, found);
        }
      }
      if (isPieceDone(turn, rowsAPiece)) {
        yield;
      }
    }
  }
}

/**
 * For one row of the new state after the other, in order: the row of the old state that the nearest
 * row before it continues, or the last of the equal head.
 */
function walkBefore({ ends, oldOf }: Matching): (index: number) => number {
  let scanned = ends.from;
  let before = ends.from - 1;
  return (index) => {
    for (; scanned < index; scanned += 1) {
      const oldIndex = oldOf[scanned] ?? NONE;
      before = oldIndex === NONE ? before : oldIndex;
    }
    return before;
  };
}

/** A row that was a gap from the first can show its item later: the date tells that it is the same. */
function* nameGaps({ old, next, ends, taken, oldOf, pair, rowsAPiece }: Matching): InPieces<void> {
  const unnamed = new Map<string, FreeRows>();
  for (let index = ends.from; index < ends.oldTo; index += 1) {
    const entry = old[index];
    if (entry?.itemId === null && taken[index] === 0) {
      rowsOf(unnamed, entry, () => new FreeRows()).add(index);
    }
    if (isPieceDone(index, rowsAPiece)) {
      yield;
    }
  }
  for (let index = ends.from; unnamed.size > 0 && index < ends.newTo; index += 1) {
    if (oldOf[index] === NONE && next[index]?.itemId !== null) {
      const oldIndex = unnamed.get(dateKey(next[index]))?.takeFirst();
      if (oldIndex !== undefined) {
        pair(index, oldIndex);
      }
    }
    if (isPieceDone(index, rowsAPiece)) {
      yield;
    }
  }
}

interface DatedRows {
  readonly missing: FreeRows;
  readonly known: FreeRows;
}

/** The rows that nothing continues yet, in order, by when and by whom they were added. */
function* freeRowsByDate({
  old,
  ends,
  taken,
  rowsAPiece,
}: Matching): InPieces<ReadonlyMap<string, DatedRows>> {
  const free = new Map<string, DatedRows>();
  for (let index = ends.from; index < ends.oldTo; index += 1) {
    const entry = old[index];
    if (entry !== undefined && taken[index] === 0) {
      const rows = rowsOf(free, entry, () => ({ missing: new FreeRows(), known: new FreeRows() }));
      (entry.isMissing ? rows.missing : rows.known).add(index);
    }
    if (isPieceDone(index, rowsAPiece)) {
      yield;
    }
  }
  return free;
}

function rowsOf<T>(byDate: Map<string, T>, entry: ComparedEntry, make: () => T): T {
  const key = dateKey(entry);
  const rows = byDate.get(key) ?? make();
  byDate.set(key, rows);
  return rows;
}
