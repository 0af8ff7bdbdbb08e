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
const QUOTA_LONGEST_DEFAULT_MS = 12 * HOUR_MS;
/** "Look again every few hours" (facts §4). */
const PREMIUM_LAPSED_MS = 4 * HOUR_MS;

/** What an answer asked of us. */
export interface CoolDownCause {
  readonly reason: CoolDown['reason'];
  /** From `Retry-After`; null where it said nothing usable. */
  readonly retryAfterMs: number | null;
}

/**
 * Milliseconds to wait after such an answer, 48 hours at most.
 *
 * @param refusalsInARow answers for this reason since the last success, this one included. A service
 *   that says "1 second" again and again is asked ever more slowly, and one whose quota stays spent
 *   without a word on its end after 4, 8, 12 and again 12 hours.
 */
export function coolDownMs(cause: CoolDownCause, refusalsInARow: number): number {
  const doublings = Math.max(1, refusalsInARow) - 1;
  switch (cause.reason) {
    case 'premium-lapsed':
      return PREMIUM_LAPSED_MS;
    case 'quota-exhausted':
      return Math.min(
        LONGEST_WAIT_MS,
        cause.retryAfterMs ?? Math.min(QUOTA_LONGEST_DEFAULT_MS, QUOTA_DEFAULT_MS * 2 ** doublings),
      );
    case 'rate-limited': {
      const stepMs = Math.min(RATE_LIMIT_LONGEST_STEP_MS, RATE_LIMIT_STEP_MS * 2 ** doublings);
      return Math.min(
        LONGEST_WAIT_MS,
        Math.max(stepMs, cause.retryAfterMs ?? RATE_LIMIT_DEFAULT_MS),
      );
    }
  }
}
