import { describe, expect, it } from 'vitest';
import { type AdmissionInput, admit, usableLimit } from '../../../../electron/spotify/admission.ts';
import type { Usage } from '../../../../electron/spotify/rolling-count.ts';

const NOW = 1_000_000;
const LIMITS = { perDay: 800, perFamilyPerDay: 500 };

/** A window in which one entry leaves a second. */
const used = (count: number): Usage => ({
  used: count,
  msUntilAtMost: (left) => Math.max(0, (count - left) * 1_000),
});

const quiet: AdmissionInput = {
  nowMs: NOW,
  origin: 'monitor',
  coolDown: null,
  limits: LIMITS,
  day: used(0),
  family: used(0),
};

const notNow = (reason: string, untilMs: number) => ({ kind: 'not-now', reason, untilMs });
const rateLimited = { reason: 'rate-limited', untilMs: NOW + 30_000 } as const;
const quota = { reason: 'quota-exhausted', untilMs: NOW + 9_000_000 } as const;
const premium = { reason: 'premium-lapsed', untilMs: NOW + 4_000_000 } as const;

describe('admit', () => {
  it.each<[string, Partial<AdmissionInput>, ReturnType<typeof notNow> | { kind: 'go' }]>([
    ['lets the first request go', {}, { kind: 'go' }],
    ['lets the monitor go up to its share', { day: used(699) }, { kind: 'go' }],
    [
      'keeps the reserve of the day from the monitor',
      { day: used(700) },
      notNow('budget-spent', NOW + 1_000),
    ],
    [
      'tells the monitor when its share is free again',
      { day: used(705) },
      notNow('budget-spent', NOW + 6_000),
    ],
    ['gives the reserve to the user', { origin: 'by-hand', day: used(799) }, { kind: 'go' }],
    [
      'ends the budget for the user too',
      { origin: 'by-hand', day: used(800) },
      notNow('budget-spent', NOW + 1_000),
    ],
    [
      'keeps the reserve of a family from the monitor',
      { day: used(438), family: used(438) },
      notNow('budget-spent', NOW + 1_000),
    ],
    [
      'gives the reserve of a family to the user',
      { origin: 'by-hand', day: used(499), family: used(499) },
      { kind: 'go' },
    ],
    [
      'ends the budget of a family for the user too',
      { origin: 'by-hand', day: used(500), family: used(500) },
      notNow('budget-spent', NOW + 1_000),
    ],
    [
      'names the later end when day and family are spent',
      { day: used(710), family: used(440) },
      notNow('budget-spent', NOW + 11_000),
    ],
    [
      'refuses everybody while rate-limited',
      { origin: 'by-hand', coolDown: rateLimited },
      notNow('rate-limited', rateLimited.untilMs),
    ],
    [
      'refuses everybody while the quota is spent',
      { origin: 'by-hand', coolDown: quota },
      notNow('quota-exhausted', quota.untilMs),
    ],
    [
      'keeps the monitor waiting while Premium has lapsed',
      { coolDown: premium },
      notNow('premium-lapsed', premium.untilMs),
    ],
    [
      'lets the user look whether Premium is back',
      { origin: 'by-hand', coolDown: premium },
      { kind: 'go' },
    ],
    [
      'names the cool-down first when the budget is spent as well',
      { coolDown: quota, day: used(800) },
      notNow('quota-exhausted', quota.untilMs),
    ],
    [
      'never promises this very moment',
      { day: { used: 700, msUntilAtMost: () => 0 } },
      notNow('budget-spent', NOW + 1),
    ],
  ])('%s', (_what, change, expected) => {
    expect(admit({ ...quiet, ...change })).toEqual(expected);
  });
});

describe('usableLimit', () => {
  it.each([
    [800, 'monitor', 700],
    [800, 'by-hand', 800],
    [50, 'monitor', 44],
    [1, 'monitor', 1],
  ] as const)('of %i for %s is %i', (limit, origin, expected) => {
    expect(usableLimit(limit, origin)).toBe(expected);
  });

  it('keeps as large a share for the user as is set, of the day and of each family', () => {
    const limits = { ...LIMITS, keptOneIn: 2 };
    expect(usableLimit(800, 'monitor', 2)).toBe(400);
    expect(usableLimit(800, 'by-hand', 2)).toBe(800);
    expect(admit({ ...quiet, limits, day: used(399) })).toEqual({ kind: 'go' });
    expect(admit({ ...quiet, limits, day: used(400) }).kind).toBe('not-now');
    expect(admit({ ...quiet, limits, family: used(250) }).kind).toBe('not-now');
  });
});
