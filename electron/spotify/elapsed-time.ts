import type { Clock } from '../../shared/clock.ts';

/** All hands of the clock at one moment. */
export interface Moment {
  readonly wallMs: number;
  readonly monotonicMs: number;
  /** Null where the machine does not tell. */
  readonly uptimeMs: number | null;
}

/** This very moment. */
export function momentOf(clock: Clock): Moment {
  const uptimeMs = clock.uptimeMs?.() ?? null;
  return {
    wallMs: clock.nowMs(),
    monotonicMs: clock.monotonicMs(),
    uptimeMs: uptimeMs !== null && Number.isFinite(uptimeMs) ? uptimeMs : null,
  };
}

/** Below this the hands count as agreeing: time servers nudge the wall clock all the time. */
export const TOLERATED_DRIFT_MS = 2 * 60_000;

/** A gap that may be sleep, an end of the app, or a clock that was set counts as at most this. */
export const LONGEST_GAP_MS = 18 * 3_600_000;

/**
 * Milliseconds that surely passed between two moments of one process. The monotonic clock may stand
 * still while the machine sleeps; the uptime goes on, but it is coarse.
 */
export function surelyPassedMs(since: Moment, now: Moment): number {
  const byMonotonicMs = now.monotonicMs - since.monotonicMs;
  const byUptimeMs =
    now.uptimeMs === null || since.uptimeMs === null ? 0 : now.uptimeMs - since.uptimeMs;
  return Math.max(0, byMonotonicMs, byUptimeMs);
}

/**
 * Milliseconds that surely passed since another process noted its uptime. An uptime below that one
 * means that the machine was started anew, and it has run for that long at least. (One that is
 * higher may belong to another start as well: then this says too little, never too much.)
 */
export function surelyPassedSinceNoteMs(noted: number | null, now: number | null): number {
  if (noted === null || now === null) {
    return 0;
  }
  return now >= noted ? now - noted : now;
}

/** How much of a gap is believed, and what was believed too early and must be made up for. */
export interface Credit {
  readonly creditMs: number;
  readonly debtMs: number;
}

/**
 * What a wall clock that went another way than the other hands is worth.
 *
 * Ahead of them means sleep, or an app that was not running, or a clock that was set, and these look
 * alike. Such a gap counts as at most 18 hours: a clock set a month ahead then cannot empty the
 * ledger, and after a long sleep old requests count for at most 6 hours too long. A wall clock that
 * goes back proves that it was wrong before or is now; up to 18 hours of it are kept as a debt, which
 * later gaps pay off first. So a clock that goes back and forth gains 18 hours once and not each time.
 *
 * @param gapMs by how much the wall clock is ahead; negative when it went back
 */
export function creditFor(gapMs: number, debtMs: number): Credit {
  if (gapMs <= 0) {
    return { creditMs: 0, debtMs: Math.min(LONGEST_GAP_MS, debtMs - gapMs) };
  }
  const believedMs = Math.min(gapMs, LONGEST_GAP_MS);
  const paidMs = Math.min(believedMs, debtMs);
  return { creditMs: believedMs - paidMs, debtMs: debtMs - paidMs };
}
