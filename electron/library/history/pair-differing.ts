import type { DifferingRow } from '../../storage/history-differences.ts';
import { matchEntries } from '../match-entries.ts';

/** A row of one state and the row of the other that continues it. */
export interface DifferingPair {
  readonly before: DifferingRow;
  readonly after: DifferingRow;
}

export interface PairedRows {
  readonly removed: readonly DifferingRow[];
  readonly added: readonly DifferingRow[];
  readonly pairs: readonly DifferingPair[];
}

/**
 * Pairs the rows that only one of two states has, each in the order of its state. Which rows continue
 * each other is decided as between whole states: what both have in common cancels out.
 */
export function pairDiffering(
  onlyBefore: readonly DifferingRow[],
  onlyAfter: readonly DifferingRow[],
): PairedRows {
  const old = onlyBefore.toSorted(byKey);
  const next = onlyAfter.toSorted(byKey);
  const oldOf = matchEntries(
    old.map((row) => ({ ...row, isMissing: row.itemId === null })),
    next,
  );
  const continued = new Set(oldOf);
  const added: DifferingRow[] = [];
  const pairs: DifferingPair[] = [];
  for (const [index, after] of next.entries()) {
    const before = old[oldOf[index] ?? -1];
    if (before === undefined) {
      added.push(after);
    } else {
      pairs.push({ before, after });
    }
  }
  return { removed: old.filter((_, index) => !continued.has(index)), added, pairs };
}

/** As SQLite compares order keys: by their bytes, which are ASCII. */
export function compareKeys(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function byKey(one: DifferingRow, other: DifferingRow): number {
  return compareKeys(one.orderKey, other.orderKey);
}
