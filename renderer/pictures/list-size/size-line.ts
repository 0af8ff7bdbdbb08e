import type { ListSizePoint } from '../../../shared/list-sizes.ts';

const HOUR_MS = 3_600_000;
/** A look this late leaves something open … */
const LONG_MS = 6 * HOUR_MS;
/** … if it can be seen as such: of the whole. */
const VISIBLE_SHARE = 0.02;

/** A stretch in which nobody looked, and the list was another one afterwards. */
export interface UnseenStretch {
  readonly fromMs: number;
  readonly fromRows: number;
  readonly toMs: number;
  readonly toRows: number;
}

/** The size of a list as a line of steps. */
export interface SizeLine {
  readonly startMs: number;
  readonly endMs: number;
  readonly least: number;
  readonly largest: number;
  /** Where each point of the list's history stands; never before the one ahead of it. */
  readonly starts: readonly number[];
  /** Up to where its size is taken to hold. */
  readonly ends: readonly number[];
  /** The line: a size holds up to the next one; null: not known from here on. */
  readonly times: readonly number[];
  readonly sizes: readonly (number | null)[];
  readonly unseen: readonly UnseenStretch[];
}

/**
 * Lays the size of a list out as a line. A size is taken to hold up to the next look; only where that
 * was long away the line is broken. Where the clock was set back, time stands still.
 *
 * @param points - oldest first, one at least
 */
export function sizeLine(points: readonly ListSizePoint[]): SizeLine {
  const steps = forwards(points);
  const [first, last] = [steps[0], steps.at(-1)];
  const startMs = first?.atMs ?? 0;
  const endMs = last?.untilMs ?? 0;
  const longMs = Math.max(LONG_MS, (endMs - startMs) * VISIBLE_SHARE);
  const times: number[] = [];
  const sizes: (number | null)[] = [];
  const ends: number[] = [];
  const unseen: UnseenStretch[] = [];
  for (const [index, { atMs, untilMs, rows }] of steps.entries()) {
    const next = steps[index + 1];
    times.push(atMs);
    sizes.push(rows);
    const isBroken = next !== undefined && next.atMs - untilMs > longMs;
    ends.push(next === undefined || isBroken ? untilMs : next.atMs);
    if ((next === undefined || isBroken) && untilMs > atMs) {
      times.push(untilMs);
      sizes.push(rows);
    }
    if (isBroken) {
      times.push((untilMs + next.atMs) / 2);
      sizes.push(null);
      unseen.push({ fromMs: untilMs, fromRows: rows, toMs: next.atMs, toRows: next.rows });
    }
  }
  const all = steps.map(({ rows }) => rows);
  return {
    startMs,
    endMs,
    least: all.reduce((least, rows) => Math.min(least, rows), Number.POSITIVE_INFINITY),
    largest: all.reduce((largest, rows) => Math.max(largest, rows), 0),
    starts: steps.map(({ atMs }) => atMs),
    ends,
    times,
    sizes,
    unseen,
  };
}

/** The last of the points that stand at or before a time; the first where none does. */
export function pointAtTime(starts: readonly number[], atMs: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= atMs) low = middle;
    else high = middle - 1;
  }
  return low;
}

function forwards(points: readonly ListSizePoint[]) {
  let latestMs = Number.NEGATIVE_INFINITY;
  return points.map(({ atMs, untilMs, rows }) => {
    const fromMs = Math.max(atMs, latestMs);
    latestMs = Math.max(untilMs, fromMs);
    return { atMs: fromMs, untilMs: latestMs, rows };
  });
}
