import type { TokenCacheKind } from '../../shared/session-settings.ts';
import type { SignInReason } from '../../shared/session-state.ts';
import { isAlive } from './refresh-schedule.ts';
import type { HoldingSession } from './session-model.ts';
import type { CachedTokens, CacheRead } from './token-cache.ts';

/** What another process put into the shared cache since this one last looked. */
export type CacheNews =
  /** A newer access token: nothing is to be asked for. */
  | { readonly kind: 'fresh'; readonly tokens: CachedTokens }
  /** The refresh token was rotated over there; the one in memory here is dead. */
  | { readonly kind: 'newer-refresh-token'; readonly tokens: CachedTokens }
  | { readonly kind: 'set-aside'; readonly tokens: CachedTokens; readonly reason: SignInReason }
  /** The session was disconnected over there. */
  | { readonly kind: 'gone' };

/**
 * Judges a read of the cache under the lock (blueprint §3). A cache that cannot be read, or holds
 * nothing newer, is no news: what is in memory counts.
 */
export function judgeCacheNews(
  read: CacheRead,
  { tokens: own, accessRefused, unsaved }: HoldingSession,
  nowMs: number,
  cache: TokenCacheKind,
): CacheNews | null {
  // What could not be stored here is newer than anything that is stored there.
  if (unsaved !== null) {
    return null;
  }
  if (read.kind !== 'found') {
    // A keychain that is locked looks empty too; a file that is not there was deleted.
    return read.kind === 'empty' && cache === 'file' ? { kind: 'gone' } : null;
  }
  const { tokens } = read;
  const hasOtherRefreshToken = tokens.refreshToken?.reveal() !== own.refreshToken?.reveal();
  const hasOtherAccessToken = tokens.accessToken.reveal() !== own.accessToken.reveal();
  if (tokens.setAside !== null) {
    return hasOtherRefreshToken
      ? null
      : { kind: 'set-aside', tokens, reason: tokens.setAside.reason };
  }
  const isNewer = tokens.receivedAtMs > own.receivedAtMs || accessRefused;
  if (hasOtherAccessToken && isNewer && isAlive(tokens, nowMs, 0)) {
    return { kind: 'fresh', tokens };
  }
  return hasOtherRefreshToken && tokens.refreshToken !== null
    ? { kind: 'newer-refresh-token', tokens }
    : null;
}
