import type { PlaylistSummary } from '../spotify/catalogue.ts';
import { MOST_ROWS } from '../spotify/paging.ts';
import type { NewChange } from '../storage/changes.ts';
import type { StoredList } from '../storage/lists.ts';
import { closeList } from './close-list.ts';
import { describedNow, playlistNews } from './describe-playlist.ts';
import { fetchPlaylistsList } from './fetch-playlists-list.ts';
import { isLargeLoss } from './large-loss.ts';
import { type PassContext, STEP_DONE, type StepResult } from './pass-context.ts';
import { decideContents, isDescribedOtherwise, isKnownSnapshot } from './playlist-decisions.ts';
import { parseSummary } from './playlist-summary.ts';
import { dropStaged } from './staged-rows.ts';

/** Playlists compared in one transaction. */
const CHUNK = 100;
/** A list of one page came in one answer, so nothing can have moved while it was read. */
const ONE_PAGE = 50;
/** Who has fewer may well have removed them all, and is told so at once. */
const MANY = 10;

/**
 * Takes over the playlists list: new, renamed and gone playlists, and which contents have to be
 * read. Can be run again after an end at any point, for what was taken over differs no more.
 *
 * @param askedAtMs before the oldest page of it was asked for
 */
export async function closePlaylistsList(
  context: PassContext,
  list: StoredList,
  askedAtMs: number,
): Promise<StepResult> {
  const { repositories, account, clock, yieldToEventLoop } = context;
  const { database, staging, lists, changes, passes } = repositories;
  const summaries = staging.playlists(account.id).map(parseSummary);
  const listed = new Set(summaries.map((summary) => summary.id));
  const standing = lists.playlists(account.id).filter(({ goneSinceMs }) => goneSinceMs === null);
  let gone = standing.filter(({ externalId }) => !listed.has(externalId));
  const isLarge = isLargeLoss({ before: standing.length, now: standing.length - gone.length });
  if (isLarge && standing.length >= MANY && !context.doubts.has(list.id)) {
    // An answer that is empty in error stays so for a while: it takes two checks to be believed.
    context.doubts.add(list.id);
    return await leaveForNextCheck(context, list);
  }
  context.doubts.delete(list.id);
  if (gone.length > 0 && (isLarge || summaries.length > ONE_PAGE)) {
    const again = await fetchPlaylistsList(context);
    if (again.kind === 'stopped' || again.kind === 'cancelled') {
      return again;
    }
    if (again.kind === 'not-whole') {
      // A list that is closed without them would say that they were gone before anybody tells of it.
      return await leaveForNextCheck(context, list);
    }
    gone = gone.filter(({ externalId }) => !again.summaries.has(externalId));
  }
  const beforeMs = Math.max(clock.nowMs(), askedAtMs);
  const window = {
    observedAfterMs: list.observedAtMs ?? beforeMs,
    observedBeforeMs: beforeMs,
  };
  const write = (found: readonly NewChange[]): void => {
    for (const change of found) {
      changes.add(account.id, change);
    }
    changes.publish(account.id);
    passes.count(account.id, { changes: found.length });
  };
  for (let start = 0; start < summaries.length; start += CHUNK) {
    database.transaction(() => {
      const found = summaries
        .slice(start, start + CHUNK)
        .flatMap((summary) => takeOver(context, summary, askedAtMs, window));
      // The first state is no change, even where a pass had to do without this list.
      write(list.revisionId === null ? [] : found);
    });
    await yieldToEventLoop();
  }
  database.transaction(() => {
    for (const playlist of gone) {
      lists.writeGone(playlist.id, beforeMs);
      repositories.readings.delete(playlist.id);
    }
    write(
      gone.map(({ id, name }) => ({
        ...window,
        kind: 'playlist-gone',
        listId: id,
        listName: name,
      })),
    );
  });
  const items = summaries.reduce((sum, { id, itemsTotal }) => {
    const playlist = lists.findPlaylist(account.id, id);
    const isPlanned = playlist !== null && repositories.readings.find(playlist.id) !== null;
    return sum + (isPlanned ? Math.min(itemsTotal ?? 0, MOST_ROWS) : 0);
  }, 0);
  await closeList(context, {
    listId: list.id,
    askedAtMs,
    snapshots: { contents: null, listed: null },
    inSameTransaction: () => {
      staging.dropPlaylists(account.id);
      passes.writeItemsTotal(account.id, items);
      passes.writeStage(account.id, 'rotation');
    },
  });
  return STEP_DONE;
}

/** Nothing of it is taken over: it stays as it was known. */
async function leaveForNextCheck(context: PassContext, list: StoredList): Promise<StepResult> {
  const { database, staging, readings, passes } = context.repositories;
  context.logger.info('It could not be confirmed that playlists are gone.');
  await dropStaged(context, list.id);
  database.transaction(() => {
    staging.dropPlaylists(context.account.id);
    readings.startAgain(list.id, 'left');
    passes.writeStage(context.account.id, 'rotation');
  });
  return STEP_DONE;
}

/** One playlist as it is listed now. Answers what changed about it. */
function takeOver(
  context: PassContext,
  summary: PlaylistSummary,
  askedAtMs: number,
  window: { readonly observedAfterMs: number; readonly observedBeforeMs: number },
): NewChange[] {
  const { repositories, account, clock, origin } = context;
  const { lists, readings } = repositories;
  const known = lists.findPlaylist(account.id, summary.id);
  const now = describedNow(known, summary);
  const decision = decideContents(
    known,
    { ...summary, ownerId: now.ownerId, isCollaborative: now.isCollaborative },
    { userId: account.userId, nowMs: clock.nowMs(), isByHand: origin === 'by-hand' },
  );
  if (known === null) {
    const { uri, imageUrl } = summary;
    const listId = lists.addPlaylist(
      account.id,
      { ...now, uri, imageUrl, externalId: summary.id, contents: decision.access },
      window.observedBeforeMs,
    );
    if (decision.read) {
      readings.plan(account.id, listId, summary.snapshotId);
    } else {
      lists.writeObserved(listId, askedAtMs);
    }
    return [{ ...window, kind: 'playlist-created', listId, listName: summary.name }];
  }
  const about = { ...window, listId: known.id, listName: summary.name };
  const found: NewChange[] = playlistNews(known, now, window.observedBeforeMs).map((news) => ({
    ...about,
    ...news,
  }));
  if (known.goneSinceMs !== null) {
    lists.writeGone(known.id, null);
    found.unshift({ ...about, kind: 'playlist-returned' });
  }
  if (isDescribedOtherwise(known, now)) {
    lists.describe(known.id, now, window.observedBeforeMs);
  }
  if (now.cover !== null && known.cover !== now.cover) {
    lists.writeCover(known.id, now.cover, window.observedBeforeMs);
  }
  if (known.imageUrl !== summary.imageUrl) {
    lists.writeImage(known.id, summary.imageUrl);
  }
  if (known.contents !== decision.access) {
    lists.writeContentsAccess(known.id, decision.access);
    if (known.contents === 'refused') {
      // That snapshot was noted without a look at the contents.
      lists.writeSnapshots(known.id, { contents: known.contentsSnapshotId, listed: null });
    }
  }
  if (decision.read) {
    readings.plan(account.id, known.id, summary.snapshotId);
  } else if (
    // Where contents are known from before, nobody can say that they still stand.
    (decision.access === 'not-ours' && known.revisionId === null) ||
    (decision.access === 'readable' && isKnownSnapshot(known, summary.snapshotId))
  ) {
    lists.writeObserved(known.id, askedAtMs);
  }
  return found;
}
