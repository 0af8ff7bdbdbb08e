import type { Clock } from '../../shared/clock.ts';

/** Both hands of the clock at one moment. */
export interface Moment {
  readonly wallMs: number;
  readonly monotonicMs: number;
}

/** This very moment. */
export function momentOf(clock: Clock): Moment {
  return { wallMs: clock.nowMs(), monotonicMs: clock.monotonicMs() };
}

/** Below this the two hands count as agreeing: time servers nudge the wall clock all the time. */
const TOLERATED_DRIFT_MS = 2 * 60_000;

/** A gap of the monotonic clock counts as at most this much. */
export const LONGEST_GAP_MS = 18 * 3_600_000;

/**
 * Milliseconds that really passed between two moments, as far as the machine can know.
 *
 * The monotonic clock stands still while a machine sleeps, so a wall clock that is ahead of it
 * means sleep or a clock that was set, and the two look alike. Such a gap counts as at most 18
 * hours: a clock set a month ahead then cannot empty the ledger, and after a long sleep old
 * requests count for at most 6 hours too long. A wall clock that went back is not believed.
 */
export function elapsedBetween(before: Moment, after: Moment): number {
  const wallMs = after.wallMs - before.wallMs;
  const monotonicMs = Math.max(0, after.monotonicMs - before.monotonicMs);
  const gapMs = wallMs - monotonicMs;
  if (gapMs <= TOLERATED_DRIFT_MS) {
    return monotonicMs;
  }
  return monotonicMs + Math.min(gapMs, LONGEST_GAP_MS);
}
