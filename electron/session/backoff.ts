import { SHORTEST_AT_REST_MS } from '../../shared/rest-timer.ts';

/** No wait between two tries is longer than this. */
export const LONGEST_WAIT_MS = 15 * 60_000;

const QUICK_BASE_MS = 1_000;
const SLOW_BASE_MS = 60_000;

/**
 * The pause before quick retry `attempt` (0 = the first) within one request: full jitter over
 * 1, 2, 4, … s. `random` is in [0, 1).
 */
export function quickRetryDelayMs(attempt: number, random: number): number {
  return random * Math.min(QUICK_BASE_MS * 2 ** attempt, LONGEST_WAIT_MS);
}

/**
 * The pause after `failures` requests in a row (1 = the first) that failed with all their quick
 * retries: full jitter over 1, 2, 4, … min, between 30 s and 15 min. `random` is in [0, 1).
 */
export function slowRetryDelayMs(failures: number, random: number): number {
  const ceilingMs = Math.min(SLOW_BASE_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
  return Math.max(SHORTEST_AT_REST_MS, random * ceilingMs);
}
