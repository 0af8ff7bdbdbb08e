import type { SessionState } from '../../shared/session-state.ts';

/** Whether a sign-in came to its good end between two states. A mere refresh is none. */
export function hasSignedIn(before: SessionState, after: SessionState): boolean {
  if (after.kind !== 'active') return false;
  switch (before.kind) {
    case 'authorizing':
    case 'confirming-account':
    case 'signed-out':
    case 'sign-in-needed':
    case 'keychain-locked':
    case 'keychain-missing':
    case 'file-trouble':
      return true;
    case 'active':
    case 'refreshing':
      // A pasted access token or a taken-over session may replace one that is alive.
      return (
        before.life !== null &&
        (before.life.way !== after.life.way ||
          before.life.authorizedAtMs !== after.life.authorizedAtMs ||
          (after.life.way === 'access-token' &&
            before.life.receivedAtMs !== after.life.receivedAtMs))
      );
    case 'offline':
    case 'waiting':
      return false;
  }
}
