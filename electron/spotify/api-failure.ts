import type { SessionState } from '../../shared/session-state.ts';

/** Why a request may not go now. Refused at once; nothing waits inside a call (blueprint §4). */
export type NotNowReason =
  | 'rate-limited'
  | 'quota-exhausted'
  | 'budget-spent'
  | 'premium-lapsed'
  | 'closing';

/**
 * Nothing of Spotify's came back: no network, a reset, a time limit, or somebody else's answer. `code`
 * is the system's word for it, or one of `session/offline-cause.ts`.
 */
export interface NetworkFailure {
  readonly kind: 'network';
  readonly code: string;
  /** When to try again; absent where the caller itself stopped the request. */
  readonly nextTryAtMs?: number;
  /** Refused at once, because Spotify is known to be out of reach: no request was made. */
  readonly untried?: true;
}

/** Everything that can come instead of an answer (facts §4). */
export type ApiFailure =
  | { readonly kind: 'not-now'; readonly reason: NotNowReason; readonly untilMs: number }
  | { readonly kind: 'session'; readonly state: SessionState }
  /** 401 again after one refresh. */
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'scope-missing' }
  | { readonly kind: 'not-allow-listed' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | NetworkFailure
  /** 5xx after all retries. */
  | { readonly kind: 'server'; readonly status: number }
  /** An answer that is no answer: nothing, half a body, a body of another shape. */
  | {
      readonly kind: 'unreadable';
      readonly status: number;
      /** It was whole and JSON: the fault is in the one thing asked for, not on the way to it. */
      readonly isJson?: true;
    }
  /** Any other status: a fault of ours, worth a log line. */
  | { readonly kind: 'unexpected'; readonly status: number };

export type ApiResult<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: ApiFailure };
