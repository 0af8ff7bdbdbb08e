import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dueRenewalNotice,
  isRenewalNear,
  nextRenewalLookInMs,
  type RenewalTold,
} from '../../../shared/renewal-notice.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
const END = Date.UTC(2027, 4, 21, 14, 2);

const told = (daysBefore: number, renewBeforeMs = END): RenewalTold => ({
  renewBeforeMs,
  daysBefore,
});

describe('the notice that is due', () => {
  it.each<[string, number, RenewalTold | null, number | null]>([
    ['none half a year before', 181 * DAY, null, null],
    ['none a moment before the first', 30 * DAY + 1, null, null],
    ['the first on the spot', 30 * DAY, null, 30],
    ['the first only once', 29 * DAY, told(30), null],
    ['none a moment before the second', 7 * DAY + 1, told(30), null],
    ['the second on the spot', 7 * DAY, told(30), 7],
    ['the last on the spot', DAY, told(7), 1],
    ['the last, a second before the end', SECOND, told(7), 1],
    ['nothing at the end, which the state says itself', 0, null, null],
    ['nothing after the end', -DAY, told(7), null],
    ['after weeks of sleep only the most urgent', 3 * DAY, null, 7],
    ['after months of sleep only the most urgent', 5 * HOUR, told(30), 1],
    ['nothing again after the clock was set back', 20 * DAY, told(7), null],
    ['everything anew for another end', 29 * DAY, told(1, END - 150 * DAY), 30],
    ['everything anew also where the other end was later', 29 * DAY, told(1, END + DAY), 30],
  ])('is %s', (_what, leftMs, before, due) => {
    const moment = { renewBeforeMs: END, nowMs: END - leftMs, told: before };
    expect(dueRenewalNotice(moment)).toBe(due);
  });

  it('comes once for each end, and each is nearer to it than the one before, whatever the clock does', () => {
    const moments = fc.array(
      fc.record({
        // A renewal moves the end; the old one never comes back.
        isRenewed: fc.boolean(),
        leftMs: fc.oneof(
          fc.integer({ min: -2 * DAY, max: 190 * DAY }),
          fc
            .constantFrom(30, 7, 1)
            .chain((days) => fc.integer({ min: days * DAY - 2, max: days * DAY + 2 })),
        ),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(moments, (steps) => {
        let renewBeforeMs = END;
        let last: RenewalTold | null = null;
        const given: RenewalTold[] = [];
        for (const { isRenewed, leftMs } of steps) {
          renewBeforeMs += isRenewed ? 181 * DAY : 0;
          const moment = { renewBeforeMs, nowMs: renewBeforeMs - leftMs, told: last };
          const daysBefore = dueRenewalNotice(moment);
          if (daysBefore !== null) {
            last = { renewBeforeMs, daysBefore };
            given.push(last);
            expect(leftMs).toBeGreaterThan(0);
            expect(leftMs).toBeLessThanOrEqual(daysBefore * DAY);
            // Where a nearer notice was reached, it would have been that one.
            expect([1, 7, 30].find((days) => leftMs <= days * DAY)).toBe(daysBefore);
          }
        }
        for (const [index, { renewBeforeMs: end, daysBefore }] of given.entries()) {
          const before = given[index - 1];
          if (before?.renewBeforeMs === end) {
            expect(daysBefore).toBeLessThan(before.daysBefore);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is never missed by somebody who looks when told, while the clock runs well', () => {
    fc.assert(
      fc.property(fc.integer({ min: 31 * DAY, max: 33 * DAY }), (startLeftMs) => {
        const given: number[] = [];
        let last: RenewalTold | null = null;
        let nowMs = END - startLeftMs;
        while (nowMs < END) {
          const daysBefore = dueRenewalNotice({ renewBeforeMs: END, nowMs, told: last });
          if (daysBefore !== null) {
            given.push(daysBefore);
            // Late by one look at most, and that only where looking on the spot is too hasty.
            expect(END - daysBefore * DAY).toBeGreaterThan(nowMs - 30 * SECOND);
            last = { renewBeforeMs: END, daysBefore };
          }
          const inMs = nextRenewalLookInMs({ renewBeforeMs: END, nowMs, told: last });
          if (inMs === null) break;
          nowMs += inMs;
        }
        expect(given).toEqual([30, 7, 1]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the pause until the next look', () => {
  it.each<[string, number, RenewalTold | null, number | null]>([
    ['an hour while all is far away', 181 * DAY, null, HOUR],
    [
      'just as long as it takes to the next notice',
      7 * DAY + 20 * 60 * SECOND,
      told(30),
      1_200_000,
    ],
    ['never under 30 seconds', 7 * DAY + 1, told(30), 30 * SECOND],
    ['an hour after the end: nothing but a clock set back changes that', -DAY, told(7), HOUR],
    ['an hour for a clock that stands years back', 2_000 * DAY, null, HOUR],
  ])('is %s', (_what, leftMs, before, inMs) => {
    const moment = { renewBeforeMs: END, nowMs: END - leftMs, told: before };
    expect(nextRenewalLookInMs(moment)).toBe(inMs);
  });

  it('has no end once the last notice was given', () => {
    const moment = { renewBeforeMs: END, nowMs: END - HOUR, told: told(1) };
    expect(nextRenewalLookInMs(moment)).toBeNull();
  });

  it('is between 30 seconds and an hour at every moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400 * DAY, max: 400 * DAY }), (leftMs) => {
        const inMs = nextRenewalLookInMs({ renewBeforeMs: END, nowMs: END - leftMs, told: null });
        expect(inMs).toBeGreaterThanOrEqual(30 * SECOND);
        expect(inMs).toBeLessThanOrEqual(HOUR);
      }),
    );
  });
});

it('offers to renew from 30 days before the end on, and also after it', () => {
  expect(isRenewalNear(END, END - 30 * DAY - 1)).toBe(false);
  expect(isRenewalNear(END, END - 30 * DAY)).toBe(true);
  expect(isRenewalNear(END, END + DAY)).toBe(true);
});
