import type { PlaylistWithItems } from '../spotify/catalogue.ts';
import type { StoredList } from '../storage/lists.ts';
import type { StoredReading } from '../storage/readings.ts';
import { alignHead } from './align-page.ts';
import { closeList } from './close-list.ts';
import { fetchPlaylistsList } from './fetch-playlists-list.ts';
import { ask, type PassContext, STEP_DONE, type StepResult } from './pass-context.ts';
import { settleFailure, startAgain } from './read-contents.ts';
import { seeEntries } from './see-entries.ts';

const PLAYLISTS_A_PAGE = 50;

/**
 * Closes the lists that took several pages, once their snapshot is known to be the same as at the
 * first page. The playlists list shows 50 snapshots in one request, so it is asked where that is
 * cheaper than asking for each list.
 */
export async function confirmContents(context: PassContext): Promise<StepResult> {
  const { readings, lists } = context.repositories;
  const waiting = readings.all(context.account.id, 'confirming');
  const pages = Math.ceil(lists.playlists(context.account.id).length / PLAYLISTS_A_PAGE);
  if (waiting.length > pages) {
    const fetched = await fetchPlaylistsList(context);
    if (fetched.kind === 'stopped' || fetched.kind === 'cancelled') {
      return fetched;
    }
    if (fetched.kind === 'whole') {
      for (const reading of waiting) {
        const list = lists.get(reading.listId);
        const seen = list === null ? undefined : fetched.summaries.get(list.externalId);
        if (
          list !== null &&
          reading.snapshotId !== null &&
          seen?.snapshotId === reading.snapshotId
        ) {
          await close(context, list, reading, fetched.askedAtMs);
        }
      }
    }
  }
  for (const reading of readings.all(context.account.id, 'confirming')) {
    const list = lists.get(reading.listId);
    const step = list === null ? STEP_DONE : await confirmOne(context, list, reading);
    if (step.kind !== 'done') {
      return step;
    }
    context.onProgress(list?.name ?? null);
  }
  return STEP_DONE;
}

async function confirmOne(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
): Promise<StepResult> {
  const asked = await ask(context, (options) =>
    context.api.playlist(list.externalId, { ...options, market: context.account.country }),
  );
  if (asked.kind === 'cancelled') {
    return asked;
  }
  if (asked.kind === 'failed') {
    return settleFailure(context, list, reading, asked.failure);
  }
  if (isConfirmed(context, list, reading, asked.value, asked.askedAtMs)) {
    await close(context, list, reading, asked.askedAtMs);
  } else {
    await startAgain(context, reading, asked.value.firstPage.total);
  }
  return STEP_DONE;
}

function isConfirmed(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
  { playlist, firstPage }: PlaylistWithItems,
  askedAtMs: number,
): boolean {
  if (playlist.snapshotId !== null || reading.snapshotId !== null) {
    return playlist.snapshotId === reading.snapshotId;
  }
  // Without snapshots the total and the first page have to do.
  const { database, staging } = context.repositories;
  const rows = database.transaction(() => seeEntries(context, list, firstPage.entries, askedAtMs));
  const known = staging.from(reading.listId, 0, rows.length);
  const head = alignHead({
    known,
    knownTotal: reading.nextOffset,
    rows,
    total: firstPage.total,
  });
  return head.kind === 'known' && head.fresh === 0;
}

async function close(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
  askedAtMs: number,
): Promise<void> {
  await closeList(context, {
    listId: reading.listId,
    askedAtMs,
    snapshots: { contents: reading.snapshotId, listed: reading.listedSnapshotId },
    inSameTransaction: () => context.repositories.lists.writeAccess(list, 'readable'),
  });
}
