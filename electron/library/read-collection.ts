import { COLLECTION_NAMES } from '../../shared/texts/collection-names.ts';
import { MOST_ROWS } from '../spotify/paging.ts';
import type { StoredList } from '../storage/lists.ts';
import type { StoredReading } from '../storage/readings.ts';
import { alignHead, alignPage } from './align-page.ts';
import { checkHead } from './check-head.ts';
import { closeCollection } from './close-collection.ts';
import { isCollectionDue } from './collection-due.ts';
import { leaveUnread, settleCollectionFailure } from './collection-trouble.ts';
import { type Collection, isOrdered } from './collections.ts';
import { confirmLargeLoss } from './confirm-absence.ts';
import { hasNewDuplicates } from './new-duplicates.ts';
import { ask, type PassContext, STEP_DONE, type StepResult } from './pass-context.ts';
import { readFollowedArtists } from './read-followed-artists.ts';
import { seeEntries } from './see-entries.ts';
import { dropStaged } from './staged-rows.ts';
import { TRIES } from './tries.ts';

/**
 * One collection, where its time has come: a look at its first page where that can be enough, else
 * every page. What cannot be read is left as it was, and the pass gets on.
 */
export async function readCollection(
  context: PassContext,
  collection: Collection,
): Promise<StepResult> {
  const { repositories, account } = context;
  const { lists, readings } = repositories;
  const name = COLLECTION_NAMES[collection.kind];
  const list = lists.openOnly(account.id, collection.kind, name);
  if (readings.find(list.id) === null) {
    if (!isDue(context, collection, list)) {
      return STEP_DONE;
    }
    if (collection.hasHead && list.revisionId !== null) {
      readings.planLook(account.id, list.id);
    } else {
      readings.plan(account.id, list.id, null);
    }
  }
  for (;;) {
    const reading = readings.find(list.id);
    if (reading === null || reading.state === 'left' || reading.state === 'done') {
      return STEP_DONE;
    }
    const step = await readNext(context, collection, list, reading);
    if (step.kind !== 'done') {
      return step;
    }
    context.onProgress(list.name);
  }
}

function isDue(
  { clock, origin }: PassContext,
  { everyMs, hasHead }: Collection,
  { rowCount, contents, observedAtMs, retryAtMs }: StoredList,
): boolean {
  return isCollectionDue({
    nowMs: clock.nowMs(),
    isByHand: origin === 'by-hand',
    everyMs,
    hasHead,
    rowCount,
    access: contents,
    observedAtMs,
    retryAtMs,
  });
}

function readNext(
  context: PassContext,
  collection: Collection,
  list: StoredList,
  reading: StoredReading,
): Promise<StepResult> {
  if (reading.state === 'looking') {
    return look(context, collection, list, reading);
  }
  if (collection.page === null) {
    return readFollowedArtists(context, list, reading);
  }
  return reading.state === 'confirming'
    ? confirm(context, collection, list, reading)
    : readPage(context, collection, list, reading);
}

async function look(
  context: PassContext,
  collection: Collection,
  list: StoredList,
  reading: StoredReading,
): Promise<StepResult> {
  const asked = await askPage(context, collection, 0);
  if (asked.kind !== 'ok') {
    return asked.kind === 'cancelled'
      ? asked
      : settleCollectionFailure(context, list, reading, asked.failure);
  }
  if (checkHead(context, list, asked.value, asked.askedAtMs) === 'read-all') {
    context.repositories.readings.writeWaiting(list.id);
  }
  return STEP_DONE;
}

async function readPage(
  context: PassContext,
  collection: Collection,
  list: StoredList,
  reading: StoredReading,
): Promise<StepResult> {
  const { repositories, account } = context;
  const { staging, readings, passes, database } = repositories;
  if (reading.nextOffset === 0) {
    // An end in between can have left rows of an earlier reading behind.
    await dropStaged(context, list.id);
  }
  const offset = Math.max(0, reading.nextOffset - 1);
  const asked = await askPage(context, collection, offset);
  if (asked.kind !== 'ok') {
    return asked.kind === 'cancelled'
      ? asked
      : settleCollectionFailure(context, list, reading, asked.failure);
  }
  const { entries, total, nextOffset, dropped } = asked.value;
  const end = staging.end(list.id);
  const last = end === 0 ? null : (staging.from(list.id, end - 1, 1)[0] ?? null);
  const outcome = database.transaction(() => {
    const rows = seeEntries(context, list, entries, asked.askedAtMs);
    const alignment = alignPage({ last, knownTotal: reading.total, rows, total });
    if (alignment.kind === 'start-again' || dropped > 0) {
      return 'start-again';
    }
    const fresh = rows.slice(alignment.from);
    for (const [index, row] of fresh.entries()) {
      staging.add(list.id, end + index, row);
    }
    const readTo = offset + entries.length;
    const isAtEnd = readTo === total;
    // More rows than there are, or fewer with nothing behind them: then the total is not true.
    const isContradiction = readTo > total || nextOffset === null || fresh.length === 0;
    if (total > MOST_ROWS || (!isAtEnd && isContradiction)) {
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
      askedAtMs: asked.askedAtMs,
    });
    // One answer cannot contradict itself.
    return isAtEnd && offset === 0 ? 'whole' : 'more';
  });
  if (outcome === 'whole') {
    return await close(context, list, reading, { total, provenAtMs: asked.askedAtMs });
  }
  if (outcome === 'start-again') {
    await startAgain(context, list, reading, total);
  }
  return STEP_DONE;
}

/** The last request of a reading of several pages: does the head still say the same? */
async function confirm(
  context: PassContext,
  collection: Collection,
  list: StoredList,
  reading: StoredReading,
): Promise<StepResult> {
  const { staging, database } = context.repositories;
  const asked = await askPage(context, collection, 0);
  if (asked.kind !== 'ok') {
    return asked.kind === 'cancelled'
      ? asked
      : settleCollectionFailure(context, list, reading, asked.failure);
  }
  const { entries, total, dropped } = asked.value;
  const { count, first } = staging.bounds(list.id);
  const isAsKnown = database.transaction(() => {
    const rows = seeEntries(context, list, entries, asked.askedAtMs);
    const known = staging.from(list.id, first, rows.length);
    const head = alignHead({ known, knownTotal: count, rows, total });
    if (head.kind === 'differs' || dropped > 0) {
      return false;
    }
    for (const [index, row] of rows.slice(0, head.fresh).entries()) {
      staging.add(list.id, first - head.fresh + index, row);
    }
    return true;
  });
  // A row that moved meanwhile may have been met twice. One that is met twice every time stands
  // there twice: Spotify shows two saved recordings as one where only one can be played.
  const isWhole =
    isAsKnown && (reading.tries + 1 >= TRIES || !(await hasNewDuplicates(context, list.id)));
  if (!isWhole) {
    await startAgain(context, list, reading, total);
    return STEP_DONE;
  }
  // Without an order, the head says nothing of the pages behind it.
  const firstAskedAtMs = isOrdered(list.kind) ? null : reading.firstAskedAtMs;
  return await close(context, list, reading, {
    total,
    provenAtMs: firstAskedAtMs ?? asked.askedAtMs,
  });
}

async function close(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
  { total, provenAtMs }: { readonly total: number; readonly provenAtMs: number },
): Promise<StepResult> {
  const absence = await confirmLargeLoss(context, list, reading);
  if (typeof absence === 'object') {
    return absence;
  }
  if (absence === 'confirmed') {
    await closeCollection(context, list, provenAtMs);
  } else {
    await startAgain(context, list, reading, total);
  }
  return STEP_DONE;
}

function askPage(context: PassContext, { page }: Collection, offset: number) {
  return ask(context, (options) =>
    page === null
      ? Promise.reject(new Error('A collection without offsets was asked for one.'))
      : page(context.api, { ...options, offset, market: context.account.country }),
  );
}

async function startAgain(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
  total: number,
): Promise<void> {
  context.logger.info('A collection moved while it was read.', {
    kind: list.kind,
    tries: reading.tries,
  });
  // Before anything is dropped: what is left of the rows after an end in between is no reading.
  if (reading.tries + 1 < TRIES) {
    context.repositories.readings.startAgain(list.id, 'waiting');
  } else {
    leaveUnread(context, list, { kind: 'never-whole', rowCount: total });
  }
  await dropStaged(context, list.id);
}
