import type { StoredList } from '../storage/lists.ts';
import { isOrdered } from './collections.ts';
import type { Comparison } from './compare.ts';

/**
 * When a list last stood as it was known; null: never. The head of a list without order tells its
 * length and some rows: a change elsewhere that kept the length may be older than the last look at
 * the head, but not than the last look at every row.
 */
export function knownSince(
  { kind, readAtMs, observedAtMs }: StoredList,
  { added, removed, restated }: Comparison,
): number | null {
  const keptLength = (added.length > 0 && removed.length > 0) || restated.length > 0;
  return keptLength && !isOrdered(kind) ? (readAtMs ?? observedAtMs) : observedAtMs;
}
