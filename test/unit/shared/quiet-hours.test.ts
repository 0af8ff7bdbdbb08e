import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet, minutesOfQuietLeft, quietMinutes } from '../../../shared/quiet-hours.ts';

const at = (hour: number, minute = 0): number => hour * 60 + minute;
const quiet = (quietFromMinute: number, quietToMinute: number, quietHours = true) => ({
  quietHours,
  quietFromMinute,
  quietToMinute,
});
const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });

describe('the quiet hours', () => {
  it.each([
    ['over midnight', at(22), at(8), at(21, 59), false, null],
    ['over midnight', at(22), at(8), at(22), true, 600],
    ['over midnight', at(22), at(8), at(0), true, 480],
    ['over midnight', at(22), at(8), at(7, 59), true, 1],
    ['over midnight', at(22), at(8), at(8), false, null],
    ['within a day', at(13), at(15), at(12, 59), false, null],
    ['within a day', at(13), at(15), at(13), true, 120],
    ['within a day', at(13), at(15), at(15), false, null],
    ['to midnight', at(22), at(0), at(23, 59), true, 1],
    ['to midnight', at(22), at(0), at(0), false, null],
    ['from midnight', at(0), at(6), at(0), true, 360],
    ['of the whole day', at(9), at(9), at(9), true, null],
    ['of the whole day', at(9), at(9), at(8, 59), true, null],
  ])('%s from minute %i to %i: at minute %i %s, %s minutes left', (_, from, to, now, is, left) => {
    expect(isQuiet(quiet(from, to), now)).toBe(is);
    expect(isQuiet(quiet(from, to, false), now)).toBe(false);
    if (is) expect(minutesOfQuietLeft(quiet(from, to), now)).toBe(left);
  });

  it('last as many minutes a day as they say', () => {
    fc.assert(
      fc.property(minute, minute, (from, to) => {
        const minutes = Array.from({ length: 24 * 60 }, (_, index) => index);
        const hours = quiet(from, to);
        expect(minutes.filter((each) => isQuiet(hours, each))).toHaveLength(quietMinutes(hours));
      }),
      { numRuns: 50 },
    );
  });

  it('are over exactly when they say they will be', () => {
    fc.assert(
      fc.property(minute, minute, minute, (from, to, now) => {
        const hours = quiet(from, to);
        fc.pre(isQuiet(hours, now) && from !== to);
        const left = minutesOfQuietLeft(hours, now) ?? 0;
        expect(left).toBeGreaterThan(0);
        expect(isQuiet(hours, (now + left - 1) % 1440)).toBe(true);
        expect(isQuiet(hours, (now + left) % 1440)).toBe(false);
      }),
    );
  });
});
