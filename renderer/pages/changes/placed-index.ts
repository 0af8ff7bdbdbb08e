import type { FeedPlace } from '../../state/change-feed.ts';

/** How far around its former index a row is looked for. */
const LOOKED_THROUGH = 60;

/**
 * Where the row stands now that was the first in sight: rows above it may be gone, when they were
 * deleted or are no longer new. Its former index where it is not to be found.
 *
 * @param keyAt by `rowKey`; null for a row that is not loaded
 */
export function placedIndex(
  { index, key }: Pick<FeedPlace, 'index' | 'key'>,
  total: number,
  keyAt: (index: number) => string | null,
): number {
  const last = Math.max(0, total - 1);
  if (key === null) return Math.min(index, last);
  for (let away = 0; away <= LOOKED_THROUGH; away += 1) {
    for (const at of [index - away, index + away]) {
      if (at >= 0 && at <= last && keyAt(at) === key) return at;
    }
  }
  return Math.min(index, last);
}
