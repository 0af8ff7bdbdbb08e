import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agoPhrase,
  dayHeading,
  localDayKey,
  momentPhrase,
  shortDay,
  windowPhrase,
} from '../../../../shared/texts/time-phrases.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const BERLIN = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
const LOS_ANGELES = { locale: 'en-US', timeZone: 'America/Los_Angeles' };
const KATHMANDU = { locale: 'de-DE', timeZone: 'Asia/Kathmandu' };

describe('days', () => {
  it.each([
    [BERLIN, 'Today'],
    [LOS_ANGELES, 'Yesterday'],
    [KATHMANDU, 'Today'],
  ])('begin at midnight where the user is (%o)', (format, expected) => {
    // In Berlin 00:30 and 01:30, in Los Angeles 15:30 of the day before and 00:30.
    const justAfterMidnight = Date.UTC(2026, 10, 20, 23, 30);
    const nowMs = justAfterMidnight + (format === LOS_ANGELES ? 9 : 1) * HOUR;
    expect(dayHeading(justAfterMidnight, nowMs, format)).toBe(expected);
  });

  it('change at midnight exactly', () => {
    const midnight = Date.UTC(2026, 10, 20, 23);
    expect(dayHeading(midnight, midnight, BERLIN)).toBe('Today');
    expect(dayHeading(midnight - 1, midnight, BERLIN)).toBe('Yesterday');
    expect(momentPhrase(midnight - MINUTE, midnight, BERLIN)).toBe('yesterday at 23:59');
    expect(momentPhrase(midnight, midnight - MINUTE, BERLIN)).toBe('tomorrow at 00:00');
  });

  it('are counted right across the change to summer time, where one has 23 hours', () => {
    const sundayNoon = Date.UTC(2026, 2, 29, 10);
    expect(dayHeading(sundayNoon - 11 * HOUR, sundayNoon, BERLIN)).toBe('Today');
    expect(dayHeading(sundayNoon - 12 * HOUR, sundayNoon, BERLIN)).toBe('Yesterday');
    expect(momentPhrase(sundayNoon + 23 * HOUR, sundayNoon, BERLIN)).toBe('tomorrow at 11:00');
  });

  it.each([
    [BERLIN, 'Thursday 19 November', 'Thu 19 Nov'],
    [LOS_ANGELES, 'Thursday, November 19', 'Thu, Nov 19'],
    [KATHMANDU, 'Thursday 19 November', 'Thu 19 Nov'],
  ])('are written in English, in the order of %o', (format, long, short) => {
    const thursday = Date.UTC(2026, 10, 19, 12);
    const nowMs = Date.UTC(2026, 10, 24, 12);
    expect(dayHeading(thursday, nowMs, format)).toBe(long);
    expect(shortDay(thursday, nowMs, format)).toBe(short);
  });

  it('carry their year as soon as it is not this one where the user is', () => {
    const newYearInBerlin = Date.UTC(2026, 11, 31, 23, 30);
    const later = Date.UTC(2027, 0, 4, 12);
    expect(shortDay(newYearInBerlin, later, BERLIN)).not.toMatch(/20\d\d/);
    expect(shortDay(newYearInBerlin, later, LOS_ANGELES)).toMatch(/2026/);
    // In Berlin it is the new year already, in Los Angeles not yet.
    const christmas = Date.UTC(2026, 11, 25, 12);
    expect(shortDay(christmas, newYearInBerlin, BERLIN)).toMatch(/2026/);
    expect(shortDay(christmas, newYearInBerlin, LOS_ANGELES)).not.toMatch(/20\d\d/);
  });

  it('have one key for all their moments and another for the next day', () => {
    const moment = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(moment, fc.constantFrom(BERLIN, LOS_ANGELES, KATHMANDU), (atMs, format) => {
        const key = localDayKey(atMs, format);
        expect(key).toMatch(/^20\d\d-\d\d-\d\d$/);
        expect(localDayKey(atMs + 25 * HOUR, format) > key).toBe(true);
        expect(dayHeading(atMs, atMs, format)).toBe('Today');
      }),
    );
  });
});

describe('phrases on the past', () => {
  it('never tell hours for a day that is over', () => {
    const halfPastMidnight = Date.UTC(2026, 10, 20, 23, 30);
    expect(agoPhrase(halfPastMidnight - 3 * HOUR, halfPastMidnight, BERLIN)).toBe(
      'yesterday at 21:30',
    );
    expect(agoPhrase(halfPastMidnight - 59 * MINUTE, halfPastMidnight, BERLIN)).toBe(
      '59 minutes ago',
    );
  });

  it('tell both days of a window that spans a night', () => {
    const before = Date.UTC(2026, 10, 21, 7);
    expect(windowPhrase(before - 10 * HOUR, before, before, BERLIN)).toBe(
      'between Fri 20 Nov, 22:00 and Sat 21 Nov, 08:00',
    );
  });
});
