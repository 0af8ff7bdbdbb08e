import type { NewChange } from '../storage/changes.ts';
import type { StoredEntry } from '../storage/entries.ts';
import type { StoredAvailability } from '../storage/items.ts';
import type { StoredList } from '../storage/lists.ts';
import type { LoadedEntry } from '../storage/staging.ts';
import { availabilityStep } from './availability-step.ts';
import { atOnce, type InPieces, isPieceDone, ROWS_A_PIECE } from './in-pieces.ts';

// An item can stand in a list twice, once as a gap: what shows it as present wins.
const WEIGHT: Readonly<Record<StoredAvailability, number>> = {
  missing: 0,
  unavailable: 1,
  unknown: 2,
  available: 3,
};

/** What is known of an item now, and what the user is told of it; null when that is nothing. */
export interface SettledAvailability {
  readonly itemId: number;
  /** Null: as it was. */
  readonly availability: StoredAvailability | null;
  readonly change: NewChange | null;
}

export interface RowsSeen {
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
}

/**
 * What the rows of a list say about its items' availability, against what was known. Availability
 * belongs to the item, not to the row: one that stands in five lists is told of once.
 */
export function availabilityChanges(seen: RowsSeen): readonly SettledAvailability[] {
  return atOnce(availabilityInPieces(seen));
}

/** The same, of lists of any length. */
export function* availabilityInPieces(
  seen: RowsSeen,
  rowsAPiece = ROWS_A_PIECE,
): InPieces<readonly SettledAvailability[]> {
  const { old, next, oldOf } = seen;
  const itemIdAt = (index: number): number | null =>
    next[index]?.itemId ?? old[oldOf[index] ?? -1]?.itemId ?? null;
  // Of most items every row says what is known, so only the others are gathered.
  const differing = new Set<number>();
  for (let index = 0; index < next.length; index += 1) {
    const itemId = itemIdAt(index);
    if (itemId !== null && saysOther(seen, index)) {
      differing.add(itemId);
    }
    if (isPieceDone(index, rowsAPiece)) {
      yield;
    }
  }
  const deciding = new Map<number, number>();
  for (let index = 0; differing.size > 0 && index < next.length; index += 1) {
    const itemId = itemIdAt(index);
    if (itemId !== null && differing.has(itemId) && outweighs(next, index, deciding.get(itemId))) {
      deciding.set(itemId, index);
    }
    if (isPieceDone(index, rowsAPiece)) {
      yield;
    }
  }
  const settled: SettledAvailability[] = [];
  for (const [itemId, index] of deciding) {
    settled.push(settle(seen, itemId, index));
    if (isPieceDone(settled.length, rowsAPiece)) {
      yield;
    }
  }
  return settled;
}

function saysOther(seen: RowsSeen, index: number): boolean {
  const row = seen.next[index];
  const known = knownAt(seen, index);
  const step = row && availabilityStep(known, row.availability);
  return step !== undefined && (step.next !== known || step.change !== null);
}

function knownAt({ old, next, oldOf }: RowsSeen, index: number): StoredAvailability {
  return next[index]?.knownAvailability ?? old[oldOf[index] ?? -1]?.availability ?? 'unknown';
}

function outweighs(
  next: readonly LoadedEntry[],
  index: number,
  other: number | undefined,
): boolean {
  const weight = (row: LoadedEntry | undefined) =>
    row === undefined ? -1 : WEIGHT[row.availability];
  return other === undefined || weight(next[index]) > weight(next[other]);
}

function settle(seen: RowsSeen, itemId: number, index: number): SettledAvailability {
  const { list, old, next, oldOf } = seen;
  const row = next[index];
  const known = knownAt(seen, index);
  const step = availabilityStep(known, row?.availability ?? 'unknown');
  const isContinued = old[oldOf[index] ?? -1] !== undefined;
  return {
    itemId,
    availability: step.next === known ? null : step.next,
    change:
      step.change === null || seen.isBaseline
        ? null
        : {
            listId: list.id,
            listName: list.name,
            kind: step.change,
            observedAfterMs: isContinued ? seen.sinceMs : seen.lastSeenMs(itemId),
            observedBeforeMs: seen.beforeMs,
            item: {
              itemId,
              addedBy: row?.addedBy ?? null,
              addedAtMs: row?.addedAtMs ?? null,
            },
          },
  };
}
