import type { ApiFailure } from '../spotify/api-failure.ts';
import type { ListEntry, Page } from '../spotify/catalogue.ts';
import { MOST_ROWS } from '../spotify/paging.ts';
import type { StoredList } from '../storage/lists.ts';
import type { StoredReading } from '../storage/readings.ts';
import { isSameEntry } from './align-page.ts';
import { closeList } from './close-list.ts';
import { waitAfterTrouble } from './collection-due.ts';
import { ask, type PassContext, STEP_DONE, type StepResult } from './pass-context.ts';
import { seeEntries } from './see-entries.ts';
import { dropStaged } from './staged-rows.ts';
import { TRIES } from './tries.ts';

/**
 * Reads the contents of every playlist on the pass's plan. One of up to 100 items comes in a single
 * answer, together with its snapshot, and is closed at once; a longer one waits for confirmation.
 */
export async function readContents(context: PassContext): Promise<StepResult> {
  const { repositories, account } = context;
  for (;;) {
    const reading = repositories.readings.next(account.id);
    const list = reading === null ? null : repositories.lists.get(reading.listId);
    if (reading === null || list === null) {
      return STEP_DONE;
    }
    const step =
      list.kind !== 'playlist'
        ? leave(context, reading)
        : await (reading.state === 'waiting'
            ? readFirstPage(context, list, reading)
            : readNextPage(context, list, reading));
    if (step.kind !== 'done') {
      return step;
    }
    context.onProgress(list.name);
  }
}

async function readFirstPage(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
): Promise<StepResult> {
  await dropStaged(context, list.id);
  const asked = await ask(context, (options) =>
    context.api.playlist(list.externalId, { ...options, market: context.account.country }),
  );
  if (asked.kind === 'cancelled') {
    return asked;
  }
  if (asked.kind === 'failed') {
    return settleFailure(context, list, reading, asked.failure);
  }
  const { playlist, firstPage } = asked.value;
  const { snapshotId } = playlist;
  const verdict = stagePage(context, list, reading, firstPage, snapshotId, asked.askedAtMs);
  if (verdict === 'whole') {
    await closeList(context, {
      listId: list.id,
      askedAtMs: asked.askedAtMs,
      snapshots: { contents: snapshotId, listed: reading.listedSnapshotId },
      inSameTransaction: () => context.repositories.lists.writeAccess(list, 'readable'),
    });
  } else if (verdict === 'start-again') {
    await startAgain(context, reading, firstPage.total);
  }
  return STEP_DONE;
}

async function readNextPage(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
): Promise<StepResult> {
  const { api, account } = context;
  const asked = await ask(context, (options) =>
    api.playlistItems(list.externalId, {
      ...options,
      offset: offsetToAsk(reading),
      market: account.country,
    }),
  );
  if (asked.kind === 'cancelled') {
    return asked;
  }
  if (asked.kind === 'failed') {
    return settleFailure(context, list, reading, asked.failure);
  }
  const { value: page, askedAtMs } = asked;
  if (stagePage(context, list, reading, page, reading.snapshotId, askedAtMs) === 'start-again') {
    await startAgain(context, reading, page.total);
  }
  return STEP_DONE;
}

/**
 * Every page but the first is asked for one row early, and that row must be the last one read. It is
 * not where a page lacked rows in its middle (recorded), so that its end lies further on than its
 * length says: the rows that come twice then would make up for those that never came. Nor is it where
 * the offset is not looked at.
 */
function offsetToAsk({ nextOffset }: StoredReading): number {
  return Math.max(0, nextOffset - 1);
}

/** Stages a page and its checkpoint in one transaction, or finds that the list moved. */
function stagePage(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
  page: Page<ListEntry>,
  snapshotId: string | null,
  askedAtMs: number,
): 'whole' | 'more' | 'start-again' {
  const { repositories, account } = context;
  const { database, staging, readings, passes } = repositories;
  const readTo = page.offset + page.entries.length;
  const isAtEnd = readTo === page.total;
  const moved =
    page.dropped > 0 ||
    page.offset !== offsetToAsk(reading) ||
    (reading.total !== null && reading.total !== page.total) ||
    readTo > page.total ||
    page.total > MOST_ROWS ||
    (!isAtEnd && (page.nextOffset === null || readTo <= reading.nextOffset));
  if (moved) {
    return 'start-again';
  }
  const isSingleAnswer = isAtEnd && reading.nextOffset === 0;
  const overlap = reading.nextOffset - page.offset;
  return database.transaction(() => {
    const seen = seeEntries(context, list, page.entries, askedAtMs);
    const last = staging.from(reading.listId, page.offset, overlap)[0];
    if (last !== undefined && (seen[0] === undefined || !isSameEntry(seen[0], last))) {
      return 'start-again';
    }
    const rows = seen.slice(overlap);
    for (const [index, row] of rows.entries()) {
      staging.add(reading.listId, reading.nextOffset + index, row);
    }
    passes.count(account.id, { items: rows.length });
    // A single answer stays `waiting` until it is closed: after an end in between it is read anew.
    if (!isSingleAnswer) {
      readings.writePage(reading.listId, {
        state: isAtEnd ? 'confirming' : 'reading',
        total: page.total,
        nextOffset: readTo,
        snapshotId,
        askedAtMs,
      });
    }
    return isSingleAnswer ? 'whole' : 'more';
  });
}

/** What a failure means for one list; only what concerns all requests stops the pass. */
export function settleFailure(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
  failure: ApiFailure,
): StepResult {
  const { database, lists, readings } = context.repositories;
  switch (failure.kind) {
    case 'forbidden':
      database.transaction(() => {
        lists.writeContentsAccess(list.id, 'refused');
        lists.writeRetryAt(
          list.id,
          context.clock.nowMs() +
            waitAfterTrouble({ kind: 'refused', isAgain: list.contents === 'refused' }),
        );
        lists.writeSnapshots(list.id, {
          contents: list.contentsSnapshotId,
          listed: reading.listedSnapshotId,
        });
        readings.startAgain(list.id, 'left');
      });
      return STEP_DONE;
    case 'not-found':
    case 'unexpected':
      return leaveForNextCheck(context, reading, failure);
    case 'unreadable':
    case 'server':
      if (failure.kind === 'unreadable' && failure.isJson === true) {
        return leaveForNextCheck(context, reading, failure);
      }
      // Nothing on the way answers as Spotify would, so the next list would fare no better.
      readings.countTry(list.id);
      return reading.tries + 1 < TRIES ? { kind: 'stopped', failure } : leave(context, reading);
    default:
      return { kind: 'stopped', failure };
  }
}

/** Once is not gone (facts §4): what is known stays, and the next check asks again. */
function leaveForNextCheck(
  context: PassContext,
  reading: StoredReading,
  failure: ApiFailure,
): StepResult {
  context.logger.info('A playlist could not be read and is left for the next check.', {
    failure: failure.kind,
  });
  return leave(context, reading);
}

function leave(context: PassContext, reading: StoredReading): StepResult {
  context.repositories.readings.startAgain(reading.listId, 'left');
  return STEP_DONE;
}

/** Reads a list that moved while it was read once more, or leaves it for a later check. */
export async function startAgain(
  context: PassContext,
  reading: StoredReading,
  total: number,
): Promise<void> {
  const { database, lists, readings } = context.repositories;
  context.logger.info('A playlist moved while it was read.', { tries: reading.tries });
  const isLast = reading.tries + 1 >= TRIES;
  // Before anything is dropped: after an end in between, what is left of the rows is no reading.
  database.transaction(() => {
    readings.startAgain(reading.listId, isLast ? 'left' : 'waiting');
    if (isLast) {
      const waitMs = waitAfterTrouble({ kind: 'never-whole', rowCount: total });
      lists.writeRetryAt(reading.listId, context.clock.nowMs() + waitMs);
    }
  });
  await dropStaged(context, reading.listId);
}
