/** Which requests a fault meets. */
export interface FaultMatch {
  readonly method?: string;
  /** The whole path as text, such as `/v1/me/tracks`, or a pattern for it. */
  readonly path: string | RegExp;
  /** A pattern for what follows the `?`, such as `/offset=50/`. */
  readonly query?: RegExp;
  /** The first matching request that is met, counted from 1. Default 1. */
  readonly nth?: number;
  /** How many matching requests in a row are met. Default 1; Infinity until removed. */
  readonly times?: number;
}

/** A refusal of facts §4, with the body that was seen. */
export type RefusalReason =
  /** 401, as when a token came to its end half-way. */
  | 'expired-token'
  /** 403 `Insufficient client scope` */
  | 'missing-scope'
  /** 403 `User not registered in the Developer Dashboard` */
  | 'not-registered'
  /** 403 in plain text: the app's owner has no Premium. */
  | 'premium-lapsed'
  /** 403 `Forbidden`, as for the items of another's playlist. */
  | 'forbidden'
  /** 404 `Resource not found` */
  | 'not-found';

/**
 * What takes the place of the answer. `afterHandling`: the request has its effect all the same, and
 * only word of it is lost, as when a token was rotated and the answer never arrived.
 */
type Replacement = { readonly afterHandling?: boolean } & (
  | { readonly kind: 'reset' }
  /** Never answered; ends when either side closes. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'html'; readonly status: 500 | 502 | 503 | 504 }
  | { readonly kind: 'empty'; readonly status?: number }
  /** JSON that ends in the middle of a word, with the length of what was sent. */
  | { readonly kind: 'garbage' }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'refusal'; readonly reason: RefusalReason }
  | ({ readonly kind: 'rate-limit' } & RetryAfter)
  | ({ readonly kind: 'quota' } & RetryAfter)
  /** What a network with a login page answers to everything: that page, or the way to it. */
  | { readonly kind: 'guest-network'; readonly how: 'page' | 'redirect' }
);

export interface RetryAfter {
  /** Null: no `Retry-After`. 0, negative and absurd ones are sent as they are. */
  readonly retryAfterSeconds: number | null;
  /** Sent instead: an HTTP date, or a word. */
  readonly retryAfterText?: string;
}

/** What is changed in a page of a list before it is sent; other bodies stay as they are. */
type PageChange =
  /** So many members fewer than the page holds, while `next` and `total` know of no loss (recorded). */
  | { readonly kind: 'short-page'; readonly missing: number }
  /** `total` is off by so much. */
  | { readonly kind: 'wrong-total'; readonly by: number };

export type FaultAction =
  | Replacement
  | PageChange
  /** Waits on the service's clock before anything else. */
  | { readonly kind: 'latency'; readonly ms: number }
  /** Announces the whole body, sends half of it and cuts the connection. */
  | { readonly kind: 'cut-body' }
  /** Announces the whole body, sends half of it and then nothing; ends when either side closes. */
  | { readonly kind: 'stall-body' }
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
