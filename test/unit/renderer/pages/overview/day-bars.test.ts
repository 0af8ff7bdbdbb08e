import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayBars } from '../../../../../renderer/pages/overview/day-bars.ts';

const count = fc.oneof(fc.constant(0), fc.nat({ max: 50_000 }));
const day = fc.record({ dayStartMs: fc.nat(), added: count, removed: count, other: count });

describe('the bars of the days', () => {
  it('stay within the picture, do not overlap, and show every part that is there', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 14 }), (days) => {
        const bars = dayBars(days, 252, 56);
        bars.forEach((bar, index) => {
          const source = days[index];
          expect(bar.x + bar.width).toBeLessThanOrEqual(252.001);
          const present = (['added', 'removed', 'other'] as const).filter(
            (kind) => (source?.[kind] ?? 0) > 0,
          );
          expect(bar.parts.map((part) => part.kind)).toEqual(present);
          let ground = 56.001;
          for (const part of bar.parts) {
            expect(part.height).toBeGreaterThanOrEqual(2);
            expect(part.y + part.height).toBeLessThanOrEqual(ground);
            expect(part.y).toBeGreaterThanOrEqual(-0.001);
            ground = part.y;
          }
        });
      }),
    );
  });

  it('fill the picture with the fullest day', () => {
    const [fullest] = dayBars([{ dayStartMs: 0, added: 9, removed: 0, other: 0 }], 252, 56);
    expect(fullest?.parts[0]).toMatchObject({ y: 0, height: 56 });
  });

  it('have nothing to show for a day without a change', () => {
    const [quiet] = dayBars([{ dayStartMs: 0, added: 0, removed: 0, other: 0 }], 252, 56);
    expect(quiet?.parts).toEqual([]);
  });
});
