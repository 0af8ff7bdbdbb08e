import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  paidAfterPage,
  type RotationShareInput,
  rotationPages,
  rotationShare,
  roundMsOf,
} from '../../../../electron/library/rotation-share.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = 1_000 * DAY;
const ROUND = roundMsOf(14);

const hourly: RotationShareInput = {
  nowMs: NOW,
  paidUntilMs: NOW - HOUR,
  roundMs: ROUND,
  pagesInAll: 415,
  intervalMs: HOUR,
  requestsACheck: 10,
  usablePerDay: 700,
  spare: 400,
};

describe('rotationShare', () => {
  it.each<[string, Partial<RotationShareInput>, number]>([
    ['looks at one page of 415 an hour', {}, 1],
    ['owes nothing when it begins', { paidUntilMs: null }, 0],
    ['owes nothing after the clock went back', { paidUntilMs: NOW + DAY }, 0],
    ['looks at as many as a day owes', { paidUntilMs: NOW - DAY, intervalMs: DAY }, 31],
    ['pays a debt of a night in portions', { paidUntilMs: NOW - 12 * HOUR }, 10],
    ['never owes more than one round', { paidUntilMs: 0, pagesInAll: 3, intervalMs: DAY }, 3],
    ['takes at most half of what is to spare', { paidUntilMs: NOW - DAY, spare: 9 }, 4],
    ['takes nothing where nothing is to spare', { spare: 1 }, 0],
    ['takes nothing where light checks use it all', { requestsACheck: 30 }, 0],
    ['looks at nothing where there is nothing', { pagesInAll: 0 }, 0],
    [
      'looks at fewer where the user gives it longer',
      { roundMs: roundMsOf(53), paidUntilMs: NOW - DAY, intervalMs: DAY },
      7,
    ],
  ])('%s', (_, given, expected) => {
    expect(rotationShare({ ...hourly, ...given }).pages).toBe(expected);
  });

  it('comes round in its time, whatever the interval and however long the machine sleeps', () => {
    const anyWait = fc.array(fc.integer({ min: HOUR / 4, max: 26 * HOUR }), { minLength: 3_000 });
    fc.assert(
      fc.property(anyWait, fc.integer({ min: 1, max: 900 }), (waits, pagesInAll) => {
        let nowMs = NOW;
        let paidUntilMs: number | null = NOW;
        let looked = 0;
        for (const waitMs of waits) {
          if (nowMs >= NOW + 14 * DAY) {
            break;
          }
          nowMs = Math.min(nowMs + waitMs, NOW + 14 * DAY);
          const share = rotationShare({ ...hourly, nowMs, paidUntilMs, pagesInAll, spare: 500 });
          paidUntilMs = share.paidUntilMs;
          for (let page = 0; page < share.pages; page += 1) {
            paidUntilMs = paidAfterPage(paidUntilMs, pagesInAll, ROUND);
          }
          looked += share.pages;
        }
        // Portions of 10 an hour are what a sleeper can make up for.
        expect(looked).toBeGreaterThanOrEqual(Math.min(pagesInAll, 10 * 12));
      }),
      { numRuns: 30 },
    );
  });

  it('counts a page as a part of the round', () => {
    expect(ROUND).toBe(13 * DAY);
    expect(paidAfterPage(NOW, 13, ROUND)).toBe(NOW + DAY);
  });
});

describe('rotationPages', () => {
  it.each([
    ['saved-tracks', 10_000, 200],
    ['saved-albums', 51, 2],
    ['playlist', 1, 1],
    ['playlist', 100, 1],
    ['playlist', 101, 2],
    ['playlist', 11_000, 219],
  ])('%s of %i rows: %i', (kind, rowCount, pages) => {
    expect(rotationPages({ kind, rowCount })).toBe(pages);
  });
});
