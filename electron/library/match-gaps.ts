import {
  type ComparedEntry,
  dateKey,
  type Ends,
  isBareGap,
  NONE,
  type OldEntry,
} from './compared-entry.ts';

/** Gaps last: what is left of the old state by now is either removed or what the gap stands for. */
export function pairGaps(
  old: readonly OldEntry[],
  next: readonly ComparedEntry[],
  ends: Ends,
  taken: Uint8Array,
  oldOf: Int32Array,
  pair: (newIndex: number, oldIndex: number) => void,
): void {
  const gaps: number[] = [];
  for (let index = ends.from; index < ends.newTo; index += 1) {
    if (oldOf[index] === NONE && next[index]?.itemId === null) {
      gaps.push(index);
    }
  }
  if (gaps.length > 0) {
    fillGaps(gaps, old, next, ends, taken, oldOf, pair);
    fillBareGaps(gaps, old, next, ends, taken, oldOf, pair);
  }
  nameGaps(old, next, ends, taken, oldOf, pair);
}

function fillGaps(
  gaps: readonly number[],
  old: readonly OldEntry[],
  next: readonly ComparedEntry[],
  ends: Ends,
  taken: Uint8Array,
  oldOf: Int32Array,
  pair: (newIndex: number, oldIndex: number) => void,
): void {
  const free = freeRows(old, ends, taken);
  let scanned = ends.from;
  let before = ends.from - 1;
  for (const gap of gaps) {
    for (; scanned < gap; scanned += 1) {
      const oldIndex = oldOf[scanned] ?? NONE;
      before = oldIndex === NONE ? before : oldIndex;
    }
    const rows = free.get(dateKey(next[gap]));
    // A row that was a gap before is the likeliest, then the next one in order, then any.
    const found =
      rows?.missing.shift() ??
      takeFirst(rows?.known ?? [], taken, (oldIndex) => oldIndex > before) ??
      takeFirst(rows?.known ?? [], taken, () => true);
    if (found !== undefined) {
      pair(gap, found);
    }
  }
}

/** A gap without a date is what stood in its place: the next row that nothing continues. */
function fillBareGaps(
  gaps: readonly number[],
  old: readonly OldEntry[],
  next: readonly ComparedEntry[],
  ends: Ends,
  taken: Uint8Array,
  oldOf: Int32Array,
  pair: (newIndex: number, oldIndex: number) => void,
): void {
  const bare = gaps.filter((gap) => oldOf[gap] === NONE && isBareGap(next[gap]));
  if (bare.length === 0) {
    return;
  }
  const free: number[] = [];
  for (let index = ends.from; index < ends.oldTo; index += 1) {
    if (taken[index] === 0) {
      free.push(index);
    }
  }
  // Those that were missing before are the likeliest to be missing still.
  for (const isMissing of [true, false]) {
    const rows = free.filter((index) => old[index]?.isMissing === isMissing);
    for (const gap of bare) {
      if (oldOf[gap] === NONE) {
        const before = previousOld(oldOf, gap);
        const found =
          takeFirst(rows, taken, (oldIndex) => oldIndex > before) ??
          takeFirst(rows, taken, () => true);
        if (found !== undefined) {
          pair(gap, found);
        }
      }
    }
  }
}

/** The row of the old state that the nearest row before this one continues; -1 where none does. */
function previousOld(oldOf: Int32Array, index: number): number {
  for (let position = index - 1; position >= 0; position -= 1) {
    const oldIndex = oldOf[position] ?? NONE;
    if (oldIndex !== NONE) {
      return oldIndex;
    }
  }
  return NONE;
}

/** A row that was a gap from the first can show its item later: the date tells that it is the same. */
function nameGaps(
  old: readonly OldEntry[],
  next: readonly ComparedEntry[],
  ends: Ends,
  taken: Uint8Array,
  oldOf: Int32Array,
  pair: (newIndex: number, oldIndex: number) => void,
): void {
  const unnamed = new Map<string, number[]>();
  for (let index = ends.from; index < ends.oldTo; index += 1) {
    const entry = old[index];
    if (entry?.itemId === null && taken[index] === 0) {
      const key = dateKey(entry);
      unnamed.set(key, [...(unnamed.get(key) ?? []), index]);
    }
  }
  for (let index = ends.from; unnamed.size > 0 && index < ends.newTo; index += 1) {
    if (oldOf[index] === NONE && next[index]?.itemId !== null) {
      const oldIndex = unnamed.get(dateKey(next[index]))?.shift();
      if (oldIndex !== undefined) {
        pair(index, oldIndex);
      }
    }
  }
}

interface FreeRows {
  readonly missing: number[];
  readonly known: number[];
}

/** The rows that nothing continues yet, in order, by when and by whom they were added. */
function freeRows(
  old: readonly OldEntry[],
  ends: Ends,
  taken: Uint8Array,
): ReadonlyMap<string, FreeRows> {
  const free = new Map<string, FreeRows>();
  for (let index = ends.from; index < ends.oldTo; index += 1) {
    const entry = old[index];
    if (entry !== undefined && taken[index] === 0) {
      const key = dateKey(entry);
      const rows = free.get(key) ?? { missing: [], known: [] };
      (entry.isMissing ? rows.missing : rows.known).push(index);
      free.set(key, rows);
    }
  }
  return free;
}

function takeFirst(
  indexes: readonly number[],
  taken: Uint8Array,
  fits: (index: number) => boolean,
): number | undefined {
  return indexes.find((index) => taken[index] === 0 && fits(index));
}
