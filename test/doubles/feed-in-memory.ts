import { feedSlots, rowsOf } from '../../electron/library/feed/feed-slots.ts';
import { groupParts } from '../../electron/library/feed/group-parts.ts';
import type { ChangePart } from '../../electron/storage/change-groups.ts';
import { type Change, KINDS_OF_FILTER } from '../../shared/change.ts';
import type { ChangedList, FeedPage, FeedQuery, FeedWindow } from '../../shared/change-feed.ts';

/** The feed over changes that are held in memory, newest first. */
export function feedInMemory(
  changes: readonly Change[],
  window: FeedWindow,
  dayStart: (atMs: number) => number,
): FeedPage {
  const counted = changes.filter((change) => isCounted(change, window));
  const newestId = changes[0]?.id ?? 0;
  const throughId = Math.min(window.throughId ?? newestId, newestId);
  const byPart = new Map<string, Change[]>();
  for (const change of counted.filter(({ id }) => id <= throughId)) {
    const key = `${change.observedBeforeMs} ${change.list.id} ${change.kind}`;
    const together = byPart.get(key);
    if (together === undefined) byPart.set(key, [change]);
    else together.push(change);
  }
  const ofPart = new Map<ChangePart, readonly Change[]>();
  for (const together of byPart.values()) {
    const [first] = together;
    if (first === undefined) continue;
    const part: ChangePart = {
      atMs: first.observedBeforeMs,
      listId: first.list.id,
      kind: first.kind,
      count: together.length,
      unread: together.filter(({ unread }) => unread).length,
      newestId: first.id,
      afterMs: Math.min(...together.map(({ observedAfterMs }) => observedAfterMs)),
    };
    ofPart.set(part, together);
  }
  const groups = groupParts([...ofPart.keys()], dayStart);
  const open = new Set(window.open);
  return {
    throughId,
    total: groups.reduce((total, group) => total + rowsOf(group, open), 0),
    changes: groups.reduce((total, { count }) => total + count, 0),
    arrived: counted.filter(({ id }) => id > throughId).length,
    offset: window.offset,
    rows: feedSlots(groups, open, window).flatMap((slot): FeedPage['rows'] => {
      const { dayStartMs, isOfPlaylists, key, kind, count, unread, afterMs, beforeMs } = slot.group;
      const placed = { dayStartMs, isOfPlaylists };
      if (slot.kind === 'change') {
        const change = ofPart.get(slot.part)?.[slot.offset];
        return change === undefined
          ? []
          : [{ kind: 'change', ...placed, change, isInGroup: slot.isInGroup }];
      }
      const inside = slot.group.parts.flatMap((part) => ofPart.get(part) ?? []);
      const [newest] = inside;
      return newest === undefined
        ? []
        : [
            {
              kind: 'group',
              ...placed,
              key,
              change: kind,
              list: newest.list,
              count,
              unread,
              observedAfterMs: afterMs,
              observedBeforeMs: beforeMs,
              isOpen: slot.isOpen,
              newest: inside.slice(0, 3),
            },
          ];
    }),
  };
}

/** The lists in which something changed, the latest first. */
export function changedListsInMemory(changes: readonly Change[]): ChangedList[] {
  const byId = new Map<number, ChangedList>();
  for (const { list } of changes) {
    const known = byId.get(list.id);
    byId.set(list.id, { list: known?.list ?? list, count: (known?.count ?? 0) + 1 });
  }
  return [...byId.values()];
}

function isCounted(change: Change, { filter, listId, unreadOnly }: FeedQuery): boolean {
  const kinds = KINDS_OF_FILTER[filter];
  return (
    (kinds === null || kinds.includes(change.kind)) &&
    (listId === null || change.list.id === listId) &&
    (!unreadOnly || change.unread)
  );
}
