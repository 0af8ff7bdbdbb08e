import { describe, expect, it } from 'vitest';
import { affordableIntervalMs, lightCheckCost } from '../../../../electron/library/check-cost.ts';
import { spareRequests } from '../../../../electron/library/spare-requests.ts';
import { requestBudget } from '../../../doubles/request-budget.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('lightCheckCost', () => {
  it.each([
    [0, 4],
    [50, 4],
    [51, 5],
    [300, 10],
    [5_000, 106],
  ])('of %i playlists is %i requests', (playlists, cost) => {
    expect(lightCheckCost(playlists)).toBe(cost);
  });
});

describe('affordableIntervalMs', () => {
  it.each([
    ['an hour stays an hour for 300 playlists', HOUR, 10, HOUR],
    ['a quarter of an hour stays it for a small library', 15 * MINUTE, 4, 15 * MINUTE],
    ['5,000 playlists are listed four times at most', HOUR, 105, 6 * HOUR],
    ['and a hundred thousand once a day', HOUR, 2_050, 24 * HOUR],
  ])('%s', (_, chosenMs, requestsACheck, expected) => {
    expect(affordableIntervalMs(chosenMs, requestsACheck, 700)).toBe(expected);
  });
});

describe('spareRequests', () => {
  const plan = { requestsACheck: 10, intervalMs: HOUR };
  const hours = (used: readonly number[]) =>
    Array.from({ length: 24 }, (_, hour) => ({
      startMs: hour * HOUR,
      used: [{ family: 'library' as const, count: used[hour] ?? 0 }],
    }));
  const even = Array.from({ length: 24 }, () => 20);

  it('is what is left when the checks of a day are as before', () => {
    const budget = requestBudget({ usedInLastDay: 480, hours: hours(even) });
    expect(spareRequests(budget, { ...plan, requestsACheck: 20 })).toBe(700 - 480 - 20);
  });

  it('leaves all checks of the coming day their requests after a first pass', () => {
    const used = [...Array.from({ length: 23 }, () => 0), 447];
    const budget = requestBudget({ usedInLastDay: 447, hours: hours(used) });
    expect(spareRequests(budget, plan)).toBe(700 - 447 - 240);
  });

  it('is never less than nothing', () => {
    expect(spareRequests(requestBudget({ usedInLastDay: 690 }), plan)).toBe(0);
  });

  it('is what the scarcest family has left', () => {
    const families = requestBudget().families.map((entry) =>
      entry.family === 'library' ? { ...entry, usedInLastDay: 430 } : entry,
    );
    const budget = requestBudget({ usedInLastDay: 430, families });
    // 500 a family, an eighth of them kept for the user.
    expect(spareRequests(budget, { requestsACheck: 1, intervalMs: 24 * HOUR })).toBe(
      500 - 63 - 430,
    );
  });

  it('does not look at a family that the rotation does not use', () => {
    const families = requestBudget().families.map((entry) =>
      entry.family === 'catalogue' ? { ...entry, usedInLastDay: 430 } : entry,
    );
    expect(spareRequests(requestBudget({ usedInLastDay: 0, families }), plan)).toBe(437);
  });
});
