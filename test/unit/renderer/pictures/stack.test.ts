import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stackParts } from '../../../../renderer/pictures/bars/stack.ts';

const anyCounts = fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 50_000 })), {
  minLength: 1,
  maxLength: 5,
});

describe('the stacked parts of a bar', () => {
  it('show everything that counts, from the ground up, without an overlap', () => {
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
            expect(part.from).toBeGreaterThanOrEqual(ground);
            expect(part.to - part.from).toBeGreaterThanOrEqual(pixel);
            ground = part.to;
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
  });

  it('are set apart where there is room for that, and as low as they can be where there is not', () => {
    expect(stackParts([1, 1], 5, 1)).toEqual([
      { from: 0, to: 2 },
      { from: 3, to: 5 },
    ]);
    expect(stackParts([1, 1], 0, 1)).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 2 },
    ]);
    expect(stackParts([1], 0, 1)).toEqual([{ from: 0, to: 2 }]);
  });

  it('are true to each other where there is room', () => {
    const [many, few] = stackParts([300, 100], 405, 1);
    expect((many?.to ?? 0) - (many?.from ?? 0)).toBe(2 + 300);
    expect((few?.to ?? 0) - (few?.from ?? 0)).toBe(2 + 100);
  });
});
