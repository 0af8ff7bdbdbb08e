/** Retries of one request after the first attempt. */
export const MAX_RETRIES = 3;

const BASE_MS = 500;
const CAP_MS = 8_000;

/**
 * How long to wait before the next attempt of an idempotent request: exponential backoff with full
 * jitter, so that clients that failed together do not come back together.
 *
 * @param retry 1 for the first retry
 * @param random from 0 up to but not including 1
 * @returns milliseconds below 500 · 2^(retry − 1), and never above 8,000
 */
export function backoffMs(retry: number, random: number): number {
  return Math.floor(random * Math.min(CAP_MS, BASE_MS * 2 ** (retry - 1)));
}

/**
 * How often a request may be tried again. While nothing was reachable a moment ago, one attempt is
 * the probe; three more would only be noise.
 */
export function retriesAllowed(wasOffline: boolean): number {
  return wasOffline ? 0 : MAX_RETRIES;
}
