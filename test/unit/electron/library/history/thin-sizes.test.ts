import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinSizes } from '../../../../../electron/library/history/thin-sizes.ts';
import type { ListSizePoint } from '../../../../../shared/list-sizes.ts';

const HOUR_MS = 3_600_000;

function pointsOf(looks: readonly { readonly afterMs: number; readonly rows: number }[]) {
  let atMs = 0;
  return looks.map(({ afterMs, rows }, index): ListSizePoint => {
    atMs += afterMs;
    return { observationId: index + 1, atMs, untilMs: atMs, rows };
  });
}

/** Mostly forwards, with bursts and gaps; at times the clock is set back. */
const anyPoints = fc
  .array(
    fc.record({
      afterMs: fc.oneof(
        fc.nat({ max: HOUR_MS }),
        fc.nat({ max: 500 * HOUR_MS }),
        fc.integer({ min: -2 * HOUR_MS, max: 0 }),
      ),
      rows: fc.nat({ max: 200 }),
    }),
    { maxLength: 300 },
  )
  .map(pointsOf);
const anyMost = fc.integer({ min: 4, max: 60 });

describe('the size of a list that is thinned out', () => {
  it('is untouched where there are no more points than wanted', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        expect(thinSizes(points, Math.max(4, points.length))).toEqual(points);
      }),
    );
  });

  it('has no more points than wanted, each as it was and in order', () => {
    fc.assert(
      fc.property(anyPoints, anyMost, (points, most) => {
        const thinned = thinSizes(points, most);
        expect(thinned.length).toBeLessThanOrEqual(most);
        let from = 0;
        for (const point of thinned) {
          from = points.indexOf(point, from) + 1;
          expect(from).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('keeps the first point, the last, the lowest and the highest', () => {
    fc.assert(
      fc.property(anyPoints, anyMost, (points, most) => {
        const thinned = thinSizes(points, most);
        const sizes = (of: readonly ListSizePoint[]) => of.map(({ rows }) => rows);
        expect(thinned[0]).toBe(points[0]);
        expect(thinned.at(-1)).toBe(points.at(-1));
        expect(Math.min(...sizes(thinned))).toBe(Math.min(...sizes(points)));
        expect(Math.max(...sizes(thinned))).toBe(Math.max(...sizes(points)));
      }),
    );
  });

  it('keeps a dip and a peak of one hour within two years of checks each hour', () => {
    const hours = 2 * 365 * 24;
    const looks = Array.from({ length: hours }, (_, index) => ({
      afterMs: HOUR_MS,
      rows: index === 9_000 ? 0 : index === 9_001 ? 900 : 400 + (index % 3),
    }));
    const thinned = thinSizes(pointsOf(looks), 2_000);
    expect(thinned.filter(({ rows }) => rows === 0 || rows === 900)).toHaveLength(2);
    // Every week is still there, not only the eventful ones.
    const gapsMs = thinned.slice(1).map(({ atMs }, index) => atMs - (thinned[index]?.atMs ?? 0));
    expect(Math.max(...gapsMs)).toBeLessThan(7 * 24 * HOUR_MS);
  });

  it('is thinned out the same way each time', () => {
    fc.assert(
      fc.property(anyPoints, anyMost, (points, most) => {
        expect(thinSizes([...points], most)).toEqual(thinSizes(points, most));
      }),
    );
  });
});
