import { describe, expect, it } from 'vitest';
import {
  hourlyUse,
  startOfHour,
  type TimedRequest,
} from '../../../../electron/spotify/hourly-use.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOON = Date.UTC(2026, 10, 1, 12);
const utc = (atMs: number) => startOfHour(atMs, 0);

describe('startOfHour', () => {
  it.each([
    ['UTC', NOON + 59 * MINUTE, 0, NOON],
    ['the first moment of an hour', NOON, 0, NOON],
    ['a zone that is hours off', NOON + MINUTE, -9 * 60, NOON],
    ['India, half an hour off', NOON + 29 * MINUTE, -330, NOON - 30 * MINUTE],
    ['India, later', NOON + 31 * MINUTE, -330, NOON + 30 * MINUTE],
    ['Nepal, three quarters off', NOON, -345, NOON - 45 * MINUTE],
    ['Newfoundland, behind UTC', NOON + 45 * MINUTE, 210, NOON + 30 * MINUTE],
    ['a time before 1970', -1, 0, -HOUR],
  ])('in %s', (_what, atMs, offsetMinutes, expected) => {
    expect(startOfHour(atMs, offsetMinutes)).toBe(expected);
  });
});

describe('hourlyUse', () => {
  const nowMs = NOON + 20 * MINUTE;
  const use = (requests: readonly TimedRequest[]) => hourlyUse(requests, nowMs, utc);
  const made = (agoMs: number, family = 'library') => ({ atMs: nowMs - agoMs, family });

  it('gives 24 hours, oldest first, the running one last', () => {
    const hours = use([]);
    expect(hours.map(({ startMs }) => (startMs - NOON) / HOUR)).toEqual(
      Array.from({ length: 24 }, (_, hour) => hour - 23),
    );
    expect(hours.every(({ used }) => used.length === 0)).toBe(true);
  });

  it('counts by hour and family, families in their fixed order', () => {
    const hours = use([
      made(0, 'catalogue'),
      made(MINUTE, 'profile'),
      made(2 * MINUTE, 'catalogue'),
      made(21 * MINUTE),
      made(23 * HOUR + 20 * MINUTE),
    ]);
    expect(hours.at(-1)?.used).toEqual([
      { family: 'profile', count: 1 },
      { family: 'catalogue', count: 2 },
    ]);
    expect(hours.at(-2)?.used).toEqual([{ family: 'library', count: 1 }]);
    expect(hours[0]?.used).toEqual([{ family: 'library', count: 1 }]);
  });

  it('leaves out what is older, and families that it does not know', () => {
    const hours = use([made(23 * HOUR + 21 * MINUTE), made(0, 'podcast-feeds')]);
    expect(hours.flatMap(({ used }) => used)).toEqual([]);
  });

  it('takes a request from the future into the running hour', () => {
    expect(use([made(-5 * HOUR)]).at(-1)?.used).toEqual([{ family: 'library', count: 1 }]);
  });

  it('has 24 hours on the day on which one hour comes twice', () => {
    // Berlin, 25 October 2026: summer time until 01:00 UTC, an hour less from then on.
    const changeMs = Date.UTC(2026, 9, 25, 1);
    const berlin = (atMs: number) => startOfHour(atMs, atMs < changeMs ? -120 : -60);
    const hours = hourlyUse([], changeMs + 90 * MINUTE, berlin);
    expect(hours).toHaveLength(24);
    expect(new Set(hours.map(({ startMs }) => startMs)).size).toBe(24);
    expect(hours.at(-1)?.startMs).toBe(changeMs + HOUR);
  });
});
