import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES, hourBars } from '../../../../../renderer/pages/connection/requests/hour-bars.ts';
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
        const { bars, numbers } = hourBars(hours, UTC);
        const top = numbers?.marks.at(-1) ?? Number.NaN;
        expect(bars).toHaveLength(24);
        for (const [index, { counts, height }] of bars.entries()) {
          const asked = hours[index]?.used ?? [];
          const total = asked.reduce((sum, { count }) => sum + count, 0);
          expect(counts).toEqual(
            FAMILIES.map((family) => asked.find((each) => each.family === family)?.count ?? 0),
          );
          expect(height).toBeLessThanOrEqual(1);
          expect(height * top).toBeCloseTo(total);
        }
      }),
    );
  });

  it('have every family, in the order in which they are shown', () => {
    expect(FAMILIES).toEqual(requestFamilySchema.options);
  });

  it('are named on the axis every six hours of the local day', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => ({
      startMs: NOON + (hour - 23) * HOUR,
      used: [],
    }));
    const marked = (timeZone: string) =>
      hourBars(hours, { locale: 'en-GB', timeZone }).marks.map(({ bar, words }) => [bar, words]);
    expect(marked('UTC')).toEqual([
      [5, '18:00'],
      [11, '00:00'],
      [17, '06:00'],
      [23, '12:00'],
    ]);
    expect(marked('America/New_York').map(([bar]) => bar)).toEqual([4, 10, 16, 22]);
  });
});
