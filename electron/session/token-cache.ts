import type { SignInReason, SignInWay } from '../../shared/session-state.ts';
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
  readonly way: SignInWay;
  /** The secret of a confidential client, which every refresh needs; null for a public one. */
  readonly clientSecret: Secret | null;
  readonly accessToken: Secret;
  /** End of the access token's life, by this machine's clock. */
  readonly accessTokenExpiresAtMs: number;
  /** When the access token was received; a clock that stands before this has gone back. */
  readonly receivedAtMs: number;
  readonly refreshToken: Secret | null;
  readonly scopes: readonly string[];
  /** Scopes that were asked for and not granted. */
  readonly missingScopes: readonly string[];
  /** When the user agreed; null where there was none, or nobody knows (an imported session). */
  readonly authorizedAtMs: number | null;
  /** Null for a session in use. */
  readonly setAside: SetAside | null;
}

/**
 * Why a cache cannot be used now. `locked`: its user may unlock it; `missing`: there is none;
 * `restarted`: there is one again, but this process cannot find it; `unwritable`: the file system
 * refuses the file.
 */
export type CacheTrouble = 'locked' | 'missing' | 'restarted' | 'unwritable';

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
 *
 * One that is added must pass the contract suite (`test/contract/token-cache-contract.ts`).
 */
export interface TokenCache {
  get(): Promise<CacheRead>;
  /** Resolves only when the tokens are stored durably. */
  set(tokens: CachedTokens): Promise<CacheWrite>;
  delete(): Promise<CacheWrite>;
}
