import type { ApiResult } from '../spotify/api-failure.ts';
import type { ListEntry } from '../spotify/catalogue.ts';
import type { RequestOptions } from '../spotify/spotify-api.ts';
import type { StoredList } from '../storage/lists.ts';
import type { StoredReading } from '../storage/readings.ts';
import { closeCollection } from './close-collection.ts';
import { dropStaged } from './close-list.ts';
import { leaveUnread, settleCollectionFailure } from './collection-trouble.ts';
import type { Collection } from './collections.ts';
import { confirmAbsence } from './confirm-absence.ts';
import { ask, type PassContext, STEP_DONE, type StepResult } from './pass-context.ts';
import { seeEntries } from './see-entries.ts';
import { TRIES } from './tries.ts';

interface SetPage {
  readonly entries: readonly ListEntry[];
  readonly total: number | null;
  readonly dropped: number;
  /** Where to go on; null at the end. */
  readonly next: { readonly offset: number; readonly cursor: string | null } | null;
}

/**
 * The next page of a collection that is read without regard to order: by cursor, or where the order
 * changed each time. Rows that were met before are passed over. It is whole when as many different
 * rows were met as Spotify counts; what is missing from it is asked for by name before it is
 * believed to be gone.
 */
export async function readNextOfSet(
  context: PassContext,
  collection: Collection,
  list: StoredList,
  reading: StoredReading,
): Promise<StepResult> {
  const asked = await ask(context, (options) => readPage(context, collection, reading, options));
  if (asked.kind !== 'ok') {
    return asked.kind === 'cancelled'
      ? asked
      : settleCollectionFailure(context, list, reading, asked.failure);
  }
  const page = asked.value;
  const firstAskedAtMs = reading.firstAskedAtMs ?? asked.askedAtMs;
  const verdict = stage(context, list, reading, page, asked.askedAtMs);
  if (verdict === 'more') {
    return STEP_DONE;
  }
  if (verdict === 'at-end' && isWhole(context, list, page.total)) {
    // A single answer cannot have left anything out.
    const isSingle = reading.firstAskedAtMs === null;
    const absence = isSingle ? 'confirmed' : await confirmAbsence(context, list, reading);
    if (typeof absence === 'object') {
      return absence;
    }
    if (absence === 'confirmed') {
      await closeCollection(context, list, firstAskedAtMs);
      return STEP_DONE;
    }
  }
  context.logger.info('A collection was not whole.', { kind: list.kind, tries: reading.tries });
  await dropStaged(context, list.id);
  if (reading.tries + 1 < TRIES) {
    context.repositories.readings.startAgain(list.id, 'waiting');
  } else {
    leaveUnread(context, list, { kind: 'never-whole', rowCount: page.total ?? list.rowCount });
  }
  return STEP_DONE;
}

async function readPage(
  { api, account }: PassContext,
  { page }: Collection,
  reading: StoredReading,
  options: RequestOptions,
): Promise<ApiResult<SetPage>> {
  if (page === null) {
    const artists = await api.followedArtists({ ...options, cursor: reading.nextCursor });
    if (artists.kind === 'failed') {
      return artists;
    }
    const { entries, nextCursor, total, dropped } = artists.value;
    const offset = reading.nextOffset + entries.length;
    return {
      kind: 'ok',
      value: {
        entries: entries.map((item) => ({ item, addedAtMs: null, addedBy: null })),
        total,
        dropped,
        next: nextCursor === null ? null : { offset, cursor: nextCursor },
      },
    };
  }
  const offset = reading.nextOffset;
  const rows = await page(api, { ...options, offset, market: account.country });
  if (rows.kind === 'failed') {
    return rows;
  }
  const { entries, nextOffset, total, dropped } = rows.value;
  const next = nextOffset === null ? null : { offset: nextOffset, cursor: null };
  return { kind: 'ok', value: { entries, total, dropped, next } };
}

/** Stages what is new on a page, together with its checkpoint. */
function stage(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
  page: SetPage,
  askedAtMs: number,
): 'more' | 'at-end' | 'not-whole' {
  const { repositories, account } = context;
  const { staging, readings, passes, database } = repositories;
  const isFirst = reading.firstAskedAtMs === null;
  if (page.dropped > 0 || (!isFirst && page.total !== reading.total)) {
    return 'not-whole';
  }
  // A list that goes on beyond its own length would go on for ever.
  if (page.next !== null && page.total !== null && page.next.offset > 2 * page.total + 100) {
    return 'not-whole';
  }
  database.transaction(() => {
    const rows = seeEntries(context, list, page.entries, askedAtMs);
    const ids = rows.flatMap(({ itemId }) => itemId ?? []);
    const met = new Set(staging.among(list.id, ids));
    let position = staging.end(list.id);
    for (const row of rows) {
      if (row.itemId === null || !met.has(row.itemId)) {
        staging.add(list.id, position, row);
        position += 1;
      }
      if (row.itemId !== null) {
        met.add(row.itemId);
      }
    }
    passes.count(account.id, { items: rows.length });
    if (isFirst && page.total !== null) {
      passes.addItemsTotal(account.id, page.total);
    }
    readings.writePage(list.id, {
      state: 'reading',
      total: page.total,
      nextOffset: page.next?.offset ?? reading.nextOffset,
      nextCursor: page.next?.cursor ?? null,
      snapshotId: null,
      askedAtMs,
    });
  });
  return page.next === null ? 'at-end' : 'more';
}

function isWhole({ repositories }: PassContext, list: StoredList, total: number | null): boolean {
  return total === null || repositories.staging.bounds(list.id).count === total;
}
