import type { SignInReason } from '../../shared/session-state.ts';
import type { Secret } from './secret.ts';

/**
 * A refresh token that was refused. During one outage everybody's was (facts §1): it is never tried
 * again by itself, but once when the user asks, and is erased after 24 hours.
 */
export interface SetAside {
  readonly atMs: number;
  readonly reason: SignInReason;
  readonly triedByUser: boolean;
}

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
  /** Null for a session in use. */
  readonly setAside: SetAside | null;
}

/** Why a cache cannot be used now: it may be unlocked by the user, or there is none at all. */
export type CacheTrouble = 'locked' | 'missing';

/**
 * The result of a read. `empty` is not "signed out": a locked keychain answers the same, so only
 * the session marker can tell (facts §1).
 */
export type CacheRead =
  | { readonly kind: 'found'; readonly tokens: CachedTokens }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'unavailable'; readonly cause: CacheTrouble; readonly reason: string };

export type CacheWrite =
  | { readonly kind: 'done' }
  | { readonly kind: 'unavailable'; readonly cause: CacheTrouble; readonly reason: string };

/**
 * Where tokens outlive the process. Implementations never throw and never log a value, and calls
 * take effect in the order in which they were made. A call may wait for the user to unlock.
 */
export interface TokenCache {
  get(): Promise<CacheRead>;
  /** Resolves only when the tokens are stored durably. */
  set(tokens: CachedTokens): Promise<CacheWrite>;
  delete(): Promise<CacheWrite>;
}
