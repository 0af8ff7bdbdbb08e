import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lookDueAtMs,
  waitForLookMs,
} from '../../../../../electron/desktop/updates/update-schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 21, 8);

describe('a look for newer versions', () => {
  it.each([
    ['never, at the luckiest', null, 0, 20 * MINUTE],
    ['never, halfway', null, 0.5, 20 * MINUTE + 2 * HOUR],
    ['an hour before the start', -HOUR, 0, 23 * HOUR],
    ['an hour before the start, halfway', -HOUR, 0.5, 25 * HOUR],
    ['a week before the start', -7 * DAY, 0.25, 20 * MINUTE + HOUR],
    ['under a clock that was days ahead', 3 * DAY, 0, 20 * MINUTE],
  ])('that was last made %s is due so long after the start', (_name, lastMs, chance, dueMs) => {
    const lastLook = lastMs === null ? null : { atMs: START + lastMs };
    const plan = { startedAtMs: START, lastLook, chance };
    expect(lookDueAtMs(plan, START) - START).toBe(dueMs);
  });

  it('does not wait for a clock that was set back to come to its start again', () => {
    const plan = { startedAtMs: START, lastLook: null, chance: 0 };
    expect(waitForLookMs(plan, START - 30 * DAY)).toBe(20 * MINUTE);
  });

  it('is made once a day at most, and never at the start', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const starts = fc.array(fc.integer({ min: 1, max: 40 * HOUR }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(starts, chance, (runs, luck) => {
        let nowMs = START;
        let lastLook: { readonly atMs: number } | null = null;
        for (const runMs of runs) {
          const plan = () => ({ startedAtMs, lastLook, chance: luck });
          const startedAtMs = nowMs;
          const endMs = nowMs + runMs;
          while (nowMs < endMs) {
            const waitMs = waitForLookMs(plan(), nowMs);
            expect(waitMs).toBeLessThanOrEqual(HOUR);
            if (waitMs === 0) {
              expect(nowMs - startedAtMs).toBeGreaterThanOrEqual(20 * MINUTE);
              expect(lastLook === null || nowMs - lastLook.atMs >= DAY).toBe(true);
              lastLook = { atMs: nowMs };
            }
            nowMs += Math.max(waitMs, 1);
          }
          nowMs = endMs;
        }
      }),
    );
  });
});
