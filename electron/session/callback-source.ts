import type { Secret } from './secret.ts';

/** How the wait for the browser ended. */
export type CallbackOutcome =
  | { readonly kind: 'code'; readonly code: Secret }
  | { readonly kind: 'refused'; readonly byUser: boolean }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'cancelled' };

/** Where the answer of Spotify's page arrives: on a loopback port, or pasted by the user. */
export interface CallbackSource {
  readonly redirectUri: string;
  /** Settles once and never rejects. */
  readonly outcome: Promise<CallbackOutcome>;
  /** Ends the wait as cancelled, unless it has ended; resolves when nothing of it is left. */
  close(): Promise<void>;
}
