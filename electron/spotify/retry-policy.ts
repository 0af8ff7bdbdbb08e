import { PROXY_LOGIN } from '../network/network-failure.ts';
import { FOREIGN_ANSWER } from '../session/offline-cause.ts';
import type { ApiFailure } from './api-failure.ts';

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

/** A connection that broke: it was there a moment ago, and the next one may hold. */
const BROKEN = /^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/;

/**
 * How often an idempotent request may be tried again in one call after this failure.
 *
 * @param wasOut Spotify was out of reach when the call began: its one attempt is the look whether
 *   that is over
 */
export function retriesAfter(failure: ApiFailure, wasOut: boolean): number {
  if (failure.kind !== 'network') {
    return MAX_RETRIES;
  }
  if (wasOut || failure.code === FOREIGN_ANSWER || failure.code === PROXY_LOGIN) {
    return 0;
  }
  // No way to Spotify, or no word within the time limit: seconds later it is rarely better.
  return BROKEN.test(failure.code) ? MAX_RETRIES : 1;
}
