import { describe, expect, it } from 'vitest';
import {
  agoPhrase,
  clockTime,
  comingPhrase,
  countdown,
  dayHeading,
  localDayKey,
  momentPhrase,
  nearDay,
  preciseUntilPhrase,
  untilPhrase,
  windowPhrase,
} from '../../../../shared/texts/time-phrases.ts';

const now = Date.UTC(2026, 10, 21, 14, 2);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const utc = { locale: 'en-GB', timeZone: 'UTC' };

describe('time phrases', () => {
  it.each([
    ['en-GB', '14:02'],
    ['de-DE', '14:02'],
    ['en-US', '2:02 PM'],
  ])('writes the time of day as %s does', (locale, expected) => {
    expect(clockTime(now, { locale, timeZone: 'UTC' }).replace(/\s/u, ' ')).toBe(expected);
  });

  it('keeps English words on a system that speaks another language', () => {
    const heading = dayHeading(now - 4 * DAY, now, { locale: 'fr-FR', timeZone: 'UTC' });
    expect(heading).toBe('Tuesday 17 November');
  });

  it('falls back to the machine’s own habits for a locale that does not exist', () => {
    expect(clockTime(now, { locale: 'no such locale!' })).toMatch(/\d/);
  });

  it.each([
    [now + 5 * HOUR, 'at 19:02'],
    [now + 12 * HOUR, 'tomorrow at 02:02'],
    [now - DAY, 'yesterday at 14:02'],
    [now - 2 * DAY, 'on Thu 19 Nov at 14:02'],
    [now - 400 * DAY, 'on Fri, 17 Oct 2025 at 14:02'],
  ])('names a moment by its distance (%i)', (atMs, expected) => {
    expect(momentPhrase(atMs, now, utc)).toBe(expected);
  });

  it('says until when, without a second preposition', () => {
    expect(untilPhrase(now + 5 * HOUR, now, utc)).toBe('until 19:02');
    expect(untilPhrase(now + 12 * HOUR, now, utc)).toBe('until tomorrow at 02:02');
    expect(untilPhrase(now + 3 * DAY, now, utc)).toMatch(/^until Tue,? 24 Nov at 14:02$/);
  });

  it.each([
    ['en-GB', now + 10_000, 'until 14:02:10'],
    ['en-US', now + 10_000, 'until 2:02:10 PM'],
    ['en-GB', now + 12 * HOUR, 'until tomorrow at 02:02'],
  ])('ends a short wait to the second, in %s', (locale, atMs, expected) => {
    const told = preciseUntilPhrase(atMs, now, { locale, timeZone: 'UTC' });
    expect(told.replace(/\s/gu, ' ')).toBe(expected);
  });

  it.each([
    [now - 5_000, 'in a moment'],
    [now + MINUTE, 'in 1 minute'],
    [now + 42 * MINUTE, 'in 42 minutes'],
    [now + 2 * HOUR, 'at 16:02'],
  ])('is relative only about what comes soon (%i)', (atMs, expected) => {
    expect(comingPhrase(atMs, now, utc)).toBe(expected);
  });

  it.each([
    [now + HOUR, 'just now'],
    [now - 59_000, 'just now'],
    [now - MINUTE, '1 minute ago'],
    [now - 18 * MINUTE, '18 minutes ago'],
    [now - 3 * HOUR, '3 hours ago'],
    [now - 20 * HOUR, 'yesterday at 18:02'],
  ])('tells how long ago, even when the clock went back (%i)', (atMs, expected) => {
    expect(agoPhrase(atMs, now, utc)).toBe(expected);
  });

  it('never tells a narrower window than was observed', () => {
    expect(windowPhrase(now, now + HOUR, now, utc)).toBe('between 14:02 and 15:02');
    expect(windowPhrase(now, now + 20_000, now, utc)).toBe('at 14:02');
    expect(windowPhrase(now - DAY, now, now, utc)).toBe(
      'between Fri 20 Nov, 14:02 and Sat 21 Nov, 14:02',
    );
  });

  it('takes the day from the given time zone', () => {
    const lateEvening = Date.UTC(2026, 10, 21, 22, 30);
    expect(localDayKey(lateEvening, utc)).toBe('2026-11-21');
    expect(localDayKey(lateEvening, { timeZone: 'Asia/Tokyo' })).toBe('2026-11-22');
    expect(nearDay(lateEvening, now, utc)).toBe('Today');
    expect(nearDay(lateEvening - DAY, now, utc)).toBe('Yesterday');
  });

  it('counts calendar days across the change to winter time', () => {
    const berlin = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
    const sunday = Date.UTC(2026, 9, 25, 22, 30);
    // That Sunday has 25 hours.
    expect(dayHeading(sunday - 24.4 * HOUR, sunday, berlin)).toBe('Today');
    expect(dayHeading(sunday - 25 * HOUR, sunday, berlin)).toBe('Yesterday');
  });

  it.each([
    [252_000, '4:12'],
    [59_400, '1:00'],
    [1, '0:01'],
    [-5_000, '0:00'],
  ])('counts down and stops at nothing (%i ms)', (leftMs, expected) => {
    expect(countdown(now + leftMs, now)).toBe(expected);
  });
});
