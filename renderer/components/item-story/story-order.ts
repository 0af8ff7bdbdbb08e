import type { ItemEvent } from '../../../shared/history.ts';

export type ListOfEvent = Extract<ItemEvent, { kind: 'came' }>['list'];

/** The latest first. What was seen at one look is told by when Spotify says that it was added. */
export function latestFirst(events: readonly ItemEvent[]): readonly ItemEvent[] {
  return events
    .map((event, index) => ({ event, index, atMs: momentOf(event) }))
    .sort((one, other) => other.atMs - one.atMs || other.index - one.index)
    .map(({ event }) => event);
}

function momentOf(event: ItemEvent): number {
  const { observedBeforeMs } = event;
  return event.kind === 'came' && event.addedAtMs !== null
    ? Math.min(event.addedAtMs, observedBeforeMs)
    : observedBeforeMs;
}

/**
 * The lists in which an item stands at the end of its story.
 *
 * @param events - all of them, oldest first
 */
export function standingLists(events: readonly ItemEvent[]): readonly ListOfEvent[] {
  const lists = new Map<number, { list: ListOfEvent; rows: number; isListed: boolean }>();
  for (const event of events) {
    if (event.kind === 'greyed-out' || event.kind === 'came-back') continue;
    const { list } = event;
    const known = lists.get(list.id) ?? { list, rows: 0, isListed: true };
    lists.set(list.id, {
      list,
      rows: known.rows + (event.kind === 'came' ? 1 : event.kind === 'went' ? -1 : 0),
      isListed: event.kind === 'list-came' || (event.kind === 'list-went' ? false : known.isListed),
    });
  }
  return [...lists.values()]
    .filter(({ rows, isListed }) => rows > 0 && isListed)
    .map(({ list }) => list);
}
