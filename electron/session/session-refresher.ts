import { assertNever } from '../../shared/assert-never.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import { judgeRefresh } from './refresh-verdict.ts';
import type { Secret } from './secret.ts';
import type { SessionCore } from './session-core.ts';
import type { SessionStanding } from './session-model.ts';
import type { SessionStore } from './session-store.ts';
import { withinLimit } from './time-limit.ts';
import type { CachedTokens } from './token-cache.ts';
import type { TokenAnswer, TokenEndpoint } from './token-endpoint.ts';
import { withQuickRetries } from './token-request-retries.ts';
import { tokensAfterRefresh } from './token-succession.ts';

/** How long closing waits for a refresh under way: its answer may hold a new refresh token. */
const CLOSING_GRACE_MS = 3_000;

export interface SessionRefresherOptions {
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly clientId: string;
  readonly endpoint: TokenEndpoint;
  readonly maxRetries: number;
  readonly logger: Logger;
  readonly onClockSkew: (skewMs: number | null) => void;
}

/** Refreshes, one flight at a time: two at once with a rotating token would end the session. */
export class SessionRefresher {
  readonly #core: SessionCore;
  readonly #store: SessionStore;
  readonly #options: SessionRefresherOptions;
  readonly #closing = new AbortController();
  readonly #requests = new AbortController();
  #flight: Promise<void> | null = null;

  constructor(core: SessionCore, store: SessionStore, options: SessionRefresherOptions) {
    this.#core = core;
    this.#store = store;
    this.#options = options;
  }

  /** Joins the flight that is under way. Never throws: the result is an event. */
  refresh(): Promise<void> {
    this.#flight ??= this.#run().finally(() => {
      this.#flight = null;
    });
    return this.#flight;
  }

  /** Begins nothing new, waits a little for what is under way, then gives it up. */
  async close(): Promise<void> {
    this.#closing.abort();
    if (this.#flight !== null) {
      await withinLimit(this.#flight, this.#options.clock, CLOSING_GRACE_MS);
    }
    this.#requests.abort();
    await this.#flight;
  }

  /** A lock across processes, with the cache read again under it, belongs around this method. */
  async #run(): Promise<void> {
    const { standing } = this.#core.model;
    const tokens = refreshable(standing);
    if (tokens === null || this.#closing.signal.aborted) {
      return;
    }
    const { generation } = this.#core;
    this.#core.apply({ kind: 'refresh-started' });
    const answer = await this.#ask(tokens.refreshToken);
    await this.#store.deletion;
    if (generation !== this.#core.generation) {
      return;
    }
    this.#options.logger.info('Token refresh', { outcome: answer.outcome.kind });
    this.#options.onClockSkew(answer.clockSkewMs);
    await this.#conclude(answer, tokens, standing.kind === 'holding' ? standing.failures : 0);
  }

  #ask(refreshToken: Secret): Promise<TokenAnswer> {
    const { clock, random, clientId, endpoint, maxRetries } = this.#options;
    const request = { grant: 'refresh-token', clientId, refreshToken } as const;
    return withQuickRetries(() => endpoint.request(request, this.#requests.signal), {
      clock,
      random,
      maxRetries,
      signal: this.#closing.signal,
    });
  }

  async #conclude(answer: TokenAnswer, tokens: CachedTokens, failures: number): Promise<void> {
    const nowMs = this.#options.clock.nowMs();
    const verdict = judgeRefresh(answer.outcome, {
      nowMs,
      authorizedAtMs: tokens.authorizedAtMs,
      failures,
      random: this.#options.random(),
    });
    switch (verdict.kind) {
      case 'refreshed':
        await this.#store.adopt(
          tokensAfterRefresh(tokens, verdict.grant, answer.sentAtMs),
          'refreshed',
        );
        return;
      case 'ended':
        await this.#store.putAside({
          ...tokens,
          setAside: {
            atMs: tokens.setAside?.atMs ?? nowMs,
            reason: verdict.reason,
            triedByUser: tokens.setAside !== null,
          },
        });
        return;
      case 'delayed':
        this.#core.apply({
          kind: 'refresh-delayed',
          trouble: verdict.trouble,
          nextTryAtMs: verdict.nextTryAtMs,
        });
        return;
      default:
        assertNever(verdict);
    }
  }
}

function refreshable(
  standing: SessionStanding,
): (CachedTokens & { readonly refreshToken: Secret }) | null {
  const tokens =
    standing.kind === 'holding'
      ? standing.tokens
      : standing.kind === 'ended'
        ? standing.kept
        : null;
  if (tokens === null || tokens.refreshToken === null) {
    return null;
  }
  return { ...tokens, refreshToken: tokens.refreshToken };
}
