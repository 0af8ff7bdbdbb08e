import type { Random } from '../catalogue/seeded-random.ts';

export const DAY_MS = 86_400_000;
/** The library was begun so long ago. */
export const SPAN_MS = 9 * 365 * DAY_MS;

/** When the entry at `position` was saved: more of the recent years than of the early ones, in whole
 * seconds, never newer than the entry before it. */
export function addedAtMs(
  position: number,
  count: number,
  newestMs: number,
  random: Random,
): number {
  const share = (position + random()) / count;
  return Math.floor((newestMs - share ** 1.4 * SPAN_MS) / 1000) * 1000;
}
