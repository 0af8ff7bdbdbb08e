/** A clock that is further off explains refused tokens and certificates (blueprint §3). */
export const NOTABLE_SKEW_MS = 120_000;

/**
 * The time as the server has it, where this machine's clock is clearly wrong; else this machine's.
 * `clockSkewMs` is the server's time minus this machine's.
 */
export function trueTimeMs(localMs: number, clockSkewMs: number | null): number {
  return clockSkewMs !== null && Math.abs(clockSkewMs) > NOTABLE_SKEW_MS
    ? localMs + clockSkewMs
    : localMs;
}
