import type { Account } from '../../shared/session-state.ts';
import type { Secret } from './secret.ts';

/** Whose token it is, as `GET /me` says. */
export type Identity =
  | { readonly kind: 'account'; readonly account: Account }
  /** Spotify answered 401. */
  | { readonly kind: 'refused' }
  /** There was no answer, or one that does not tell. */
  | { readonly kind: 'unknown' };

/** Asks Spotify whose token this is, before it takes the place of another one. Never throws. */
export type Identify = (token: Secret) => Promise<Identity>;
