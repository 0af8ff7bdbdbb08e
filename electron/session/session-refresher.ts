import { assertNever } from '../../shared/assert-never.ts';
import type { Clock } from '../../shared/clock.ts';
import type { RefreshCause, RefreshOutcome } from '../../shared/connection.ts';
import type { Logger } from '../../shared/logger.ts';
import { slowRetryDelayMs } from './backoff.ts';
import { type CacheNews, judgeCacheNews } from './cache-news.ts';
import type { HeldLock, ProcessLock } from './process-lock.ts';
import type { RefreshLog } from './refresh-log.ts';
import { outcomeOfEnd, outcomeOfTrouble } from './refresh-outcome.ts';
import { isRefreshable } from './refresh-schedule.ts';
import { judgeRefresh } from './refresh-verdict.ts';
import type { SessionCore } from './session-core.ts';
import type { RefreshTrouble, SessionStanding } from './session-model.ts';
import type { SessionStore } from './session-store.ts';
import { takeLock } from './take-lock.ts';
import { withinLimit } from './time-limit.ts';
import type { CachedTokens } from './token-cache.ts';
import type { TokenAnswer, TokenEndpoint, TokenRequest } from './token-endpoint.ts';
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
  readonly maxRetries: () => number;
  /** Around every refresh, for sessions that several processes may share; null for ones of one. */
  readonly lock: ProcessLock | null;
  readonly log: RefreshLog;
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
  refresh(cause: RefreshCause): Promise<void> {
    this.#flight ??= this.#run(cause).finally(() => {
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

  async #run(cause: RefreshCause): Promise<void> {
    if (refreshable(this.#core.model.standing) === null || this.#closing.signal.aborted) {
      return;
    }
    const { generation } = this.#core;
    this.#core.apply({ kind: 'refresh-started' });
    const lock = await takeLock(this.#options, this.#closing.signal);
    try {
      await this.#runLocked(cause, generation, lock);
    } finally {
      if (lock !== 'not-to-be-had') {
        lock?.release();
      }
    }
  }

  async #runLocked(
    cause: RefreshCause,
    generation: number,
    lock: HeldLock | null | 'not-to-be-had',
  ): Promise<void> {
    if (this.#isVoid(generation)) {
      return;
    }
    const { standing } = this.#core.model;
    const failures = standing.kind === 'holding' ? standing.failures : 0;
    if (lock === 'not-to-be-had') {
      this.#delay(cause, 'other-instance', failures);
      return;
    }
    const news = lock === null ? null : await this.#newsFromCache(standing);
    // A look that closing cut short tells nothing: a refresh token may be dead by now.
    if (this.#isVoid(generation)) {
      return;
    }
    if (news?.kind === 'fresh') {
      this.#note(cause, 'taken-from-cache');
      this.#store.take(news.tokens);
      return;
    }
    if (news?.kind === 'set-aside') {
      this.#note(cause, outcomeOfEnd(news.reason));
      this.#core.apply({ kind: 'session-ended', reason: news.reason, kept: news.tokens });
      return;
    }
    if (news?.kind === 'gone') {
      this.#core.apply({ kind: 'session-ended', reason: 'not-kept', kept: null });
      return;
    }
    const tokens = news?.kind === 'newer-refresh-token' ? news.tokens : refreshable(standing);
    if (tokens === null) {
      return;
    }
    const answer = await this.#ask(tokens);
    await this.#store.deletion;
    if (generation !== this.#core.generation) {
      return;
    }
    this.#options.logger.info('Token refresh', { cause, outcome: answer.outcome.kind });
    this.#options.onClockSkew(isForeign(answer) ? null : answer.clockSkewMs);
    await this.#conclude(cause, answer, tokens, failures);
  }

  /** The session is another one by now, or nothing new is to begin. */
  #isVoid(generation: number): boolean {
    return generation !== this.#core.generation || this.#closing.signal.aborted;
  }

  /** What another process has done with the session in the meantime. */
  async #newsFromCache(standing: SessionStanding): Promise<CacheNews | null> {
    return standing.kind === 'holding'
      ? judgeCacheNews(
          await this.#store.peek(),
          standing,
          this.#options.clock.nowMs(),
          this.#store.cacheKind,
        )
      : null;
  }

  #ask(tokens: CachedTokens): Promise<TokenAnswer> {
    const { clock, random, endpoint, maxRetries } = this.#options;
    const client = { id: this.#options.clientId, secret: tokens.clientSecret };
    const request: TokenRequest =
      tokens.refreshToken === null
        ? { grant: 'client-credentials', client }
        : { grant: 'refresh-token', client, refreshToken: tokens.refreshToken };
    return withQuickRetries(() => endpoint.request(request, this.#requests.signal), {
      clock,
      random,
      maxRetries: maxRetries(),
      signal: this.#closing.signal,
    });
  }

  async #conclude(
    cause: RefreshCause,
    answer: TokenAnswer,
    tokens: CachedTokens,
    failures: number,
  ): Promise<void> {
    const nowMs = this.#options.clock.nowMs();
    const verdict = judgeRefresh(answer.outcome, {
      nowMs,
      authorizedAtMs: tokens.authorizedAtMs,
      clockSkewMs: answer.clockSkewMs,
      failures,
      random: this.#options.random(),
    });
    switch (verdict.kind) {
      case 'refreshed':
        this.#note(cause, 'refreshed');
        await this.#store.adopt(tokensAfterRefresh(tokens, verdict.grant, answer.sentAtMs), {
          kind: 'refreshed',
        });
        return;
      case 'ended':
        this.#note(cause, outcomeOfEnd(verdict.reason));
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
        this.#note(cause, outcomeOfTrouble(verdict.trouble));
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

  #delay(cause: RefreshCause, trouble: RefreshTrouble, failures: number): void {
    const { clock, random } = this.#options;
    const nextTryAtMs = clock.nowMs() + slowRetryDelayMs(failures + 1, random());
    this.#note(cause, outcomeOfTrouble(trouble));
    this.#core.apply({ kind: 'refresh-delayed', trouble, nextTryAtMs });
  }

  #note(cause: RefreshCause, outcome: RefreshOutcome): void {
    this.#options.log.add({ atMs: this.#options.clock.nowMs(), cause, outcome });
  }
}

/** Tokens that can be replaced by asking: with a refresh token, or with the app's own secret. */
function refreshable(standing: SessionStanding): CachedTokens | null {
  const tokens =
    standing.kind === 'holding'
      ? standing.tokens
      : standing.kind === 'ended'
        ? standing.kept
        : null;
  return tokens !== null && isRefreshable(tokens) ? tokens : null;
}

function isForeign({ outcome }: TokenAnswer): boolean {
  return outcome.kind === 'unreadable' && outcome.foreign;
}
