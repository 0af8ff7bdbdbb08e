import type { Secret } from './secret.ts';

/** The tokens of one session, as a cache holds them. */
export interface CachedTokens {
  readonly accessToken: Secret;
  /** End of the access token's life, by this machine's clock. */
  readonly accessTokenExpiresAtMs: number;
  /** When the access token was received; a clock that stands before this has gone back. */
  readonly receivedAtMs: number;
  readonly refreshToken: Secret | null;
  readonly scopes: readonly string[];
  readonly authorizedAtMs: number;
}

/**
 * The result of a read. `empty` is not "signed out": a locked keychain answers the same, so only
 * the session marker can tell (facts §1).
 */
export type CacheRead =
  | { readonly kind: 'found'; readonly tokens: CachedTokens }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

export type CacheWrite =
  | { readonly kind: 'done' }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Where tokens outlive the process. Implementations never throw and never log a value. */
export interface TokenCache {
  get(): Promise<CacheRead>;
  /** Resolves only when the tokens are stored durably. */
  set(tokens: CachedTokens): Promise<CacheWrite>;
  delete(): Promise<CacheWrite>;
}
