import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hourAfterKey,
  hourBars,
  topOf,
} from '../../../../../renderer/pages/connection/requests/hour-bars.ts';
import { requestFamilySchema } from '../../../../../shared/request-family.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 21, 12);
const UTC = { locale: 'en-GB', timeZone: 'UTC' };

const used = fc
  .uniqueArray(fc.constantFrom(...requestFamilySchema.options))
  .chain((families) =>
    fc.tuple(
      ...families.map((family) =>
        fc.integer({ min: 1, max: 5_000 }).map((count) => ({ family, count })),
      ),
    ),
  );
const day = fc
  .array(used, { minLength: 24, maxLength: 24 })
  .map((all) => all.map((each, hour) => ({ startMs: NOON + (hour - 23) * HOUR, used: each })));

describe('the bars of the hours', () => {
  it('are true to each other, lose no request, and fit under the top', () => {
    fc.assert(
      fc.property(day, (hours) => {
        const { bars, top, total } = hourBars(hours, UTC);
        const counts = hours.map((hour) => hour.used.reduce((sum, { count }) => sum + count, 0));
        expect(bars.map((bar) => bar.total)).toEqual(counts);
        expect(total).toBe(counts.reduce((sum, count) => sum + count, 0));
        bars.forEach((bar, index) => {
          expect(bar.height).toBeLessThanOrEqual(1);
          expect(bar.height * top).toBeCloseTo(counts[index] ?? 0);
          expect(bar.endMs).toBe(hours[index + 1]?.startMs ?? null);
        });
      }),
    );
  });

  it('are named on the axis every six hours of the local day', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => ({
      startMs: NOON + (hour - 23) * HOUR,
      used: [],
    }));
    const marked = (timeZone: string) =>
      hourBars(hours, { locale: 'en-GB', timeZone })
        .bars.filter(({ isMarked }) => isMarked)
        .map(({ startMs }) => new Date(startMs).getUTCHours());
    expect(marked('UTC')).toEqual([18, 0, 6, 12]);
    expect(marked('America/New_York')).toEqual([17, 23, 5, 11]);
  });

  it.each([
    [0, 10],
    [10, 10],
    [11, 20],
    [21, 50],
    [422, 500],
    [501, 1_000],
    [1_001, 2_000],
  ])('with %i at most reach up to %i', (most, top) => {
    expect(topOf(most)).toBe(top);
  });

  it.each([
    ['ArrowLeft', 5, 4],
    ['ArrowLeft', 0, 0],
    ['ArrowRight', 5, 6],
    ['ArrowRight', 23, 23],
    ['Home', 5, 0],
    ['End', 5, 23],
    ['Tab', 5, null],
    ['a', 5, null],
  ])('%s leads from hour %i to %s', (key, from, to) => {
    expect(hourAfterKey(key, from, 24)).toBe(to);
  });
});
