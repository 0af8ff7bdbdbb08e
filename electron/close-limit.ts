import type { SessionState } from '../shared/session-state.ts';

/** What quitting may take where nothing can be lost: the database is safe at every moment. */
const ORDINARY_MS = 2_000;
/** What a session takes at most to bring its tokens home: 3 s for Spotify, 10 s for the keychain. */
const TOKENS_AT_STAKE_MS = 15_000;

/**
 * How long quitting waits for the watch to close. A refresh under way may hold a new refresh token
 * that has killed the old one (facts §1), and tokens that the keychain could not take are only in
 * memory: losing either costs the user a sign-in, so they are waited for, with icon and window gone.
 */
export function closeLimitMs(state: SessionState): number {
  switch (state.kind) {
    case 'refreshing':
    case 'keychain-locked':
    case 'keychain-missing':
    case 'file-trouble':
      return TOKENS_AT_STAKE_MS;
    default:
      return ORDINARY_MS;
  }
}
