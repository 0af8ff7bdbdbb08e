/** Nothing is asked again sooner, whatever the header says. */
export const SHORTEST_WAIT_MS = 1_000;

/** Waits of 22 hours were seen (facts §3). More than two days is a mistake, not a wait. */
export const LONGEST_WAIT_MS = 48 * 3_600_000;

/**
 * Reads a `Retry-After` header (RFC 9110 §10.2.3): seconds, or an HTTP date.
 *
 * - absent, empty, or neither a number nor a date → null: the caller has a default
 * - 0, negative, or a date in the past → 1 s
 * - more than 48 h → 48 h
 *
 * @param nowMs what an HTTP date is compared with: the answer's own `Date` where it has one, so
 *   that a wrong clock on this machine does not matter
 * @returns milliseconds to wait, from 1,000 to 172,800,000
 */
export function parseRetryAfter(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (text === '') {
    return null;
  }
  const waitMs = /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) * 1_000 : msUntilDate(text, nowMs);
  return waitMs === null
    ? null
    : Math.ceil(Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, waitMs)));
}

/** The time of an HTTP date (RFC 9110 §5.6.7); null for anything else. */
export function parseHttpDate(text: string | null): number | null {
  if (text === null || !/^[A-Z][a-z]+,? .*\d{2}:\d{2}:\d{2}/.test(text)) {
    return null;
  }
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? null : atMs;
}

function msUntilDate(text: string, nowMs: number): number | null {
  const atMs = parseHttpDate(text);
  return atMs === null ? null : atMs - nowMs;
}
