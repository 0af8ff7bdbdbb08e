import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lookPauseMs, probePauseMs } from '../../../../electron/spotify/probe-pause.ts';

const COST = fc.constantFrom('free', 'request', 'login');

it('leaves Spotify alone for 1 s at first, then ever longer, up to a minute', () => {
  const pauses = [1, 2, 3, 11, 12, 1_000].map((failures) => probePauseMs(failures, 'free', 0));
  expect(pauses).toEqual([1_000, 1_500, 2_250, 57_665, 60_000, 60_000]);
});

it('waits up to five minutes where each try may count at Spotify', () => {
  expect([12, 15, 16, 1_000].map((failures) => probePauseMs(failures, 'request', 0))).toEqual([
    86_498, 291_929, 300_000, 300_000,
  ]);
});

it('tells a proxy a password that it did not take four times an hour', () => {
  expect([1, 2, 100].map((failures) => probePauseMs(failures, 'login', 0))).toEqual(
    Array(3).fill(900_000),
  );
});

it('takes up to half of the pause away, never more', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), COST, random, (failures, cost, r) => {
      const longestMs = probePauseMs(failures, cost, 0);
      expect(probePauseMs(failures, cost, r)).toBeGreaterThanOrEqual(Math.floor(longestMs / 2));
      expect(probePauseMs(failures, cost, r)).toBeLessThanOrEqual(longestMs);
    }),
  );
});

it('asks the system often at first, and every half minute after an outage of five', () => {
  const outages = [0, 10, 60, 300, 86_400];
  const looks = outages.map((seconds) => lookPauseMs(seconds * 1_000, 0));
  expect(looks).toEqual([1_000, 1_000, 6_000, 30_000, 30_000]);
  expect(lookPauseMs(60_000, 0.5)).toBe(4_500);
});
