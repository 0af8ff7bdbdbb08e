import { assertNever } from '../../shared/assert-never.ts';
import type { ChangeKind } from '../../shared/change.ts';
import type { LibraryStatus } from '../../shared/library-status.ts';

const DAYS = 14;
const HALF_DAY_MS = 12 * 3_600_000;

export type DayStart = (atMs: number) => number;

/** Midnight before a moment, where the machine stands. */
export const localDayStart: DayStart = (atMs) => new Date(atMs).setHours(0, 0, 0, 0);

/** The starts of the last 14 local days, oldest first; a day can have 23 or 25 hours. */
export function lastDays(nowMs: number, dayStart: DayStart): number[] {
  const starts = [dayStart(nowMs)];
  for (let day = 1; day < DAYS; day += 1) {
    starts.unshift(dayStart((starts[0] ?? nowMs) - HALF_DAY_MS));
  }
  return starts;
}

/** Sums what was noticed into days. */
export function changesPerDay(
  dayStarts: readonly number[],
  counts: readonly { readonly atMs: number; readonly kind: ChangeKind; readonly count: number }[],
): LibraryStatus['changesPerDay'] {
  const days = dayStarts.map((dayStartMs) => ({ dayStartMs, added: 0, removed: 0, other: 0 }));
  for (const { atMs, kind, count } of counts) {
    const day = days.findLast(({ dayStartMs }) => dayStartMs <= atMs);
    if (day !== undefined) {
      day[groupOf(kind)] += count;
    }
  }
  return days;
}

function groupOf(kind: ChangeKind): 'added' | 'removed' | 'other' {
  switch (kind) {
    case 'item-added':
    case 'artist-followed':
      return 'added';
    case 'item-removed':
    case 'artist-unfollowed':
      return 'removed';
    case 'item-unavailable':
    case 'item-available':
    case 'item-renamed':
    case 'items-moved':
    case 'playlist-created':
    case 'playlist-gone':
    case 'playlist-returned':
    case 'playlist-renamed':
    case 'playlist-described':
    case 'playlist-cover':
    case 'playlist-visibility':
    case 'playlist-collaborative':
      return 'other';
    default:
      return assertNever(kind);
  }
}
