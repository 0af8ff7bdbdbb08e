import type { NewChange } from '../storage/changes.ts';
import type { StoredEntry } from '../storage/entries.ts';
import type { StoredAvailability } from '../storage/items.ts';
import type { StoredList } from '../storage/lists.ts';
import type { LoadedEntry } from '../storage/staging.ts';
import { availabilityStep } from './availability-step.ts';

// An item can stand in a list twice, once as a gap: what shows it as present wins.
const WEIGHT: Readonly<Record<StoredAvailability, number>> = {
  missing: 0,
  unavailable: 1,
  unknown: 2,
  available: 3,
};

interface Seen {
  readonly row: LoadedEntry;
  readonly known: StoredAvailability;
  /** It stood in this list before. */
  readonly isContinued: boolean;
}

/**
 * What the rows of a list say about its items' availability, against what was known. Availability
 * belongs to the item, not to the row: one that stands in five lists is told of once.
 */
export function availabilityChanges(input: {
  readonly list: StoredList;
  readonly old: readonly StoredEntry[];
  readonly next: readonly LoadedEntry[];
  /** For each row of `next` the row of `old` it continues, or -1. */
  readonly oldOf: Int32Array;
  /** When the rows that stood here before were last looked at. */
  readonly sinceMs: number;
  /** When an item was last looked at that stands here anew. */
  readonly lastSeenMs: (itemId: number) => number;
  readonly beforeMs: number;
  /** Nothing is told before the first pass is done. */
  readonly isBaseline: boolean;
}): {
  readonly writes: readonly { itemId: number; availability: StoredAvailability }[];
  readonly changes: readonly NewChange[];
} {
  const { list, old, next, oldOf, beforeMs } = input;
  const seenById = new Map<number, Seen>();
  for (const [index, row] of next.entries()) {
    const before = old[oldOf[index] ?? -1];
    const itemId = row.itemId ?? before?.itemId ?? null;
    if (itemId === null) {
      continue;
    }
    const known = row.knownAvailability ?? before?.availability ?? 'unknown';
    const seen = seenById.get(itemId);
    if (seen === undefined || WEIGHT[row.availability] > WEIGHT[seen.row.availability]) {
      seenById.set(itemId, { row, known, isContinued: before !== undefined });
    }
  }
  const writes: { itemId: number; availability: StoredAvailability }[] = [];
  const changes: NewChange[] = [];
  for (const [itemId, { row, known, isContinued }] of seenById) {
    const step = availabilityStep(known, row.availability);
    if (step.next !== known) {
      writes.push({ itemId, availability: step.next });
    }
    if (step.change !== null && !input.isBaseline) {
      changes.push({
        listId: list.id,
        listName: list.name,
        kind: step.change,
        observedAfterMs: isContinued ? input.sinceMs : input.lastSeenMs(itemId),
        observedBeforeMs: beforeMs,
        item: { itemId, addedBy: row.addedBy, addedAtMs: row.addedAtMs },
      });
    }
  }
  return { writes, changes };
}
