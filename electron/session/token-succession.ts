import type { CachedTokens } from './token-cache.ts';
import type { TokenGrant } from './token-response.ts';

/** The tokens of a new sign-in: six months begin when its code was exchanged (facts §1). */
export function tokensOfSignIn(
  grant: TokenGrant,
  sentAtMs: number,
  requestedScopes: readonly string[],
): CachedTokens {
  return {
    accessToken: grant.accessToken,
    accessTokenExpiresAtMs: sentAtMs + grant.expiresInSeconds * 1_000,
    receivedAtMs: sentAtMs,
    refreshToken: grant.refreshToken,
    scopes: grant.scopes ?? requestedScopes,
    authorizedAtMs: sentAtMs,
    setAside: null,
  };
}

/**
 * The tokens after a refresh. A returned refresh token replaces the old one; where none came, the
 * old one stays (facts §1, rotation). Refreshing prolongs nothing: `authorizedAtMs` stays.
 */
export function tokensAfterRefresh(
  previous: CachedTokens,
  grant: TokenGrant,
  sentAtMs: number,
): CachedTokens {
  return {
    ...tokensOfSignIn(grant, sentAtMs, previous.scopes),
    refreshToken: grant.refreshToken ?? previous.refreshToken,
    authorizedAtMs: previous.authorizedAtMs,
  };
}
