import type { ToldRow } from './told-library.ts';
import type { ListKey, TrueRow } from './truth.ts';
import type { TruthLog } from './truth-log.ts';

/** Whether a state of an ordered list is told exactly as it was. */
export function isTold(
  log: TruthLog,
  key: ListKey,
  told: readonly ToldRow[],
  rows: readonly TrueRow[],
): boolean {
  return (
    told.length === rows.length &&
    rows.every((row, index) => isRow(log, key, told[index], row, rows))
  );
}

function isRow(
  log: TruthLog,
  key: ListKey,
  told: ToldRow | undefined,
  row: TrueRow,
  rows: readonly TrueRow[],
): boolean {
  if (told?.addedAtMs !== row.addedAtMs || told.addedBy !== row.addedBy) {
    return false;
  }
  if (told.uri === row.uri || (told.uri === null && log.wasGap(key, row.uri))) {
    return true;
  }
  // Which of two rows of the same date a gap stands for, nobody can tell.
  return row.isGap && rows.filter(({ addedAtMs }) => addedAtMs === row.addedAtMs).length > 1;
}

/** How often each key is there, less how often it is among the others. */
export function surplus(keys: readonly string[], others: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const key of others) {
    counts.set(key, (counts.get(key) ?? 0) - 1);
  }
  for (const [key, count] of counts) {
    if (count === 0) {
      counts.delete(key);
    }
  }
  return counts;
}

/** The positions that have to change least for these to be in rising order. */
export function fewestMoved(positions: readonly number[]): number {
  const ends: number[] = [];
  for (const position of positions) {
    const found = ends.findIndex((end) => end >= position);
    ends[found === -1 ? ends.length : found] = position;
  }
  return positions.length - ends.length;
}
