import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeMarks } from '../../../../shared/texts/time-marks.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BERLIN = { locale: 'de-DE', timeZone: 'Europe/Berlin' };
const words = (from: string, to: string, most: number, format = BERLIN) =>
  timeMarks(Date.parse(from), Date.parse(to), most, format).map((mark) => mark.words);

describe('the marks of an axis of time', () => {
  it.each([
    [
      'two hours',
      '2026-11-21T12:10:00Z',
      '2026-11-21T14:20:00Z',
      6,
      ['13:30', '14:00', '14:30', '15:00'],
    ],
    [
      'an hour over midnight',
      '2026-11-20T22:41:00Z',
      '2026-11-20T23:41:00Z',
      6,
      ['23:45', '21 Nov', '00:15', '00:30'],
    ],
    ['some minutes', '2026-11-21T12:11:00Z', '2026-11-21T12:22:00Z', 6, ['13:15', '13:20']],
    [
      'a day',
      '2026-11-20T15:20:00Z',
      '2026-11-21T14:20:00Z',
      6,
      ['18:00', '21 Nov', '06:00', '12:00'],
    ],
    [
      'three days',
      '2026-11-18T15:20:00Z',
      '2026-11-21T14:20:00Z',
      4,
      ['19 Nov', '20 Nov', '21 Nov'],
    ],
    [
      'a month, from Monday to Monday',
      '2026-10-21T15:20:00Z',
      '2026-11-21T14:20:00Z',
      6,
      ['26 Oct', '2 Nov', '9 Nov', '16 Nov'],
    ],
    [
      'months over the end of a year',
      '2026-10-21T15:20:00Z',
      '2027-02-21T14:20:00Z',
      6,
      ['Nov', 'Dec', '2027', 'Feb'],
    ],
    [
      'two years',
      '2025-02-21T15:20:00Z',
      '2027-02-21T14:20:00Z',
      4,
      ['Jul', '2026', 'Jul', '2027'],
    ],
    [
      'many years',
      '2009-02-21T15:20:00Z',
      '2026-02-21T14:20:00Z',
      6,
      ['2010', '2015', '2020', '2025'],
    ],
    ['a moment', '2026-11-21T14:21:00Z', '2026-11-21T14:21:00Z', 6, []],
  ] as const)('are round moments within %s', (_, from, to, most, expected) => {
    expect(words(from, to, most)).toEqual(expected);
  });

  it('stand at the local midnight also on the days on which the clock is set', () => {
    for (const [from, to] of [
      ['2026-03-28T10:00:00Z', '2026-03-31T10:00:00Z'],
      ['2026-10-24T10:00:00Z', '2026-10-27T10:00:00Z'],
    ] as const) {
      const marks = timeMarks(Date.parse(from), Date.parse(to), 4, BERLIN);
      const gapsMs = marks.slice(1).map(({ atMs }, index) => atMs - (marks[index]?.atMs ?? 0));
      expect(marks).toHaveLength(3);
      expect(gapsMs.toSorted()).not.toEqual([DAY_MS, DAY_MS]);
      expect(gapsMs.some((gapMs) => gapMs === DAY_MS)).toBe(true);
    }
  });

  it('are written as the user writes', () => {
    const american = { locale: 'en-US', timeZone: 'America/New_York' };
    expect(words('2026-11-20T20:00:00Z', '2026-11-21T18:00:00Z', 6, american)).toEqual([
      '6:00 PM',
      'Nov 21',
      '6:00 AM',
      '12:00 PM',
    ]);
  });

  it('are never more than there is room for, in order, and within', () => {
    const zone = fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns', 'UTC');
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2009, 0), max: Date.UTC(2040, 0) }),
        fc.nat({ max: 20 * 366 * DAY_MS }),
        fc.integer({ min: 1, max: 12 }),
        zone,
        (fromMs, spanMs, most, timeZone) => {
          const marks = timeMarks(fromMs, fromMs + spanMs, most, { locale: 'en-GB', timeZone });
          const times = marks.map(({ atMs }) => atMs);
          expect(times.length).toBeLessThanOrEqual(most);
          expect(times).toEqual([...new Set(times)].toSorted((one, other) => one - other));
          for (const atMs of times) {
            expect(atMs).toBeGreaterThanOrEqual(fromMs);
            expect(atMs).toBeLessThanOrEqual(fromMs + spanMs);
          }
        },
      ),
    );
  });
});
