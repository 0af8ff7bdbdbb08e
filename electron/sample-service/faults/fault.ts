/** Which requests a fault meets. */
export interface FaultMatch {
  readonly method?: string;
  /** The whole path as text, such as `/v1/me/tracks`, or a pattern for it. */
  readonly path: string | RegExp;
  /** The first matching request that is met, counted from 1. Default 1. */
  readonly nth?: number;
  /** How many matching requests in a row are met. Default 1; Infinity until removed. */
  readonly times?: number;
}

/**
 * What takes the place of the answer. `afterHandling`: the request has its effect all the same, and
 * only word of it is lost, as when a token was rotated and the answer never arrived.
 */
type Replacement = { readonly afterHandling?: boolean } & (
  | { readonly kind: 'reset' }
  /** Never answered; ends when either side closes. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'html'; readonly status: 502 | 503 }
  | { readonly kind: 'empty'; readonly status?: number }
  | { readonly kind: 'garbage' }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'rate-limit'; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'quota'; readonly retryAfterSeconds: number | null }
);

export type FaultAction =
  | Replacement
  /** Waits on the service's clock before anything else. */
  | { readonly kind: 'latency'; readonly ms: number }
  /** Announces the whole body, sends half of it and cuts the connection. */
  | { readonly kind: 'cut-body' }
  /** A `Date` header off by this much, or this text. */
  | { readonly kind: 'wrong-date'; readonly date: string | { readonly offByMs: number } }
  /** Runs before the request is handled: for a change between two pages of a list. */
  | { readonly kind: 'call'; readonly run: () => void | Promise<void> };

export interface Fault {
  readonly match: FaultMatch;
  readonly action: FaultAction;
}

export interface FaultHandle {
  /** How many requests it has met so far. */
  readonly hits: number;
  remove(): void;
}

/** Everything that can go wrong with the real service, to be switched on. */
export interface SampleFaults {
  add(fault: Fault): FaultHandle;
  clear(): void;
}
