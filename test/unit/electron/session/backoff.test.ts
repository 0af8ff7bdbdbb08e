import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  LONGEST_WAIT_MS,
  quickRetryDelayMs,
  slowRetryDelayMs,
} from '../../../../electron/session/backoff.ts';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('quick retries spread over 1, 2 and 4 seconds', () => {
  expect([0, 1, 2].map((attempt) => quickRetryDelayMs(attempt, 0.999_999))).toEqual([
    expect.closeTo(1_000, -1),
    expect.closeTo(2_000, -1),
    expect.closeTo(4_000, -1),
  ]);
  expect(quickRetryDelayMs(2, 0)).toBe(0);
});

test('slow retries are never faster than 30 s and never slower than 15 min', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), random, (failures, drawn) => {
      const delayMs = slowRetryDelayMs(failures, drawn);
      expect(delayMs).toBeGreaterThanOrEqual(30_000);
      expect(delayMs).toBeLessThanOrEqual(LONGEST_WAIT_MS);
    }),
  );
});

test('slow retries grow with every failure until the cap', () => {
  const ceilings = [1, 2, 3, 4, 5, 50].map((failures) => slowRetryDelayMs(failures, 1 - 1e-12));
  expect(ceilings.map((ms) => Math.round(ms / 60_000))).toEqual([1, 2, 4, 8, 15, 15]);
});
