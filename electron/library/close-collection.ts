import type { StoredList } from '../storage/lists.ts';
import { closeList } from './close-list.ts';
import type { PassContext } from './pass-context.ts';

/**
 * Makes the staged rows of a collection its new state.
 *
 * @param askedAtMs before the last answer that proves them was asked for
 */
export async function closeCollection(
  context: PassContext,
  list: StoredList,
  askedAtMs: number,
): Promise<void> {
  const { lists, readings } = context.repositories;
  await closeList(context, {
    listId: list.id,
    askedAtMs,
    snapshots: { contents: null, listed: null },
    inSameTransaction: () => {
      lists.writeAccess(list, 'readable');
      readings.planDone(context.account.id, list.id);
    },
  });
}
