import { generateNKeysBetween } from 'fractional-indexing';
import type { ListEntry, Page } from '../spotify/catalogue.ts';
import type { StoredEntry } from '../storage/entries.ts';
import type { StoredList } from '../storage/lists.ts';
import type { StagedEntry } from '../storage/staging.ts';
import { alignHead } from './align-page.ts';
import { isOrdered } from './collections.ts';
import { GAP_ID, knownRowsOf, namesGap } from './known-rows.ts';
import type { PassContext } from './pass-context.ts';
import { seeEntries } from './see-entries.ts';
import { takeAvailability } from './take-availability.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * One request instead of hundreds: whether the first page and the total show what is known of a
 * collection. Of saved tracks, new ones before it are taken along, because tracks are only ever saved
 * at the head; everything else has to be read whole.
 */
export function checkHead(
  context: PassContext,
  list: StoredList,
  page: Page<ListEntry>,
  askedAtMs: number,
): 'known' | 'read-all' {
  const { repositories, account } = context;
  const { database, lists, passes, readings } = repositories;
  return database.transaction(() => {
    const rows = seeEntries(context, list, page.entries, askedAtMs);
    const fresh = page.dropped > 0 ? null : freshRows(context, list, rows, page.total);
    if (fresh === null) {
      return 'read-all';
    }
    takeHead(context, list, rows, fresh, askedAtMs);
    lists.writeAccess(list, 'readable');
    passes.count(account.id, { items: rows.length });
    readings.writeDone(list.id);
    return 'known';
  });
}

/** How many rows at the head are new where everything else is as known; null where it is not. */
function freshRows(
  context: PassContext,
  list: StoredList,
  rows: readonly StagedEntry[],
  total: number,
): number | null {
  const { repositories } = context;
  if (!isOrdered(list.kind)) {
    const known = total === list.rowCount ? knownRowsOf(repositories, list, rows) : null;
    return known !== null && mayStand(context, list, known) ? 0 : null;
  }
  const known = repositories.entries.openAfter(list.id, null, rows.length);
  const head = alignHead({ known, knownTotal: list.rowCount, rows, total });
  return head.kind === 'differs' || namesGap(known, rows.slice(head.fresh)) ? null : head.fresh;
}

/**
 * Known rows in another order are no change, but may hide one: where one was removed and one added,
 * others move up. So they are reason enough to read the whole, once a day.
 */
function mayStand(
  { repositories, clock }: PassContext,
  list: StoredList,
  known: readonly StoredEntry[],
): boolean {
  const stored = repositories.entries.openAfter(list.id, null, known.length);
  const isInOrder = known.every(({ id }, index) => id === GAP_ID || id === stored[index]?.id);
  const sinceMs = clock.nowMs() - (list.readAtMs ?? 0);
  // A reading in the future: the clock was set back since, and nobody knows how long ago it was.
  return isInOrder || (sinceMs >= 0 && sinceMs < DAY_MS);
}

/** Writes the new rows at the head, and what the page says about the others' availability. */
function takeHead(
  context: PassContext,
  list: StoredList,
  rows: readonly StagedEntry[],
  fresh: number,
  askedAtMs: number,
): void {
  const { repositories, account, clock } = context;
  const { changes, entries, lists, passes, rotations } = repositories;
  const beforeMs = Math.max(clock.nowMs(), askedAtMs);
  const known = isOrdered(list.kind)
    ? entries.openAfter(list.id, null, rows.length)
    : (knownRowsOf(repositories, list, rows) ?? []);
  const told = takeAvailability(context, {
    list,
    known,
    rows,
    oldOf: Int32Array.from(rows, (_, index) => index - fresh),
    sinceMs: list.observedAtMs ?? beforeMs,
    beforeMs,
  });
  if (fresh > 0) {
    const window = { afterMs: list.observedAtMs, beforeMs };
    const revisionId = entries.addRevision(list.id, window);
    const keys = generateNKeysBetween(null, known[0]?.orderKey ?? null, fresh);
    for (const [index, row] of rows.slice(0, fresh).entries()) {
      const orderKey = keys[index];
      if (orderKey !== undefined) {
        entries.add(list.id, { ...row, orderKey }, revisionId);
        changes.add(account.id, {
          listId: list.id,
          listName: list.name,
          kind: 'item-added',
          observedAfterMs: list.observedAtMs ?? beforeMs,
          observedBeforeMs: beforeMs,
          item: row,
        });
      }
    }
    lists.publish(list.id, revisionId, list.rowCount + fresh);
    rotations.shift(list.id, fresh);
    context.onListClosed();
  }
  changes.publish(account.id);
  passes.count(account.id, { changes: fresh + told });
  lists.writeObserved(list.id, askedAtMs);
}
