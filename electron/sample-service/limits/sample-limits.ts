/** Requests over a rolling time (facts §3: 30 s). */
export interface SampleRateLimit {
  readonly requests: number;
  readonly perSeconds: number;
  readonly sendsRetryAfter: boolean;
  /** Whether requests while blocked count as well and so make it last longer. Default true. */
  readonly prolonged?: boolean;
}

/** Requests over a rolling day, in each bucket of endpoints and in all (facts §3). */
export interface SampleQuota {
  readonly perBucket: number;
  readonly total: number;
  /** How long a block lasts. If absent: until enough requests are a day old. */
  readonly retryAfterSeconds?: number;
  /** Default true. */
  readonly sendsRetryAfter?: boolean;
  /** Whether requests while blocked make it last longer (reported). Default true. */
  readonly prolonged?: boolean;
}

/** Null switches a limit off, and forgets what was counted. */
export interface SampleLimits {
  rateLimit: SampleRateLimit | null;
  quota: SampleQuota | null;
}
