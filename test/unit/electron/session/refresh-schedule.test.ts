import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isAlive,
  isRefreshDue,
  refreshAtMs,
} from '../../../../electron/session/refresh-schedule.ts';

const RECEIVED = Date.UTC(2026, 10, 1, 12);
const HOUR = 3_600_000;
const hourLong = { receivedAtMs: RECEIVED, accessTokenExpiresAtMs: RECEIVED + HOUR };
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('an hour-long token is refreshed in 85–90 % of its life', () => {
  fc.assert(
    fc.property(random, (drawn) => {
      const share = (refreshAtMs(hourLong, 30, drawn) - RECEIVED) / HOUR;
      expect(share).toBeGreaterThanOrEqual(0.85);
      expect(share).toBeLessThanOrEqual(0.9);
    }),
  );
});

test('the point is drawn, not fixed', () => {
  expect(refreshAtMs(hourLong, 30, 0)).toBe(RECEIVED + 0.85 * HOUR);
  expect(refreshAtMs(hourLong, 30, 0.5)).toBe(RECEIVED + 0.875 * HOUR);
});

test('a token of a minute or more is refreshed skewSeconds before its end at the latest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 7_200 }), random, (seconds, drawn) => {
      const times = { receivedAtMs: 0, accessTokenExpiresAtMs: seconds * 1_000 };
      expect(refreshAtMs(times, 30, drawn)).toBeLessThanOrEqual((seconds - 30) * 1_000);
    }),
  );
});

test('a token shorter than twice the margin is refreshed at half time', () => {
  expect(refreshAtMs({ receivedAtMs: 0, accessTokenExpiresAtMs: 10_000 }, 30, 0.5)).toBe(5_000);
});

test.each([
  ['just received', 0, true],
  ['31 s before its end', HOUR - 31_000, true],
  ['30 s before its end', HOUR - 30_000, false],
  ['past its end', HOUR + 1, false],
  ['by a clock that went back before its receipt', -1, false],
])('%s, a token with a margin of 30 s is alive: %s', (_, sinceReceipt, alive) => {
  expect(isAlive(hourLong, RECEIVED + sinceReceipt, 30)).toBe(alive);
});

test.each([
  ['before the point', 0.8 * HOUR, false],
  ['at the point', 0.87 * HOUR, true],
  ['long after the point, as after sleep', 20 * HOUR, true],
  ['when the clock went back before the receipt', -1, true],
])('%s, a refresh is due: %s', (_, sinceReceipt, due) => {
  expect(isRefreshDue(hourLong, RECEIVED + 0.87 * HOUR, RECEIVED + sinceReceipt)).toBe(due);
});
