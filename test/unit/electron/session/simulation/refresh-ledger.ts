import type { TokenOutcome } from '../../../../../electron/session/token-response.ts';

/** What may make a refresh needless-looking: the token in use was not known to be good any more. */
export type ExtraCause = 'clock-set' | 'token-not-stored' | 'signed-in';

interface Delivered {
  /** When it was asked for: the token's life counts from there. */
  readonly atMs: number;
  /** Since the refresh before. */
  readonly causes: ReadonlySet<ExtraCause>;
}

/** Everything that was asked of the token endpoint and what came of it, on true time. */
export class RefreshLedger {
  /** Every request, also those that never left this machine. */
  readonly askedAtMs: number[] = [];
  /** When a request last failed; rate limits wait longer than others. */
  failedAtMs = Number.NEGATIVE_INFINITY;
  /** Until when the service asked to be left alone, at most. */
  waitUntilMs = Number.NEGATIVE_INFINITY;
  readonly delivered: Delivered[] = [];
  /** The last one that reached this machine. */
  newestAccessToken: string | null = null;
  #causes = new Set<ExtraCause>();

  note(
    outcome: TokenOutcome,
    { sentTrueMs, trueMs }: { readonly sentTrueMs: number; readonly trueMs: number },
  ): void {
    if (outcome.kind === 'tokens') {
      this.delivered.push({ atMs: sentTrueMs, causes: this.#causes });
      this.newestAccessToken = outcome.grant.accessToken.reveal();
      this.#causes = new Set();
      return;
    }
    this.failedAtMs = trueMs;
    if (outcome.kind === 'rate-limited') {
      this.waitUntilMs = trueMs + (outcome.retryAfterMs ?? 0);
    }
  }

  because(cause: ExtraCause): void {
    this.#causes.add(cause);
  }

  /** Refreshes that came sooner after the one before than a token's life allows, without a cause. */
  needless(shortestGapMs: number): readonly { readonly afterMs: number; readonly atMs: number }[] {
    return this.delivered.flatMap((refresh, index) => {
      const before = this.delivered[index - 1];
      const afterMs = before === undefined ? Number.POSITIVE_INFINITY : refresh.atMs - before.atMs;
      return afterMs < shortestGapMs && refresh.causes.size === 0
        ? [{ afterMs, atMs: refresh.atMs }]
        : [];
    });
  }

  /** Refreshes that came early, whether or not they had a cause. */
  early(shortestGapMs: number): number {
    return this.delivered.filter((refresh, index) => {
      const before = this.delivered[index - 1];
      return before !== undefined && refresh.atMs - before.atMs < shortestGapMs;
    }).length;
  }
}
