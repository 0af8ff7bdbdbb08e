import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  RollingLimit,
  type RollingRule,
} from '../../../../../electron/sample-service/limits/rolling-limit.ts';

const RULE: RollingRule = { most: 3, windowMs: 30_000, blockMs: null, prolonged: false };

/** Asks at these times, counting what may go; what it answered to each. */
function asked(rule: RollingRule, timesMs: readonly number[]): number[] {
  const limit = new RollingLimit();
  return timesMs.map((timeMs) => {
    const waitMs = limit.check(rule, timeMs);
    if (waitMs === 0) {
      limit.count(timeMs);
    }
    return waitMs;
  });
}

describe('a rolling limit', () => {
  it.each<[string, RollingRule, readonly number[], readonly number[]]>([
    ['lets as many go as it says', RULE, [0, 1, 2], [0, 0, 0]],
    ['waits for the oldest to leave', RULE, [0, 1_000, 2_000, 5_000], [0, 0, 0, 25_000]],
    [
      'has room again at that very moment',
      RULE,
      [0, 1_000, 2_000, 5_000, 30_000],
      [0, 0, 0, 25_000, 0],
    ],
    ['rolls', RULE, [0, 20_000, 20_000, 30_000, 31_000], [0, 0, 0, 0, 19_000]],
    [
      'is not prolonged unless it says so',
      RULE,
      [0, 0, 0, 1_000, 9_000],
      [0, 0, 0, 29_000, 21_000],
    ],
    [
      'counts what comes while blocked where it says so, and not the one that met the block',
      { ...RULE, prolonged: true },
      [0, 1_000, 2_000, 3_000, 4_000, 30_000],
      [0, 0, 0, 27_000, 27_000, 2_000],
    ],
    [
      'blocks for as long as it is told, and then begins anew',
      { ...RULE, blockMs: 100_000 },
      [0, 0, 0, 10_000, 60_000, 110_000, 110_000, 110_000, 110_000],
      [0, 0, 0, 100_000, 50_000, 0, 0, 0, 100_000],
    ],
    [
      'begins anew after a fixed block also where the requests before it are recent',
      { ...RULE, blockMs: 10_000 },
      [0, 0, 0, 1_000, 11_000, 11_000, 11_000, 11_000],
      [0, 0, 0, 10_000, 0, 0, 0, 10_000],
    ],
    [
      'begins a fixed block again with each request while blocked where it says so',
      { ...RULE, blockMs: 100_000, prolonged: true },
      [0, 0, 0, 10_000, 60_000, 110_000, 210_000],
      [0, 0, 0, 100_000, 100_000, 100_000, 0],
    ],
    [
      'lets nothing go where it allows nothing',
      { ...RULE, most: 0 },
      [0, 30_000],
      [30_000, 30_000],
    ],
    [
      'does not wait longer than its window where the clock was set back by a year',
      RULE,
      [31_536_000_000, 31_536_000_000, 31_536_000_000, 0, 30_000],
      [0, 0, 0, 30_000, 0],
    ],
    [
      'does not stay blocked for a year either',
      RULE,
      [9e10, 9e10, 9e10, 9e10, 0, 30_000],
      [0, 0, 0, 30_000, 30_000, 0],
    ],
  ])('%s', (_, rule, timesMs, waitsMs) => {
    expect(asked(rule, timesMs)).toEqual(waitsMs);
  });

  it('never lets more go within any window, whenever they come', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 12_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(gaps, fc.boolean(), (between, prolonged) => {
        let nowMs = 0;
        const timesMs = between.map((gapMs) => {
          nowMs += gapMs;
          return nowMs;
        });
        const waits = asked({ ...RULE, prolonged }, timesMs);
        const gone = timesMs.filter((_, at) => waits[at] === 0);
        for (const [at, timeMs] of gone.entries()) {
          expect(timeMs - (gone[at - 3] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(
            30_000,
          );
        }
      }),
    );
  });

  it('has room for one who waits as long as it says, and not a moment earlier', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9_000 }), { minLength: 4, maxLength: 30 }),
        fc.boolean(),
        (between, prolonged) => {
          const rule = { ...RULE, prolonged };
          const limit = new RollingLimit();
          let nowMs = 0;
          for (const gapMs of between) {
            nowMs += gapMs;
            const waitMs = limit.check(rule, nowMs);
            if (waitMs > 0) {
              expect(limit.check({ ...rule, prolonged: false }, nowMs + waitMs - 1)).toBe(1);
              nowMs += waitMs;
              expect(limit.check(rule, nowMs)).toBe(0);
            }
            limit.count(nowMs);
          }
        },
      ),
    );
  });
});
