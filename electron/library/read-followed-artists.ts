import type { CatalogueItem, CursorPage } from '../spotify/catalogue.ts';
import { MOST_ROWS } from '../spotify/paging.ts';
import type { StoredList } from '../storage/lists.ts';
import type { StoredReading } from '../storage/readings.ts';
import { closeCollection } from './close-collection.ts';
import { leaveUnread, settleCollectionFailure } from './collection-trouble.ts';
import { confirmAbsence, confirmLargeLoss } from './confirm-absence.ts';
import { ask, type PassContext, STEP_DONE, type StepResult } from './pass-context.ts';
import { seeEntries } from './see-entries.ts';
import { dropStaged } from './staged-rows.ts';
import { TRIES } from './tries.ts';

/**
 * The next page of the followed artists, which are read by cursor: without places, so no overlap can
 * show that they moved. They are whole when as many were met as Spotify counts; who is missing is
 * asked for by name before anybody believes that they are gone.
 */
export async function readFollowedArtists(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
): Promise<StepResult> {
  if (reading.firstAskedAtMs === null) {
    await dropStaged(context, list.id);
  }
  const asked = await ask(context, (options) =>
    context.api.followedArtists({ ...options, cursor: reading.nextCursor }),
  );
  if (asked.kind !== 'ok') {
    return asked.kind === 'cancelled'
      ? asked
      : settleCollectionFailure(context, list, reading, asked.failure);
  }
  const page = asked.value;
  const verdict = stage(context, list, reading, page, asked.askedAtMs);
  if (verdict === 'more') {
    return STEP_DONE;
  }
  if (verdict === 'whole') {
    // A single answer has hardly left anybody out, unless it left out nearly all.
    const isSingle = reading.firstAskedAtMs === null;
    const confirmed = isSingle ? confirmLargeLoss : confirmAbsence;
    const absence = await confirmed(context, list, reading);
    if (typeof absence === 'object') {
      return absence;
    }
    if (absence === 'confirmed') {
      // What the whole says is only as fresh as its oldest page.
      await closeCollection(context, list, reading.firstAskedAtMs ?? asked.askedAtMs);
      return STEP_DONE;
    }
  }
  context.logger.info('The followed artists were not whole.', { tries: reading.tries });
  if (reading.tries + 1 < TRIES) {
    context.repositories.readings.startAgain(list.id, 'waiting');
  } else {
    leaveUnread(context, list, { kind: 'never-whole', rowCount: page.total ?? list.rowCount });
  }
  await dropStaged(context, list.id);
  return STEP_DONE;
}

/** Stages who is new on a page, together with its checkpoint. */
function stage(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
  page: CursorPage<CatalogueItem>,
  askedAtMs: number,
): 'more' | 'whole' | 'not-whole' {
  const { repositories, account } = context;
  const { staging, readings, passes, database } = repositories;
  const isFirst = reading.firstAskedAtMs === null;
  const readTo = reading.nextOffset + page.entries.length;
  const isMoved = !isFirst && page.total !== reading.total;
  const most = page.total ?? MOST_ROWS;
  // Beyond its own length a list would go on for ever.
  const isEndless = most > MOST_ROWS || (page.nextCursor !== null && readTo > most);
  if (page.dropped > 0 || isMoved || isEndless) {
    return 'not-whole';
  }
  const end = staging.end(list.id);
  database.transaction(() => {
    const entries = page.entries.map((item) => ({ item, addedAtMs: null, addedBy: null }));
    const rows = seeEntries(context, list, entries, askedAtMs);
    const met = new Set(
      staging.among(
        list.id,
        rows.flatMap(({ itemId }) => itemId ?? []),
      ),
    );
    let position = staging.end(list.id);
    for (const row of rows) {
      if (row.itemId !== null && !met.has(row.itemId)) {
        met.add(row.itemId);
        staging.add(list.id, position, row);
        position += 1;
      }
    }
    passes.count(account.id, { items: rows.length });
    if (isFirst && page.total !== null) {
      passes.addItemsTotal(account.id, page.total);
    }
    readings.writePage(list.id, {
      state: 'reading',
      total: page.total,
      nextOffset: page.nextCursor === null ? reading.nextOffset : readTo,
      nextCursor: page.nextCursor ?? reading.nextCursor,
      snapshotId: null,
      askedAtMs,
    });
  });
  if (page.nextCursor !== null) {
    // Cursors that lead in a circle, or nowhere, bring nobody new.
    return staging.end(list.id) > end ? 'more' : 'not-whole';
  }
  return page.total === null || staging.end(list.id) === page.total ? 'whole' : 'not-whole';
}
