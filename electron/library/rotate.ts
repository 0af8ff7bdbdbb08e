import type { ApiFailure, ApiResult } from '../spotify/api-failure.ts';
import type { ListEntry, Page } from '../spotify/catalogue.ts';
import type { RequestOptions } from '../spotify/spotify-api.ts';
import type { StoredList } from '../storage/lists.ts';
import type { StoredRotation } from '../storage/rotations.ts';
import { lightCheckCost, usablePerDay } from './check-cost.ts';
import { collectionOf } from './collections.ts';
import { lookAtPage } from './look-at-page.ts';
import { ask, type PassContext, STEP_DONE, type StepResult } from './pass-context.ts';
import { isKnownSnapshot } from './playlist-decisions.ts';
import { paidAfterPage, rotationPages, rotationShare } from './rotation-share.ts';
import { spareRequests } from './spare-requests.ts';

/**
 * Looks at a few pages of what seems unchanged: only there shows what became unavailable, and what
 * head and total did not tell. A list that is not as known is planned to be read whole. Where the
 * budget ends, or Spotify has trouble, the rotation does, and the check goes on.
 */
export async function rotate(context: PassContext): Promise<StepResult> {
  const { repositories, account, clock, api, origin } = context;
  const { accounts, rotations, lists, passes } = repositories;
  if (origin === 'monitor' && account.baselineAtMs !== null) {
    const budget = api.budget();
    const pagesInAll = rotations
      .sizes(account.id)
      .reduce((sum, list) => sum + rotationPages(list), 0);
    const { intervalMs, roundMs } = context;
    const requestsACheck = lightCheckCost(lists.countPlaylists(account.id));
    const share = rotationShare({
      nowMs: clock.nowMs(),
      paidUntilMs: account.rotationPaidUntilMs,
      roundMs,
      pagesInAll,
      intervalMs,
      requestsACheck,
      usablePerDay: usablePerDay(budget),
      spare: spareRequests(budget, { requestsACheck, intervalMs }),
    });
    let { paidUntilMs } = share;
    accounts.writeRotationPaidUntil(account.id, paidUntilMs);
    for (let page = 0; page < share.pages; page += 1) {
      const rotation = rotations.next(account.id, clock.nowMs());
      const list = rotation === null ? null : lists.get(rotation.listId);
      if (rotation === null || list === null) {
        break;
      }
      const step = await rotatePage(context, list, rotation);
      if (step.kind === 'stopped' && canWait(step.failure)) {
        break;
      }
      if (step.kind !== 'done') {
        return step;
      }
      paidUntilMs = paidAfterPage(paidUntilMs, pagesInAll, roundMs);
      accounts.writeRotationPaidUntil(account.id, paidUntilMs);
      context.onProgress(null);
    }
  }
  passes.writeStage(account.id, 'collections');
  return STEP_DONE;
}

/** What does not keep the check from what it is there for; if it does, its next request tells. */
function canWait(failure: ApiFailure): boolean {
  return (
    (failure.kind === 'not-now' && failure.reason === 'budget-spent') ||
    failure.kind === 'server' ||
    failure.kind === 'unreadable'
  );
}

interface ListPage {
  readonly page: Page<ListEntry>;
  /** Of the whole playlist; undefined where the answer does not tell. */
  readonly snapshotId?: string | null;
}

async function rotatePage(
  context: PassContext,
  list: StoredList,
  rotation: StoredRotation,
): Promise<StepResult> {
  const { rotations, readings } = context.repositories;
  const asked = await ask(context, (options) => readPage(context, list, rotation, options));
  if (asked.kind === 'cancelled') {
    return asked;
  }
  if (asked.kind === 'failed') {
    return settle(context, list, asked.failure);
  }
  const { page, snapshotId } = asked.value;
  const isMoved = snapshotId !== undefined && !isKnownSnapshot(list, snapshotId);
  if (isMoved || !lookAtPage(context, list, rotation, page, asked.askedAtMs)) {
    context.logger.info('A list is not as it was known.', { kind: list.kind });
    rotations.end(list.id, asked.askedAtMs);
    readings.plan(context.account.id, list.id, list.listedSnapshotId);
  }
  return STEP_DONE;
}

async function readPage(
  { api, account }: PassContext,
  list: StoredList,
  { nextOffset }: StoredRotation,
  options: RequestOptions,
): Promise<ApiResult<ListPage>> {
  const market = account.country;
  if (list.kind === 'playlist' && nextOffset === 0) {
    const whole = await api.playlist(list.externalId, { ...options, market });
    return whole.kind === 'failed'
      ? whole
      : {
          kind: 'ok',
          value: { page: whole.value.firstPage, snapshotId: whole.value.playlist.snapshotId },
        };
  }
  const request = { ...options, offset: nextOffset, market };
  const read = collectionOf(list.kind)?.page ?? null;
  const page = await (read === null
    ? api.playlistItems(list.externalId, request)
    : read(api, request));
  return page.kind === 'failed' ? page : { kind: 'ok', value: { page: page.value } };
}

/** What is said of one list puts it last in turn; what concerns all requests stops the pass. */
function settle(
  { repositories, clock }: PassContext,
  list: StoredList,
  failure: ApiFailure,
): StepResult {
  switch (failure.kind) {
    case 'forbidden':
    case 'not-found':
    case 'scope-missing':
    case 'unexpected':
      repositories.rotations.end(list.id, clock.nowMs());
      return STEP_DONE;
    case 'server':
    case 'unreadable':
      // Not the same list first when the pass goes on: it alone may be what Spotify cannot show.
      repositories.rotations.end(list.id, clock.nowMs());
      return failure.kind === 'unreadable' && failure.isJson === true
        ? STEP_DONE
        : { kind: 'stopped', failure };
    default:
      return { kind: 'stopped', failure };
  }
}
