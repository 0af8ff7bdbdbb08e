import type { SessionState } from '../../shared/session-state.ts';
import type { Listenable } from '../../shared/signal.ts';
import type { Secret } from './secret.ts';

/** An access token, or the state that explains why there is none right now. */
export type AccessTokenResult =
  | { readonly kind: 'token'; readonly token: Secret }
  | { readonly kind: 'unavailable'; readonly state: SessionState };

/** What the rest of the app knows of a session, whichever way the user signed in. */
export interface Session {
  readonly state: SessionState;
  readonly stateChanged: Listenable<SessionState>;
  /**
   * A token with more than `skewSeconds` to live. Refreshes first where needed; callers share one
   * refresh. Never throws: trouble is a state.
   */
  getAccessToken(): Promise<AccessTokenResult>;
  /** Says that Spotify answered 401 to this token. Any other, newer token is left alone. */
  invalidate(token: Secret): void;
  /** Ends timers, listeners and sockets. Tokens stay in their cache. */
  close(): Promise<void>;
}
