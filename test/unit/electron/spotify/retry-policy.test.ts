import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs, retriesAllowed } from '../../../../electron/spotify/retry-policy.ts';

describe('backoffMs', () => {
  it.each([
    [1, 0.5, 250],
    [2, 0.5, 500],
    [3, 0.5, 1_000],
    [3, 0, 0],
    [10, 0.999, 7_992],
  ])('before retry %i at random %f is %i ms', (retry, random, expected) => {
    expect(backoffMs(retry, random)).toBe(expected);
  });

  it('spreads over the whole range, never beyond it', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), random, (retry, value) => {
        const waitMs = backoffMs(retry, value);
        expect(waitMs).toBeGreaterThanOrEqual(0);
        expect(waitMs).toBeLessThan(Math.min(8_000, 500 * 2 ** (retry - 1)));
      }),
    );
  });
});

it('sends a single probe while nothing is reachable', () => {
  expect([retriesAllowed(false), retriesAllowed(true)]).toEqual([3, 0]);
});
