import type { NewChange } from '../storage/changes.ts';
import type { StoredEntry } from '../storage/entries.ts';
import type { ReadSnapshots, StoredList } from '../storage/lists.ts';
import type { LoadedEntry } from '../storage/staging.ts';
import { arrangeUnordered } from './arrange-unordered.ts';
import { availabilityChanges } from './availability-changes.ts';
import { isOrdered } from './collections.ts';
import { type Comparison, compareStates, isRestated } from './compare.ts';
import { isBareGap } from './compared-entry.ts';
import { matchEntries } from './match-entries.ts';
import { assignOrderKeys } from './order-keys.ts';
import type { PassContext } from './pass-context.ts';
import { lastSeen } from './take-availability.ts';

/** Rows loaded or written in one go: a few milliseconds of work. */
const CHUNK = 1_000;

export interface Closing {
  readonly listId: number;
  /** The moment before the last answer that proves the staged rows was asked for. */
  readonly askedAtMs: number;
  readonly snapshots: ReadSnapshots;
  /** Runs in the transaction that makes the new state count. */
  readonly inSameTransaction?: () => void;
}

/**
 * Makes the staged rows of a list its new state, and writes what changed. The rows of the new
 * revision are written in pieces that nobody sees; one small transaction then makes them count, so
 * an end at any moment leaves either the old state or the new one.
 */
export async function closeList(context: PassContext, closing: Closing): Promise<void> {
  const { repositories, account, clock } = context;
  const { lists, entries, changes, readings, passes } = repositories;
  const list = lists.get(closing.listId);
  if (list === null) {
    return;
  }
  entries.discardUnpublished(list.id, list.revisionId);
  changes.discardUnpublished(account.id);
  const old = await loadOpen(context, list.id);
  const { next, comparison } = compare(list, old, await loadStaged(context, list.id));
  const beforeMs = Math.max(clock.nowMs(), closing.askedAtMs);
  const found = describe(list, old, next, comparison, beforeMs);
  const isSame =
    list.revisionId !== null &&
    comparison.added.length + comparison.removed.length === 0 &&
    comparison.moved.length + comparison.restated.length === 0;
  const revisionId = isSame
    ? null
    : await writeRevision(context, list, old, next, comparison, beforeMs);
  await inChunks(context, found, (change) => changes.add(account.id, change));

  repositories.database.transaction(() => {
    const steps = availabilityChanges({
      list,
      old,
      next,
      oldOf: comparison.oldOf,
      sinceMs: list.readAtMs ?? list.observedAtMs ?? beforeMs,
      lastSeenMs: (itemId) => lastSeen(context, itemId, beforeMs),
      beforeMs,
      isBaseline: account.baselineAtMs === null,
    });
    for (const step of steps.writes) {
      repositories.items.writeAvailability(step.itemId, step.availability, beforeMs);
    }
    for (const change of steps.changes) {
      changes.add(account.id, change);
    }
    if (revisionId !== null) {
      lists.publish(list.id, revisionId, next.length);
    }
    lists.writeRead(list.id, closing.askedAtMs);
    lists.writeSnapshots(list.id, closing.snapshots);
    changes.publish(account.id);
    passes.count(account.id, { changes: found.length + steps.changes.length });
    readings.delete(list.id);
    closing.inSameTransaction?.();
  });
  await dropStaged(context, list.id);
  context.onListClosed();
}

/** A list without an order is compared in the order in which its rows are known. */
function compare(
  list: StoredList,
  known: readonly StoredEntry[],
  staged: readonly LoadedEntry[],
): { readonly next: readonly LoadedEntry[]; readonly comparison: Comparison } {
  const old = known.map((entry) => ({ ...entry, isMissing: entry.availability === 'missing' }));
  if (isOrdered(list.kind)) {
    return { next: staged, comparison: compareStates(old, staged) };
  }
  const oldOf = matchEntries(old, staged);
  // What was removed and saved again stands where Spotify puts it now.
  const placeOf = oldOf.map((oldIndex, index) =>
    isRestated(old[oldIndex], staged[index]) ? -1 : oldIndex,
  );
  const order = arrangeUnordered(placeOf);
  const next = order.flatMap((index) => staged[index] ?? []);
  const arranged = Int32Array.from(order, (index) => oldOf[index] ?? -1);
  return { next, comparison: compareStates(old, next, arranged) };
}

/** Throws away the staged rows of a list in small pieces. */
export async function dropStaged(context: PassContext, listId: number): Promise<void> {
  while (context.repositories.staging.drop(listId, CHUNK) === CHUNK) {
    await context.yieldToEventLoop();
  }
}

async function loadOpen(context: PassContext, listId: number): Promise<StoredEntry[]> {
  const rows: StoredEntry[] = [];
  for (;;) {
    const after = rows.at(-1)?.orderKey ?? null;
    const more = context.repositories.entries.openAfter(listId, after, CHUNK);
    rows.push(...more);
    if (more.length < CHUNK) {
      return rows;
    }
    await context.yieldToEventLoop();
  }
}

async function loadStaged(context: PassContext, listId: number): Promise<LoadedEntry[]> {
  const { staging } = context.repositories;
  const { first } = staging.bounds(listId);
  const rows: LoadedEntry[] = [];
  for (;;) {
    const more = staging.from(listId, first + rows.length, CHUNK);
    rows.push(...more);
    if (more.length < CHUNK) {
      return rows;
    }
    await context.yieldToEventLoop();
  }
}

async function writeRevision(
  context: PassContext,
  list: StoredList,
  old: readonly StoredEntry[],
  next: readonly LoadedEntry[],
  comparison: Comparison,
  beforeMs: number,
): Promise<number> {
  const { entries } = context.repositories;
  const revisionId = entries.addRevision(list.id, { afterMs: list.observedAtMs, beforeMs });
  const rewritten = [...comparison.moved, ...comparison.restated];
  const ended = [...comparison.removed, ...rewritten.map((index) => comparison.oldOf[index] ?? -1)];
  await inChunks(context, ended, (oldIndex) => {
    const entry = old[oldIndex];
    if (entry !== undefined) {
      entries.end(entry.id, revisionId);
    }
  });
  const keys = assignOrderKeys(
    comparison,
    old.map((entry) => entry.orderKey),
  );
  await inChunks(context, [...comparison.added, ...rewritten], (index) => {
    const row = next[index];
    const orderKey = keys[index];
    if (row !== undefined && orderKey !== undefined) {
      // A gap keeps the item that is known to have stood there, and what was known of the row.
      const known = old[comparison.oldOf[index] ?? -1];
      const seen = isBareGap(row) && known !== undefined ? known : row;
      const itemId = row.itemId ?? known?.itemId ?? null;
      entries.add(list.id, { ...seen, itemId, orderKey }, revisionId);
    }
  });
  return revisionId;
}

/** What the user is told about rows that came, went or moved. The first state is no change. */
function describe(
  list: StoredList,
  old: readonly StoredEntry[],
  next: readonly LoadedEntry[],
  comparison: Comparison,
  beforeMs: number,
): NewChange[] {
  if (list.revisionId === null || list.kind === 'playlists') {
    return [];
  }
  const common = {
    listId: list.id,
    listName: list.name,
    observedAfterMs: list.observedAtMs ?? beforeMs,
    observedBeforeMs: beforeMs,
  };
  const isOfArtists = list.kind === 'followed-artists';
  const removed = isOfArtists ? 'artist-unfollowed' : 'item-removed';
  const added = isOfArtists ? 'artist-followed' : 'item-added';
  const changes: NewChange[] = [];
  for (const index of comparison.removed) {
    const item = old[index];
    if (item !== undefined) {
      changes.push({ ...common, kind: removed, item });
    }
  }
  for (const index of comparison.added) {
    const item = next[index];
    if (item !== undefined) {
      changes.push({ ...common, kind: added, item });
    }
  }
  if (comparison.moved.length > 0 && isOrdered(list.kind)) {
    changes.push({ ...common, kind: 'items-moved', itemCount: comparison.moved.length });
  }
  return changes;
}

async function inChunks<T>(
  context: PassContext,
  values: readonly T[],
  write: (value: T) => void,
): Promise<void> {
  for (let start = 0; start < values.length; start += CHUNK) {
    context.repositories.database.transaction(() => {
      for (const value of values.slice(start, start + CHUNK)) {
        write(value);
      }
    });
    await context.yieldToEventLoop();
  }
}
