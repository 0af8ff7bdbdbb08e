import type { CachedTokens } from './token-cache.ts';

/** Times of one access token, by this machine's clock. */
export interface AccessTokenTimes {
  readonly receivedAtMs: number;
  readonly accessTokenExpiresAtMs: number;
}

/**
 * When to refresh: a random point in 85–90 % of the token's life, never later than `skewSeconds`
 * before its end. A life so short that this would be its first half is refreshed at half time.
 * `random` is in [0, 1).
 */
export function refreshAtMs(times: AccessTokenTimes, skewSeconds: number, random: number): number {
  const lifeMs = times.accessTokenExpiresAtMs - times.receivedAtMs;
  const planned = times.receivedAtMs + lifeMs * (0.85 + random * 0.05);
  const latest = times.accessTokenExpiresAtMs - skewSeconds * 1_000;
  return Math.max(Math.min(planned, latest), times.receivedAtMs + lifeMs / 2);
}

/**
 * Whether an access token may still be sent. `marginSeconds` must remain of its life; a clock that
 * stands before the moment of receipt has gone back and says nothing about the end.
 */
export function isAlive(times: AccessTokenTimes, nowMs: number, marginSeconds: number): boolean {
  return (
    nowMs >= times.receivedAtMs && nowMs + marginSeconds * 1_000 < times.accessTokenExpiresAtMs
  );
}

/** Whether a planned refresh is due, a clock that went back included. */
export function isRefreshDue(times: AccessTokenTimes, plannedAtMs: number, nowMs: number): boolean {
  return nowMs >= plannedAtMs || nowMs < times.receivedAtMs;
}

/**
 * Whether a new access token can be had without the user: with a refresh token, or with the secret
 * of an app that speaks for itself.
 */
export function isRefreshable(tokens: CachedTokens): boolean {
  return (
    tokens.refreshToken !== null ||
    (tokens.way === 'client-credentials' && tokens.clientSecret !== null)
  );
}
