import type { StoredEntry } from '../storage/entries.ts';
import type { ReadSnapshots, StoredList } from '../storage/lists.ts';
import type { LoadedEntry } from '../storage/staging.ts';
import { arrangeInPieces } from './arrange-unordered.ts';
import { availabilityInPieces, type SettledAvailability } from './availability-changes.ts';
import { isOrdered } from './collections.ts';
import { type Comparison, compareInPieces, compareMatched, isRestated } from './compare.ts';
import type { OldEntry } from './compared-entry.ts';
import { type ComparedStates, describeRows } from './describe-rows.ts';
import { type InPieces, isPieceDone, piecemeal, ROWS_A_PIECE } from './in-pieces.ts';
import { matchInPieces } from './match-entries.ts';
import type { PassContext } from './pass-context.ts';
import { dropStaged, loadStaged } from './staged-rows.ts';
import { lastSeen, writeAvailabilities } from './take-availability.ts';
import { writeInPieces } from './write-in-pieces.ts';
import { writeRevision } from './write-revision.ts';

export interface Closing {
  readonly listId: number;
  /** The moment before the last answer that proves the staged rows was asked for. */
  readonly askedAtMs: number;
  readonly snapshots: ReadSnapshots;
  /** Runs in the transaction that makes the new state count. */
  readonly inSameTransaction?: () => void;
}

/** How many rows are worked on in one go. */
export interface PieceSizes {
  readonly compared: number;
  readonly loaded: number;
  readonly written: number;
  readonly settled: number;
}

/** Each of them some milliseconds of work. */
const PIECES: PieceSizes = { compared: ROWS_A_PIECE, loaded: 1_000, written: 500, settled: 200 };

type KnownEntry = StoredEntry & OldEntry;

/**
 * Makes the staged rows of a list its new state, and writes what changed. The rows of the new
 * revision are written in pieces that nobody sees; one small transaction then makes them count, so
 * an end at any moment leaves either the old state or the new one. Only where very many items became
 * unavailable, or available, most of them are told before it, for that is true whatever the list.
 */
export async function closeList(
  context: PassContext,
  closing: Closing,
  pieces: PieceSizes = PIECES,
): Promise<void> {
  const { repositories, account } = context;
  const { database, lists, changes, readings, passes } = repositories;
  const list = lists.get(closing.listId);
  if (list === null) {
    return;
  }
  const states = await compareWithStaged(context, list, closing.askedAtMs, pieces);
  const settled = await settleAvailabilities(context, states, pieces);
  const revisionId = await writeRevision(context, states, pieces);
  const found = await writeInPieces(context, describeRows(states), pieces.written, (piece) => {
    for (const change of piece) {
      changes.add(account.id, change);
    }
  });
  database.transaction(() => {
    const told = writeAvailabilities(context, settled, states.beforeMs);
    if (revisionId !== null) {
      lists.publish(list.id, revisionId, states.next.length);
    }
    // Its rows were looked at from the first page on, though the last answer proves the whole.
    const readFromMs = readings.find(list.id)?.firstAskedAtMs ?? closing.askedAtMs;
    lists.writeRead(list.id, { observedAtMs: closing.askedAtMs, readFromMs });
    repositories.rotations.startOver(list.id);
    lists.writeSnapshots(list.id, closing.snapshots);
    changes.publish(account.id);
    passes.count(account.id, { changes: found + told });
    readings.delete(list.id);
    closing.inSameTransaction?.();
  });
  await dropStaged(context, list.id, pieces.loaded);
  context.onListClosed();
}

async function compareWithStaged(
  context: PassContext,
  list: StoredList,
  askedAtMs: number,
  pieces: PieceSizes,
): Promise<ComparedStates> {
  const old = await loadOpen(context, list.id, pieces.loaded);
  const staged = await loadStaged(context, list.id, pieces.loaded);
  const compared = await piecemeal(
    compare(list, old, staged, pieces.compared),
    context.yieldToEventLoop,
  );
  return { list, old, ...compared, beforeMs: Math.max(context.clock.nowMs(), askedAtMs) };
}

async function loadOpen(
  context: PassContext,
  listId: number,
  rowsAPiece: number,
): Promise<KnownEntry[]> {
  const rows: KnownEntry[] = [];
  for (;;) {
    const after = rows.at(-1)?.orderKey ?? null;
    const more = context.repositories.entries.openAfter(listId, after, rowsAPiece);
    for (const entry of more) {
      rows.push({ ...entry, isMissing: entry.availability === 'missing' });
    }
    if (more.length < rowsAPiece) {
      return rows;
    }
    await context.yieldToEventLoop();
  }
}

/** A list without an order is compared in the order in which its rows are known. */
function* compare(
  list: StoredList,
  old: readonly KnownEntry[],
  staged: readonly LoadedEntry[],
  rowsAPiece: number,
): InPieces<{ readonly next: readonly LoadedEntry[]; readonly comparison: Comparison }> {
  if (isOrdered(list.kind)) {
    return { next: staged, comparison: yield* compareInPieces(old, staged, rowsAPiece) };
  }
  const oldOf = yield* matchInPieces(old, staged, rowsAPiece);
  // What was removed and saved again stands where Spotify puts it now.
  const placeOf = oldOf.map((oldIndex, index) =>
    isRestated(old[oldIndex], staged[index]) ? -1 : oldIndex,
  );
  const order = yield* arrangeInPieces(placeOf, rowsAPiece);
  const next: LoadedEntry[] = [];
  const arranged = new Int32Array(order.length);
  for (const [place, index] of order.entries()) {
    const row = staged[index];
    if (row !== undefined) {
      next.push(row);
    }
    arranged[place] = oldOf[index] ?? -1;
    if (isPieceDone(place, rowsAPiece)) {
      yield;
    }
  }
  return { next, comparison: yield* compareMatched(old, next, arranged, rowsAPiece) };
}

/**
 * Finds what became of the items, writes and tells the most of it where that is very much, and
 * answers what is left for the transaction that makes the state count.
 */
async function settleAvailabilities(
  context: PassContext,
  { list, old, next, comparison, beforeMs }: ComparedStates,
  pieces: PieceSizes,
): Promise<readonly SettledAvailability[]> {
  const { account, repositories, yieldToEventLoop } = context;
  const settled = await piecemeal(
    availabilityInPieces(
      {
        list,
        old,
        next,
        oldOf: comparison.oldOf,
        sinceMs: list.readAtMs ?? list.observedAtMs ?? beforeMs,
        lastSeenMs: (itemId) => lastSeen(context, itemId, beforeMs),
        beforeMs,
        isBaseline: account.baselineAtMs === null,
      },
      pieces.compared,
    ),
    yieldToEventLoop,
  );
  const isLeft = Math.max(0, settled.length - pieces.settled);
  await writeInPieces(context, settled.slice(0, isLeft), pieces.settled, (piece) => {
    const told = writeAvailabilities(context, piece, beforeMs);
    // In one transaction: what is written is not found a second time, and so must be told.
    repositories.changes.publish(account.id);
    repositories.passes.count(account.id, { changes: told });
  });
  return settled.slice(isLeft);
}
