import type { ListSizePoint } from '../../../shared/list-sizes.ts';

/** What a bucket keeps: its first and last point, its least and its largest. */
const KEPT_A_BUCKET = 4;

/**
 * Thins the size of a list over time out to so many points that a line through them looks the same:
 * of each of equally long buckets of time it keeps the first point, the last, the lowest and the
 * highest (M4, Jugel et al., "M4: A Visualization-Oriented Time Series Data Aggregation", 2014).
 *
 * @param points - oldest observation first; the clock may have been set back between two of them
 * @param most - 4 or more
 * @returns at most so many of the points, in their order; all of them where there are no more
 */
export function thinSizes(points: readonly ListSizePoint[], most: number): ListSizePoint[] {
  if (points.length <= most) {
    return [...points];
  }
  const times = points.map(({ atMs }) => atMs);
  const startMs = times.reduce((least, atMs) => Math.min(least, atMs));
  const endMs = times.reduce((largest, atMs) => Math.max(largest, atMs));
  const buckets = Math.max(1, Math.floor(most / KEPT_A_BUCKET));
  const bucketMs = Math.max(1, endMs - startMs) / buckets;
  const kept = new Map<number, Kept>();
  for (const [index, { atMs, rows }] of points.entries()) {
    const bucket = Math.min(buckets - 1, Math.floor((atMs - startMs) / bucketMs));
    const so = kept.get(bucket);
    if (so === undefined) {
      kept.set(bucket, { first: index, last: index, least: index, largest: index });
    } else {
      so.last = index;
      so.least = rows < (points[so.least]?.rows ?? rows) ? index : so.least;
      so.largest = rows > (points[so.largest]?.rows ?? rows) ? index : so.largest;
    }
  }
  const indexes = new Set(
    [...kept.values()].flatMap(({ first, last, least, largest }) => [first, last, least, largest]),
  );
  return points.filter((_, index) => indexes.has(index));
}

/** Positions among the points. */
interface Kept {
  readonly first: number;
  last: number;
  least: number;
  largest: number;
}
