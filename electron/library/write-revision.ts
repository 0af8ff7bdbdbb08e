import type { NewEntry } from '../storage/entries.ts';
import { isBareGap } from './compared-entry.ts';
import type { ComparedStates } from './describe-rows.ts';
import { piecemeal } from './in-pieces.ts';
import { knownSince } from './known-since.ts';
import { orderKeysInPieces } from './order-keys.ts';
import type { PassContext } from './pass-context.ts';
import { writeInPieces } from './write-in-pieces.ts';

/**
 * Writes the rows of a new revision, in pieces that nobody sees before it counts. Answers its id;
 * null where the state is the one that counts already.
 */
export async function writeRevision(
  context: PassContext,
  states: ComparedStates,
  pieces: { readonly compared: number; readonly written: number },
): Promise<number | null> {
  const { list, old, comparison, beforeMs } = states;
  const { entries } = context.repositories;
  const { added, removed, moved, restated } = comparison;
  const isSame = added.length + removed.length + moved.length + restated.length === 0;
  if (list.revisionId !== null && isSame) {
    return null;
  }
  const keys = await piecemeal(
    orderKeysInPieces(comparison, (oldIndex) => old[oldIndex]?.orderKey, pieces.compared),
    context.yieldToEventLoop,
  );
  const revisionId = entries.addRevision(list.id, {
    afterMs: knownSince(list, comparison),
    beforeMs,
  });
  await writeInPieces(context, endedRows(states), pieces.written, (ids) =>
    entries.endAll(ids, revisionId),
  );
  await writeInPieces(context, newRows(states, keys), pieces.written, (rows) =>
    entries.addAll(list.id, rows, revisionId),
  );
  return revisionId;
}

/** Ids of rows that are no more, and of those that are written anew. */
function* endedRows({ old, comparison }: ComparedStates): Generator<number, void> {
  const { removed, moved, restated, oldOf } = comparison;
  for (const oldIndex of removed) {
    yield* idAt(old, oldIndex);
  }
  for (const index of [...moved, ...restated]) {
    yield* idAt(old, oldOf[index] ?? -1);
  }
}

function idAt(old: ComparedStates['old'], oldIndex: number): readonly number[] {
  const entry = old[oldIndex];
  return entry === undefined ? [] : [entry.id];
}

function* newRows(
  { old, next, comparison }: ComparedStates,
  keys: readonly string[],
): Generator<NewEntry, void> {
  const { added, moved, restated, oldOf } = comparison;
  for (const index of [...added, ...moved, ...restated]) {
    const row = next[index];
    const orderKey = keys[index];
    if (row !== undefined && orderKey !== undefined) {
      // A gap keeps the item that is known to have stood there, and what was known of the row.
      const known = old[oldOf[index] ?? -1];
      const seen = isBareGap(row) && known !== undefined ? known : row;
      const itemId = row.itemId ?? known?.itemId ?? null;
      yield { itemId, orderKey, addedAtMs: seen.addedAtMs, addedBy: seen.addedBy };
    }
  }
}
