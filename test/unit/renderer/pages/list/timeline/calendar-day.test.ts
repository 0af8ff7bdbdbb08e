import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endOfDay,
  shiftedMonth,
} from '../../../../../../renderer/pages/list/timeline/calendar-day.ts';
import { localDayKey } from '../../../../../../shared/texts/time-phrases.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Africa/Cairo',
];

describe('the end of a day', () => {
  it.each<[string, string, string]>([
    ['2026-11-21', 'UTC', '2026-11-21T23:59:59.999Z'],
    ['2026-11-21', 'Europe/Berlin', '2026-11-21T22:59:59.999Z'],
    ['2026-11-21', 'America/New_York', '2026-11-22T04:59:59.999Z'],
    // 23 and 25 hours long.
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59.999Z'],
    // The clock was set back at midnight, to the day that had just ended.
    ['2018-02-17', 'America/Sao_Paulo', '2018-02-18T02:59:59.999Z'],
    // There was no such day.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T09:59:59.999Z'],
  ])('%s in %s is %s', (day, timeZone, end) => {
    expect(new Date(endOfDay(day, { timeZone })).toISOString()).toBe(end);
  });

  it('is the last moment of it in every zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.date({ min: new Date('2005-01-01'), max: new Date('2037-12-31'), noInvalidDate: true }),
        (timeZone, date) => {
          const day = localDayKey(date.getTime(), { timeZone });
          const end = endOfDay(day, { timeZone });
          expect(end).toBeGreaterThanOrEqual(date.getTime());
          expect(localDayKey(end, { timeZone })).toBe(day);
          expect(localDayKey(end + 1, { timeZone }) > day).toBe(true);
        },
      ),
    );
  });
});

it.each([
  ['2026-11-21', -1, '2026-10-21'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2028-03-31', -1, '2028-02-29'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-12-31', 1, '2027-01-31'],
  ['2026-08-31', 1, '2026-09-30'],
])('%s moved by %i month is %s', (day, months, shifted) => {
  expect(shiftedMonth(day, months)).toBe(shifted);
});
