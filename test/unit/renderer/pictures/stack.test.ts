import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stackParts } from '../../../../renderer/pictures/bars/stack.ts';

const anyCounts = fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 50_000 })), {
  minLength: 1,
  maxLength: 5,
});

describe('the stacked parts of a bar', () => {
  it('show everything that counts, apart from each other, from the ground up', () => {
    fc.assert(
      fc.property(
        anyCounts,
        fc.nat({ max: 400 }),
        fc.constantFrom(1, 1.5, 2),
        (counts, height, pixel) => {
          let ground = 0;
          for (const [index, part] of stackParts(counts, height, pixel).entries()) {
            expect(part === null).toBe(counts[index] === 0);
            if (part === null) continue;
            expect(part.from).toBe(ground);
            expect(part.to - part.from).toBeGreaterThanOrEqual(2 * pixel);
            ground = part.to + pixel;
          }
        },
      ),
    );
  });

  it('fill the bar’s height, unless it is too low to show them all', () => {
    fc.assert(
      fc.property(anyCounts, fc.integer({ min: 20, max: 400 }), (counts, height) => {
        const top = stackParts(counts, height, 1).findLast((part) => part !== null)?.to ?? height;
        expect(top).toBeCloseTo(height);
      }),
    );
    expect(stackParts([1, 1], 0, 1)).toEqual([
      { from: 0, to: 2 },
      { from: 3, to: 5 },
    ]);
  });

  it('are true to each other where there is room', () => {
    const [many, few] = stackParts([300, 100], 405, 1);
    expect((many?.to ?? 0) - (many?.from ?? 0)).toBe(2 + 300);
    expect((few?.to ?? 0) - (few?.from ?? 0)).toBe(2 + 100);
  });
});
