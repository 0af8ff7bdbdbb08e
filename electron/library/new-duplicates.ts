import { ROWS_A_PIECE } from './in-pieces.ts';
import type { PassContext } from './pass-context.ts';

/** Whether an item is staged more often than it is known to stand in the list. */
export async function hasNewDuplicates(context: PassContext, listId: number): Promise<boolean> {
  const { staging, entries } = context.repositories;
  const met = new Set<number>();
  // How often an item is staged, for those that are more than once.
  const times = new Map<number, number>();
  let { first: position } = staging.bounds(listId);
  for (;;) {
    const itemIds = staging.itemIdsFrom(listId, position, ROWS_A_PIECE);
    for (const itemId of itemIds) {
      if (itemId !== null && met.has(itemId)) {
        times.set(itemId, (times.get(itemId) ?? 1) + 1);
      } else if (itemId !== null) {
        met.add(itemId);
      }
    }
    if (itemIds.length < ROWS_A_PIECE) {
      break;
    }
    position += itemIds.length;
    await context.yieldToEventLoop();
  }
  for (const { itemId } of entries.openOfItems(listId, [...times.keys()])) {
    if (itemId !== null) {
      times.set(itemId, (times.get(itemId) ?? 0) - 1);
    }
  }
  return [...times.values()].some((surplus) => surplus > 0);
}
