import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextTickInMs } from '../../../../electron/session/tick.ts';

test('no tick is faster than 30 s or slower than three and a half minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (remainingMs) => {
      const tick = nextTickInMs(remainingMs, 0);
      expect(tick).toBeGreaterThanOrEqual(30_000);
      expect(tick).toBeLessThanOrEqual(210_000);
    }),
  );
});

test('a deadline 30 s or more away is met exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30_000, max: 7_200_000 }), (deadlineMs) => {
      let nowMs = 0;
      while (nowMs < deadlineMs) {
        nowMs += nextTickInMs(deadlineMs, nowMs);
      }
      expect(nowMs).toBe(deadlineMs);
    }),
  );
});
