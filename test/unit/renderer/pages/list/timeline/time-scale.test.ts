import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  tickPositions,
  timeScale,
} from '../../../../../../renderer/pages/list/timeline/time-scale.ts';

it('both ends of the history stand within the band, and its only moment at the end', () => {
  const { xOf, timeAt } = timeScale(1_000, 2_000, 220, 10);
  expect([xOf(1_000), xOf(1_500), xOf(2_000)]).toEqual([10, 110, 210]);
  expect(timeAt(110)).toBe(1_500);
  expect(timeScale(5, 5, 220, 10).xOf(5)).toBe(210);
});

it('a place leads back to its time', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e11 }),
      fc.integer({ min: 50, max: 3_000 }),
      (span, width) => {
        const { xOf, timeAt } = timeScale(0, span, width, 10);
        const half = span / 2;
        expect(timeAt(xOf(half))).toBeCloseTo(half, -2);
      },
    ),
  );
});

it('more changes than pixels are one tick a pixel', () => {
  const times = Array.from({ length: 20_000 }, (_, index) => index * 3_600_000);
  const scale = timeScale(0, 20_000 * 3_600_000, 640, 10);
  const ticks = tickPositions(times, scale);
  expect(ticks).toHaveLength(621);
  expect(ticks[0]).toBe(10);
  expect(ticks.at(-1)).toBe(630);
});

it('ticks go from left to right, none twice, and each time has one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000)), fc.integer({ min: 30, max: 900 }), (times, width) => {
      const scale = timeScale(0, 10_000, width, 10);
      const ticks = tickPositions(times, scale);
      expect(ticks.every((x, index) => index === 0 || x > (ticks[index - 1] ?? 0))).toBe(true);
      for (const atMs of times) expect(ticks).toContain(Math.round(scale.xOf(atMs)));
    }),
  );
});
