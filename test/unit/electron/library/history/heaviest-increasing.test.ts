import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heaviestIncreasing } from '../../../../../electron/library/history/heaviest-increasing.ts';

/** Every increasing subsequence, weighed one by one. */
function heaviestByTrying(
  values: readonly { value: number; weight: number }[],
  above = -1,
): number {
  const [first, ...rest] = values;
  if (first === undefined) {
    return 0;
  }
  const without = heaviestByTrying(rest, above);
  return first.value > above
    ? Math.max(without, first.weight + heaviestByTrying(rest, first.value))
    : without;
}

describe('the heaviest increasing subsequence', () => {
  it('increases, and none is heavier', () => {
    const sequence = fc
      .uniqueArray(fc.nat({ max: 20 }), { maxLength: 10 })
      .chain((values) =>
        fc.tuple(
          ...values.map((value) =>
            fc.record({ value: fc.constant(value), weight: fc.integer({ min: 1, max: 5 }) }),
          ),
        ),
      );
    fc.assert(
      fc.property(sequence, (weighted) => {
        const positions = heaviestIncreasing(weighted);
        const chosen = positions.flatMap((position) => weighted[position] ?? []);
        expect(positions).toEqual(positions.toSorted((one, other) => one - other));
        for (const [index, { value }] of chosen.slice(1).entries()) {
          expect(value).toBeGreaterThan(chosen[index]?.value ?? -1);
        }
        const weight = chosen.reduce((sum, one) => sum + one.weight, 0);
        expect(weight).toBe(heaviestByTrying(weighted));
      }),
      { numRuns: 500 },
    );
  });

  it('of nothing is nothing', () => {
    expect(heaviestIncreasing([])).toEqual([]);
  });
});
