import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_PARTS, dayBars, sumOfDays } from '../../../../../renderer/pages/overview/day-bars.ts';

const count = fc.oneof(fc.constant(0), fc.nat({ max: 50_000 }));
const day = fc.record({ dayStartMs: fc.nat(), added: count, removed: count, other: count });
const none = { dayStartMs: 0, added: 0, removed: 0, other: 0 };

describe('the bars of the days', () => {
  it('lose no change, stay within the picture, and are the higher the more changed', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 14 }), (days) => {
        const { bars, fills } = dayBars(days);
        expect(bars).toHaveLength(days.length);
        expect(fills).toHaveLength(DAY_PARTS.length);
        const laidOut = bars.map(({ counts, height }) => {
          expect(height).toBeGreaterThanOrEqual(0);
          expect(height).toBeLessThanOrEqual(1);
          return { total: counts.reduce((sum, each) => sum + each, 0), height };
        });
        expect(laidOut.map(({ total }) => total)).toEqual(
          days.map(({ added, removed, other }) => added + removed + other),
        );
        const byTotal = laidOut.toSorted((one, other) => one.total - other.total);
        const heights = byTotal.map(({ height }) => height);
        expect(heights).toEqual(heights.toSorted((one, other) => one - other));
      }),
    );
  });

  it('fill the picture with the fullest day, and leave a tenth of its height to a hundredth of it', () => {
    const { bars } = dayBars([{ ...none, added: 900 }, { ...none, removed: 9 }, none]);
    expect(bars.map(({ height }) => height)).toEqual([1, 0.1, 0]);
  });

  it('have their parts in one order, and the sum of all days', () => {
    const days = [
      { ...none, added: 2 },
      { ...none, removed: 3, other: 5 },
    ];
    expect(dayBars(days).bars.map(({ counts }) => counts)).toEqual([
      [2, 0, 0],
      [0, 3, 5],
    ]);
    expect(sumOfDays(days)).toEqual({ added: 2, removed: 3, other: 5 });
  });
});
