import type { SignInWay } from '../../shared/session-state.ts';
import type { Secret } from './secret.ts';
import type { CachedTokens } from './token-cache.ts';
import type { TokenGrant } from './token-response.ts';

/** Spotify's tokens live an hour (facts §1); nobody can tell how old a pasted one is. */
const PASTED_LIFE_MS = 3_600_000;

/** What a sign-in was asked for and by whom. */
export interface GrantContext {
  readonly way: Exclude<SignInWay, 'access-token'>;
  readonly clientSecret: Secret | null;
  readonly requestedScopes: readonly string[];
  /** When the request left, by this machine's clock. */
  readonly sentAtMs: number;
  /** When the user agreed, as well as anybody knows; six months begin here (facts §1). */
  readonly authorizedAtMs: number | null;
}

/** The tokens of a new sign-in. */
export function tokensOfSignIn(grant: TokenGrant, context: GrantContext): CachedTokens {
  const { way, clientSecret, requestedScopes, sentAtMs, authorizedAtMs } = context;
  const scopes = grant.scopes ?? requestedScopes;
  return {
    way,
    clientSecret,
    accessToken: grant.accessToken,
    accessTokenExpiresAtMs: sentAtMs + grant.expiresInSeconds * 1_000,
    receivedAtMs: sentAtMs,
    refreshToken: grant.refreshToken,
    scopes,
    missingScopes: requestedScopes.filter((scope) => !scopes.includes(scope)),
    authorizedAtMs,
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
    ...previous,
    accessToken: grant.accessToken,
    accessTokenExpiresAtMs: sentAtMs + grant.expiresInSeconds * 1_000,
    receivedAtMs: sentAtMs,
    refreshToken: grant.refreshToken ?? previous.refreshToken,
    scopes: grant.scopes ?? previous.scopes,
    setAside: null,
  };
}

/** A token that the user pasted. It is believed to live for an hour, until Spotify says otherwise. */
export function tokensOfPastedToken(token: Secret, nowMs: number): CachedTokens {
  return {
    way: 'access-token',
    clientSecret: null,
    accessToken: token,
    accessTokenExpiresAtMs: nowMs + PASTED_LIFE_MS,
    receivedAtMs: nowMs,
    refreshToken: null,
    scopes: [],
    missingScopes: [],
    authorizedAtMs: null,
    setAside: null,
  };
}
