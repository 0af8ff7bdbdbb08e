import type { StoredEntry } from '../storage/entries.ts';
import type { StoredList } from '../storage/lists.ts';
import type { StagedEntry } from '../storage/staging.ts';
import { availabilityChanges, type SettledAvailability } from './availability-changes.ts';
import type { PassContext } from './pass-context.ts';

/** One page of a list that stands as it is known. */
export interface LookedAt {
  readonly list: StoredList;
  readonly known: readonly StoredEntry[];
  readonly rows: readonly StagedEntry[];
  /** For each of `rows` the one of `known` that it is, or -1. */
  readonly oldOf: Int32Array;
  /** When these rows were last looked at. */
  readonly sinceMs: number;
  readonly beforeMs: number;
}

/**
 * Writes what a page says about the availability of its items, and adds the changes; to publish them
 * is left to the caller. Belongs into a transaction. Answers how many changes there are.
 */
export function takeAvailability(context: PassContext, page: LookedAt): number {
  const { repositories, account } = context;
  const { items } = repositories;
  const settled = availabilityChanges({
    ...page,
    old: page.known,
    next: page.rows.map((row) => ({
      ...row,
      knownAvailability: row.itemId === null ? null : items.availability(row.itemId),
    })),
    lastSeenMs: (itemId) => lastSeen(context, itemId, page.beforeMs),
    isBaseline: account.baselineAtMs === null,
  });
  return writeAvailabilities(context, settled, page.beforeMs);
}

/** Writes what became of items and adds the changes; answers how many of those there are. */
export function writeAvailabilities(
  { repositories, account }: PassContext,
  settled: readonly SettledAvailability[],
  beforeMs: number,
): number {
  let told = 0;
  for (const { itemId, availability, change } of settled) {
    if (availability !== null) {
      repositories.items.writeAvailability(itemId, availability, beforeMs);
    }
    if (change !== null) {
      repositories.changes.add(account.id, change);
      told += 1;
    }
  }
  return told;
}

/**
 * When an item was last looked at, as far as the lists know in which it stands; else when the watch
 * began. Never after `beforeMs`.
 */
export function lastSeen(
  { repositories, account }: PassContext,
  itemId: number,
  beforeMs: number,
): number {
  const seenAtMs = repositories.entries.lastReadAtMs(itemId) ?? account.baselineAtMs ?? beforeMs;
  return Math.min(seenAtMs, beforeMs);
}
