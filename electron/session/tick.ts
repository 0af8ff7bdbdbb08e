import { SHORTEST_AT_REST_MS } from '../../shared/rest-timer.ts';

/** A deadline further away than this is looked at again on the way: the clock may jump. */
const LONGEST_TICK_MS = 180_000;

/**
 * The pause until deadlines are looked at again. Deadlines are absolute: no timer is trusted to
 * sleep until one, since a suspended machine or a set clock would make it wrong.
 */
export function nextTickInMs(deadlineMs: number, nowMs: number): number {
  const remainingMs = deadlineMs - nowMs;
  // Up to one short tick more than a long one is waited for in one go, so that none comes late.
  return remainingMs <= LONGEST_TICK_MS + SHORTEST_AT_REST_MS
    ? Math.max(remainingMs, SHORTEST_AT_REST_MS)
    : LONGEST_TICK_MS;
}
