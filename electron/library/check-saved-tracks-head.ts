import { generateNKeysBetween } from 'fractional-indexing';
import type { StoredEntry } from '../storage/entries.ts';
import type { StoredList } from '../storage/lists.ts';
import type { StagedEntry } from '../storage/staging.ts';
import { alignHead } from './align-page.ts';
import { availabilityChanges } from './availability-changes.ts';
import { ask, type PassContext, STEP_DONE, type StepResult } from './pass-context.ts';
import { seeEntries } from './see-entries.ts';

/** `read-all`: the head and the total do not explain each other, so every page has to be read. */
export type HeadCheck = StepResult | { readonly kind: 'read-all' };

/**
 * One request instead of hundreds: when the head page shows what is known, or new tracks before it,
 * and the total fits, nothing else can have changed, because tracks are only ever saved at the head.
 */
export async function checkSavedTracksHead(
  context: PassContext,
  list: StoredList,
): Promise<HeadCheck> {
  const { repositories, account } = context;
  const asked = await ask(context, (options) =>
    context.api.savedTracks({ ...options, offset: 0, market: account.country }),
  );
  if (asked.kind !== 'ok') {
    return asked.kind === 'cancelled' ? asked : { kind: 'stopped', failure: asked.failure };
  }
  const { entries: shown, total, dropped } = asked.value;
  const { entries, database, passes } = repositories;
  entries.discardUnpublished(list.id, list.revisionId);
  const isKnown = database.transaction(() => {
    const rows = seeEntries(repositories, account.id, shown, asked.askedAtMs);
    const known = entries.openAfter(list.id, null, rows.length);
    const knownTotal = entries.countOpen(list.id);
    const head = alignHead({ known, knownTotal, rows, total });
    if (head.kind === 'differs' || dropped > 0 || namesGap(known, rows, head.fresh)) {
      return false;
    }
    takeHead(context, list, known, rows, head.fresh, asked.askedAtMs);
    passes.count(account.id, { items: rows.length });
    passes.writeStage(account.id, 'contents');
    return true;
  });
  if (!isKnown) {
    return { kind: 'read-all' };
  }
  context.onListClosed();
  return STEP_DONE;
}

/** A row that was a gap from the first shows its item now: its row has to be written anew. */
function namesGap(
  known: readonly StoredEntry[],
  rows: readonly StagedEntry[],
  fresh: number,
): boolean {
  return known.some(({ itemId }, index) => {
    const row = rows[fresh + index];
    return itemId === null && row !== undefined && row.itemId !== null;
  });
}

/** Writes the new tracks at the head, and what the page says about the others' availability. */
function takeHead(
  { repositories, account, clock }: PassContext,
  list: StoredList,
  known: readonly StoredEntry[],
  rows: readonly StagedEntry[],
  fresh: number,
  askedAtMs: number,
): void {
  const { changes, entries, items, lists, passes } = repositories;
  const beforeMs = Math.max(clock.nowMs(), askedAtMs);
  const steps = availabilityChanges({
    list,
    old: known,
    next: rows.map((row) => ({
      ...row,
      knownAvailability: row.itemId === null ? null : items.availability(row.itemId),
    })),
    oldOf: Int32Array.from(rows, (_, index) => (index < fresh ? -1 : index - fresh)),
    beforeMs,
    isBaseline: account.baselineAtMs === null,
  });
  changes.discardUnpublished(account.id);
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
    lists.publish(list.id, revisionId);
  }
  for (const { itemId, availability } of steps.writes) {
    items.writeAvailability(itemId, availability, beforeMs);
  }
  for (const change of steps.changes) {
    changes.add(account.id, change);
  }
  changes.publish(account.id);
  passes.count(account.id, { changes: fresh + steps.changes.length });
  lists.writeObserved(list.id, askedAtMs);
}
