import type { SessionState } from '../../shared/session-state.ts';

/** Why a request may not go now. Refused at once; nothing waits inside a call (blueprint §4). */
export type NotNowReason =
  | 'rate-limited'
  | 'quota-exhausted'
  | 'budget-spent'
  | 'premium-lapsed'
  | 'closing';

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
  /** Nothing came back: no network, reset, time limit. `code` is the system's word for it. */
  | { readonly kind: 'network'; readonly code: string }
  /** 5xx after all retries. */
  | { readonly kind: 'server'; readonly status: number }
  /** An answer that is no answer: HTML, half a body, a body of another shape. */
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
