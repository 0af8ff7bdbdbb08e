import type { StoredList } from '../storage/lists.ts';
import type { StoredReading } from '../storage/readings.ts';
import { alignHead, alignPage } from './align-page.ts';
import { checkSavedTracksHead } from './check-saved-tracks-head.ts';
import { closeList, dropStaged } from './close-list.ts';
import { SAVED_TRACKS_NAME } from './list-names.ts';
import { ask, type PassContext, STEP_DONE, type StepResult } from './pass-context.ts';
import { seeEntries } from './see-entries.ts';
import { TRIES } from './tries.ts';

/**
 * The saved tracks: a look at their head where that can be enough, else every page. New tracks that
 * arrive at the head meanwhile are taken along; anything else that moves starts the reading again.
 */
export async function readSavedTracks(context: PassContext): Promise<StepResult> {
  const { repositories, account, kind } = context;
  const { lists, readings } = repositories;
  const list = lists.openOnly(account.id, 'saved-tracks', SAVED_TRACKS_NAME);
  if (readings.find(list.id) === null) {
    if (kind === 'light-check' && list.revisionId !== null) {
      const head = await checkSavedTracksHead(context, list);
      if (head.kind !== 'read-all') {
        return head;
      }
    }
    readings.plan(account.id, list.id, null);
  }
  for (;;) {
    const reading = readings.find(list.id);
    if (reading === null || reading.state === 'left') {
      repositories.passes.writeStage(account.id, 'contents');
      return STEP_DONE;
    }
    const step = await (reading.state === 'confirming'
      ? confirm(context, list, reading)
      : readPage(context, list, reading));
    if (step.kind !== 'done') {
      return step;
    }
    context.onProgress(list.name);
  }
}

async function readPage(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
): Promise<StepResult> {
  const { repositories, account } = context;
  const { staging, readings, passes, database } = repositories;
  const offset = Math.max(0, reading.nextOffset - 1);
  const asked = await ask(context, (options) =>
    context.api.savedTracks({ ...options, offset, market: account.country }),
  );
  if (asked.kind !== 'ok') {
    return asked.kind === 'cancelled' ? asked : { kind: 'stopped', failure: asked.failure };
  }
  const { entries, total, nextOffset, dropped } = asked.value;
  const end = staging.end(list.id);
  const last = end === 0 ? null : (staging.from(list.id, end - 1, 1)[0] ?? null);
  const outcome = database.transaction(() => {
    const rows = seeEntries(repositories, account.id, entries, asked.askedAtMs);
    const alignment = alignPage({ last, knownTotal: reading.total, rows, total });
    if (alignment.kind === 'start-again' || dropped > 0) {
      return 'start-again';
    }
    const fresh = rows.slice(alignment.from);
    for (const [index, row] of fresh.entries()) {
      staging.add(list.id, end + index, row);
    }
    const readTo = offset + entries.length;
    const isAtEnd = readTo >= total;
    if (!isAtEnd && (nextOffset === null || fresh.length === 0)) {
      return 'start-again';
    }
    passes.count(account.id, { items: fresh.length });
    if (reading.total === null) {
      passes.addItemsTotal(account.id, total);
    }
    readings.writePage(list.id, {
      state: isAtEnd ? 'confirming' : 'reading',
      total,
      nextOffset: readTo,
      snapshotId: null,
    });
    // One answer cannot contradict itself.
    return isAtEnd && offset === 0 ? 'whole' : 'more';
  });
  if (outcome === 'whole') {
    await close(context, list, asked.askedAtMs);
  } else if (outcome === 'start-again') {
    await startAgain(context, list, reading);
  }
  return STEP_DONE;
}

/** The last request of a reading of several pages: does the head still say the same? */
async function confirm(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
): Promise<StepResult> {
  const { repositories, account } = context;
  const { staging, database } = repositories;
  const asked = await ask(context, (options) =>
    context.api.savedTracks({ ...options, offset: 0, market: account.country }),
  );
  if (asked.kind !== 'ok') {
    return asked.kind === 'cancelled' ? asked : { kind: 'stopped', failure: asked.failure };
  }
  const { entries, total, dropped } = asked.value;
  const { count, first } = staging.bounds(list.id);
  const isWhole = database.transaction(() => {
    const rows = seeEntries(repositories, account.id, entries, asked.askedAtMs);
    const known = staging.from(list.id, first, rows.length);
    const head = alignHead({ known, knownTotal: count, rows, total });
    if (head.kind === 'differs' || dropped > 0) {
      return false;
    }
    for (const [index, row] of rows.slice(0, head.fresh).entries()) {
      staging.add(list.id, first - head.fresh + index, row);
    }
    return !staging.hasDuplicates(list.id);
  });
  if (isWhole) {
    await close(context, list, asked.askedAtMs);
  } else {
    await startAgain(context, list, reading);
  }
  return STEP_DONE;
}

async function close(context: PassContext, list: StoredList, askedAtMs: number): Promise<void> {
  const { accounts, passes } = context.repositories;
  await closeList(context, {
    listId: list.id,
    askedAtMs,
    snapshots: { contents: null, listed: null },
    inSameTransaction: () => {
      accounts.writeFullPassEnd(context.account.id, askedAtMs);
      passes.writeStage(context.account.id, 'contents');
    },
  });
}

async function startAgain(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
): Promise<void> {
  context.logger.info('The saved tracks moved while they were read.', { tries: reading.tries });
  await dropStaged(context, list.id);
  context.repositories.readings.startAgain(list.id, reading.tries + 1 < TRIES ? 'waiting' : 'left');
}
