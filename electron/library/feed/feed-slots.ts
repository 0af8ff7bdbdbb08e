import type { ChangePart } from '../../storage/change-groups.ts';
import type { FeedGroup } from './group-parts.ts';

/** More changes than these are shown as one row until the user opens it. */
export const ROWS_SHOWN = 6;

/** What stands in one row of the feed. */
export type FeedSlot =
  | { readonly kind: 'group'; readonly group: FeedGroup; readonly isOpen: boolean }
  | {
      readonly kind: 'change';
      readonly group: FeedGroup;
      /** The change is this one of the part, newest first, from 0 on. */
      readonly part: ChangePart;
      readonly offset: number;
      readonly isInGroup: boolean;
    };

/** Rows that a group takes. */
export function rowsOf(group: FeedGroup, open: ReadonlySet<string>): number {
  if (group.count <= ROWS_SHOWN) {
    return group.count;
  }
  return open.has(group.key) ? group.count + 1 : 1;
}

/** The rows of one window. Pure. */
export function feedSlots(
  groups: readonly FeedGroup[],
  open: ReadonlySet<string>,
  window: { readonly offset: number; readonly count: number },
): FeedSlot[] {
  const slots: FeedSlot[] = [];
  const end = window.offset + window.count;
  let start = 0;
  for (const group of groups) {
    if (start >= end) {
      break;
    }
    const rows = rowsOf(group, open);
    if (start + rows > window.offset) {
      const from = Math.max(0, window.offset - start);
      slots.push(...slotsOf(group, open, from, Math.min(rows, end - start)));
    }
    start += rows;
  }
  return slots;
}

/** Rows `from` to `to` of a group, the last one left out. */
function slotsOf(
  group: FeedGroup,
  open: ReadonlySet<string>,
  from: number,
  to: number,
): FeedSlot[] {
  const isLong = group.count > ROWS_SHOWN;
  const slots: FeedSlot[] = [];
  if (isLong && from === 0) {
    slots.push({ kind: 'group', group, isOpen: open.has(group.key) });
  }
  const head = isLong ? 1 : 0;
  // A closed group is its head alone, so that nothing is left to be walked through.
  let start = head;
  for (const part of group.parts) {
    for (let row = Math.max(start, from); row < Math.min(start + part.count, to); row += 1) {
      slots.push({ kind: 'change', group, part, offset: row - start, isInGroup: isLong });
    }
    start += part.count;
    if (start >= to) {
      break;
    }
  }
  return slots;
}
