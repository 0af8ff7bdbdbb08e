/** Nothing is asked again sooner, whatever the header says. */
export const SHORTEST_WAIT_MS = 1_000;

/** Waits of 22 hours were seen (facts §3). More than two days is a mistake, not a wait. */
export const LONGEST_WAIT_MS = 48 * 3_600_000;

const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

/**
 * Reads a `Retry-After` header (RFC 9110 §10.2.3): seconds, or an HTTP date.
 *
 * - absent, empty, or neither a number nor a date ("soon", "30s", "1e12") → null: the caller has a
 *   default
 * - 0, negative, or a date in the past → 1 s
 * - more than 48 h → 48 h
 * - several headers, which arrive joined by commas ("5, 120") → the longest of those that say
 *   something; so "1,5" is 5 s
 *
 * @param nowMs what an HTTP date is compared with: the answer's own `Date` where it has one, so
 *   that a wrong clock on this machine does not matter
 * @returns milliseconds to wait, from 1,000 to 172,800,000
 */
export function parseRetryAfter(header: string | null, nowMs: number): number | null {
  const waitsMs = valuesOf(header ?? '').flatMap((value) => {
    const waitMs = NUMBER.test(value) ? Number(value) * 1_000 : msUntilDate(value, nowMs);
    return waitMs === null ? [] : [waitMs];
  });
  return waitsMs.length === 0
    ? null
    : Math.ceil(Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, ...waitsMs)));
}

/** The time of an HTTP date in any of its three forms (RFC 9110 §5.6.7); null for anything else. */
export function parseHttpDate(text: string | null): number | null {
  if (text === null || !/^[A-Z][a-z]+,? .*\d{2}:\d{2}:\d{2}/.test(text)) {
    return null;
  }
  // The oldest form names no zone, and is in UTC as well.
  const atMs = Date.parse(ASCTIME.test(text) ? `${text} GMT` : text);
  return Number.isNaN(atMs) ? null : atMs;
}

/** An HTTP date has a comma of its own, after the name of the day. */
function valuesOf(header: string): string[] {
  const between = /^[\d\s,.+-]*$/.test(header) ? ',' : /(?<=GMT)\s*,/;
  return header.split(between).map((value) => value.trim());
}

function msUntilDate(text: string, nowMs: number): number | null {
  const atMs = parseHttpDate(text);
  return atMs === null ? null : atMs - nowMs;
}
