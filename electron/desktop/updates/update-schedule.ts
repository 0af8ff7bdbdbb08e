import type { UpdateLook } from '../../../shared/update-state.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Nothing is looked for while everything else begins. */
const AFTER_START_MS = 20 * MINUTE_MS;
/** Spread, so that a server is not asked by everybody at the hour at which computers are started. */
const SPREAD_MS = 4 * HOUR_MS;
/** No single long timer is trusted: sleep stops it, and the clock may be set. */
export const LONGEST_WAIT_MS = HOUR_MS;

export interface LookPlan {
  readonly startedAtMs: number;
  readonly lastLook: Pick<UpdateLook, 'atMs'> | null;
  /** In [0, 1), the same for one run of the program. */
  readonly chance: number;
}

/**
 * When the next look is due: at a random moment after the start, and a day or more after the last
 * one, whatever that found. A last look in the future was made under a wrong clock and counts for
 * nothing.
 */
export function lookDueAtMs(plan: LookPlan, nowMs: number): number {
  const spreadMs = plan.chance * SPREAD_MS;
  const startedAtMs = Math.min(plan.startedAtMs, nowMs);
  const afterStartMs = startedAtMs + AFTER_START_MS + spreadMs;
  const { lastLook } = plan;
  if (lastLook === null || lastLook.atMs > nowMs) {
    return afterStartMs;
  }
  return Math.max(afterStartMs, lastLook.atMs + DAY_MS + spreadMs);
}

/** How long to wait until it is considered again; 0 where the look is due. */
export function waitForLookMs(plan: LookPlan, nowMs: number): number {
  const leftMs = lookDueAtMs(plan, nowMs) - nowMs;
  return Math.min(Math.max(leftMs, 0), LONGEST_WAIT_MS);
}
