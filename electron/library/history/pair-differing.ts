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
  const oldCandidates = candidates(old, next);
  const nextCandidates = candidates(next, old);
  const oldOf = matchEntries(
    oldCandidates.map((row) => ({ ...row, isMissing: row.itemId === null })),
    nextCandidates,
  );
  const pairs = nextCandidates.flatMap((after, index) => {
    const before = oldCandidates[oldOf[index] ?? -1];
    return before === undefined ? [] : [{ before, after }];
  });
  const paired = new Set(pairs.flatMap(({ before, after }) => [before, after]));
  return {
    removed: old.filter((row) => !paired.has(row)),
    added: next.filter((row) => !paired.has(row)),
    pairs,
  };
}

/** The rows that others can continue: of the same items, or any where there are gaps. */
function candidates(
  rows: readonly DifferingRow[],
  others: readonly DifferingRow[],
): readonly DifferingRow[] {
  const items = new Set(others.map(({ itemId }) => itemId));
  const hasGaps = items.has(null) || rows.some(({ itemId }) => itemId === null);
  return hasGaps ? rows : rows.filter(({ itemId }) => items.has(itemId));
}

/** As SQLite compares order keys: by their bytes, which are ASCII. */
export function compareKeys(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function byKey(one: DifferingRow, other: DifferingRow): number {
  return compareKeys(one.orderKey, other.orderKey);
}
