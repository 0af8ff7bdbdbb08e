import type { ListEntry, Page } from '../spotify/catalogue.ts';
import type { StoredEntry } from '../storage/entries.ts';
import type { StoredList } from '../storage/lists.ts';
import type { StoredRotation } from '../storage/rotations.ts';
import type { StagedEntry } from '../storage/staging.ts';
import { isSameEntry } from './align-page.ts';
import { isOrdered } from './collections.ts';
import { knownRowsOf, namesGap } from './known-rows.ts';
import type { PassContext } from './pass-context.ts';
import { seeEntries } from './see-entries.ts';
import { takeAvailability } from './take-availability.ts';

/**
 * Holds a page of a list against the rows that are known there. Where they are the same, writes what
 * the page says about their availability, and that the rotation has come so far.
 *
 * @returns whether they are the same
 */
export function lookAtPage(
  context: PassContext,
  list: StoredList,
  rotation: StoredRotation,
  page: Page<ListEntry>,
  askedAtMs: number,
): boolean {
  const { repositories, account, clock } = context;
  const { database, rotations, changes, lists, passes } = repositories;
  return database.transaction(() => {
    const rows = seeEntries(context, list, page.entries, askedAtMs);
    const isInPlace =
      page.dropped === 0 && page.total === list.rowCount && page.offset === rotation.nextOffset;
    const known = isInPlace && rows.length > 0 ? knownRows(context, list, rotation, rows) : null;
    if (known === null) {
      return false;
    }
    const beforeMs = Math.max(clock.nowMs(), askedAtMs);
    const told = takeAvailability(context, {
      list,
      known,
      rows,
      oldOf: Int32Array.from(rows, (_, index) => index),
      // No page of the round before was looked at earlier than its first.
      sinceMs: list.readAtMs ?? list.observedAtMs ?? beforeMs,
      beforeMs,
    });
    changes.publish(account.id);
    passes.count(account.id, { items: rows.length, changes: told });
    const beganAtMs = rotation.nextOffset === 0 ? askedAtMs : (rotation.beganAtMs ?? askedAtMs);
    const nextOffset = rotation.nextOffset + rows.length;
    if (nextOffset >= page.total) {
      rotations.end(list.id, askedAtMs);
      lists.writeLookedAt(list.id, beganAtMs);
    } else {
      const lastKey = known.at(-1)?.orderKey ?? null;
      rotations.writePage(list.id, { nextOffset, lastKey, beganAtMs });
    }
    if (told > 0) {
      context.onListClosed();
    }
    return true;
  });
}

/** The rows that are known where the page stands; null where the page shows others. */
function knownRows(
  { repositories }: PassContext,
  list: StoredList,
  { lastKey }: StoredRotation,
  rows: readonly StagedEntry[],
): readonly StoredEntry[] | null {
  if (!isOrdered(list.kind)) {
    return knownRowsOf(repositories, list, rows);
  }
  const known = repositories.entries.openAfter(list.id, lastKey, rows.length);
  const isSame = rows.every((row, index) => {
    const other = known[index];
    return other !== undefined && isSameEntry(row, other);
  });
  return isSame && !namesGap(known, rows) ? known : null;
}
