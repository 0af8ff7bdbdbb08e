/** At rest no timer is faster than this (blueprint §14). */
export const SHORTEST_AT_REST_MS = 30_000;
/** None is trusted to sleep for longer: machines sleep, and clocks are set. */
export const LONGEST_AT_REST_MS = 15 * 60_000;

/**
 * How long a timer may run at rest that is meant to run for `waitMs`, which may be over.
 *
 * @param longestMs where looking in between is needed less, or more, often
 */
export function restTimerMs(waitMs: number, longestMs = LONGEST_AT_REST_MS): number {
  return Math.min(Math.max(waitMs, SHORTEST_AT_REST_MS), longestMs);
}
