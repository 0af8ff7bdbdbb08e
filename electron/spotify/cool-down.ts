import type { Moment } from './elapsed-time.ts';
import type { CoolDown } from './ledger-store.ts';
import { LONGEST_WAIT_MS } from './retry-after.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A rate limit is counted over 30 s (facts §3), so that much is waited where nothing is said. */
const RATE_LIMIT_DEFAULT_MS = 30_000;
const RATE_LIMIT_STEP_MS = 1_000;
const RATE_LIMIT_LONGEST_STEP_MS = 5 * MINUTE_MS;
/** Going on while blocked makes the block longer (facts §3), so look again only rarely. */
const QUOTA_DEFAULT_MS = 4 * HOUR_MS;
/** "Look again every few hours" (facts §4). */
const PREMIUM_LAPSED_MS = 4 * HOUR_MS;

/** What an answer asked of us. */
export interface CoolDownCause {
  readonly reason: CoolDown['reason'];
  /** From `Retry-After`; null where it said nothing usable. */
  readonly retryAfterMs: number | null;
}

/** A cool-down with what is needed to tell its end though the wall clock may jump. */
export interface HeldCoolDown {
  readonly coolDown: CoolDown;
  readonly durationMs: number;
  readonly since: Moment;
}

/**
 * Milliseconds to wait after such an answer.
 *
 * @param refusalsInARow rate-limit answers since the last success, this one included. A service
 *   that says "1 second" again and again is asked ever more slowly.
 */
export function coolDownMs(cause: CoolDownCause, refusalsInARow: number): number {
  switch (cause.reason) {
    case 'premium-lapsed':
      return PREMIUM_LAPSED_MS;
    case 'quota-exhausted':
      return cause.retryAfterMs ?? QUOTA_DEFAULT_MS;
    case 'rate-limited': {
      const stepMs = Math.min(
        RATE_LIMIT_LONGEST_STEP_MS,
        RATE_LIMIT_STEP_MS * 2 ** (Math.max(1, refusalsInARow) - 1),
      );
      return Math.max(stepMs, cause.retryAfterMs ?? RATE_LIMIT_DEFAULT_MS);
    }
  }
}

/**
 * Takes up a cool-down from the store or from an answer. One that ends absurdly late was written by
 * a clock that was wrong; it lasts as long as the longest wait there is.
 */
export function holdCoolDown(coolDown: CoolDown, now: Moment): HeldCoolDown {
  const durationMs = Math.min(LONGEST_WAIT_MS, coolDown.untilMs - now.wallMs);
  return { coolDown, durationMs, since: now };
}

/**
 * What is left of a cool-down; 0 when it is over. It is over when either hand of the clock says so:
 * the monotonic one stands still in sleep, the wall clock may have been set back.
 */
export function coolDownLeftMs(held: HeldCoolDown, now: Moment): number {
  const byWallMs = held.coolDown.untilMs - now.wallMs;
  const byMonotonicMs = held.durationMs - (now.monotonicMs - held.since.monotonicMs);
  return Math.max(0, Math.min(byWallMs, byMonotonicMs));
}
