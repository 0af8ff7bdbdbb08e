import { describe, expect, it } from 'vitest';
import { elapsedBetween, LONGEST_GAP_MS } from '../../../../electron/spotify/elapsed-time.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('elapsedBetween', () => {
  it.each([
    ['both hands agree', 5_000, 5_000, 5_000],
    ['a time server nudged the wall clock ahead', 65_000, 5_000, 5_000],
    ['a time server nudged the wall clock back', -1_000, 5_000, 5_000],
    ['the machine slept for an hour', HOUR + 5_000, 5_000, HOUR + 5_000],
    ['the clock was set a month ahead', 30 * DAY, 1_000, LONGEST_GAP_MS + 1_000],
    ['the clock was set a month back', -30 * DAY, 1_000, 1_000],
    ['the monotonic clock misbehaved', 0, -1_000, 0],
  ])('when %s', (_what, wallMs, monotonicMs, expected) => {
    const before = { wallMs: 1_000_000, monotonicMs: 50_000 };
    const after = {
      wallMs: before.wallMs + wallMs,
      monotonicMs: before.monotonicMs + monotonicMs,
    };
    expect(elapsedBetween(before, after)).toBe(expected);
  });
});
