import type { Clock } from '../../shared/clock.ts';
import type { Connection, RefreshCause } from '../../shared/connection.ts';
import type { CallbackRefusal } from '../../shared/ipc-contract.ts';
import type { Logger } from '../../shared/logger.ts';
import type { SessionSettings, TokenCacheKind } from '../../shared/session-settings.ts';
import type { Account, SessionState, SignInFailure } from '../../shared/session-state.ts';
import { type Listenable, Signal } from '../../shared/signal.ts';
import { ChosenTokenCache, type MoveResult, type TokenCacheShelf } from './chosen-token-cache.ts';
import type { Identify } from './identity.ts';
import type { ProcessLock } from './process-lock.ts';
import type { RefreshLog } from './refresh-log.ts';
import { isAlive, isRefreshable, refreshAtMs } from './refresh-schedule.ts';
import type { Secret } from './secret.ts';
import type { AccessTokenResult, Session } from './session.ts';
import { SessionCore } from './session-core.ts';
import type { SessionMarkerStore } from './session-marker.ts';
import { SessionRefresher } from './session-refresher.ts';
import { SessionStore } from './session-store.ts';
import { SessionTick } from './session-tick.ts';
import { SignInAttempt } from './sign-in-attempt.ts';
import type { SignInOrder } from './sign-in-order.ts';
import type { CachedTokens } from './token-cache.ts';
import type { TokenEndpoint } from './token-endpoint.ts';
import { NOTABLE_SKEW_MS } from './wrong-clock.ts';

export interface SessionKeeperOptions {
  readonly clock: Clock;
  /** Uniform in [0, 1); spreads refreshes and retries. Secrets are drawn elsewhere. */
  readonly random: () => number;
  /** Also the name of the cache's entry. */
  readonly clientId: string;
  /** For example `https://accounts.spotify.com`, without a slash at the end. */
  readonly accountsUrl: string;
  readonly caches: TokenCacheShelf;
  readonly marker: SessionMarkerStore;
  readonly endpoint: TokenEndpoint;
  /** Null where no other process can have the same session. */
  readonly lock: ProcessLock | null;
  readonly refreshLog: RefreshLog;
  readonly identify: Identify;
  /** Whether the system's browser took the address. */
  readonly openBrowser: (url: URL) => Promise<boolean>;
  /** Asked whenever one is needed, so that a change holds at once. */
  readonly settings: () => SessionSettings;
  readonly logger: Logger;
}

export type SignInResult =
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'failed'; readonly failure: SignInFailure }
  | { readonly kind: 'already-running' };

/** `system`: back online, woken up, unlocked. Only a user may try a refused token once more. */
export type RetryOrigin = 'user' | 'system';

/**
 * Keeps one session alive for as long as Spotify allows (blueprint §3). Every decision is a pure
 * function elsewhere; this class knows when one is to be made.
 */
export class SessionKeeper implements Session {
  /** The cache's test, the refresh log or what is known of the clock changed. */
  readonly connectionChanged = new Signal<void>();
  readonly #options: SessionKeeperOptions;
  readonly #cache: ChosenTokenCache;
  readonly #core: SessionCore;
  readonly #store: SessionStore;
  readonly #refresher: SessionRefresher;
  readonly #tick: SessionTick;
  #clockSkewMs: number | null = null;
  #attempt: SignInAttempt | null = null;
  #signIn: Promise<SignInResult> | null = null;
  #move: Promise<MoveResult> | null = null;
  #closed = false;

  constructor(options: SessionKeeperOptions) {
    const { caches, clientId, marker, logger, refreshLog, settings } = options;
    this.#options = options;
    this.#cache = new ChosenTokenCache(caches, clientId);
    this.#core = new SessionCore(logger, marker.read()?.clientId === clientId);
    this.#store = new SessionStore(this.#core, {
      ...options,
      cache: this.#cache,
      plan: (tokens) => this.#plan(tokens),
    });
    this.#refresher = new SessionRefresher(this.#core, this.#store, {
      ...options,
      maxRetries: () => settings().maxRetries,
      log: refreshLog,
      onClockSkew: (skewMs) => this.#noteSkew(skewMs),
    });
    this.#tick = new SessionTick(options.clock, this.#core, this.#store, {
      refresh: (cause) => void this.#refresher.refresh(cause),
      save: () => void this.#store.saveAgain(),
      'erase-kept': () => void this.#store.eraseKept(),
      'end-token': () => void this.#store.endToken(),
    });
    this.#store.testChanged.subscribe(() => this.connectionChanged.emit());
  }

  get state(): SessionState {
    return this.#core.state;
  }

  get stateChanged(): Listenable<SessionState> {
    return this.#core.stateChanged;
  }

  /** Who is signed in; null until `setAccount` was called for this sign-in. */
  get account(): Account | null {
    return this.#store.account;
  }

  /** The secret that the session was signed in with; null for a public client, or no session. */
  get clientSecret(): Secret | null {
    const { standing } = this.#core.model;
    const tokens =
      standing.kind === 'holding'
        ? standing.tokens
        : standing.kind === 'ended'
          ? standing.kept
          : null;
    return tokens?.clientSecret ?? null;
  }

  get connection(): Connection {
    return {
      cache: { kind: this.#cache.kind, path: this.#cache.path, test: this.#store.test },
      refreshes: [...this.#options.refreshLog.records],
      clockSkewMs: this.#clockSkewMs,
    };
  }

  /**
   * Reads the cache and goes on with what is there. Resolves after at most 10 s: a keychain that
   * waits for its user is then shown as locked, and its late answer is still used.
   */
  async start(): Promise<void> {
    await this.#store.read();
    this.#tick.look();
    if (this.#core.model.standing.kind !== 'cache' && !this.#closed) {
      // Nobody waits for it: it is news for the Connection page.
      void this.#store.tryOut();
    }
  }

  /**
   * Signs in, or renews a session: what is there stays until the new tokens are. Never throws. A
   * keychain that has been unlocked meanwhile makes the browser needless.
   *
   * @param expected whose library is here; null for the account of this session, if any
   */
  signIn(order: SignInOrder, expected: Account | null = null): Promise<SignInResult> {
    if (this.#signIn !== null || this.#closed) {
      return Promise.resolve({ kind: 'already-running' });
    }
    const attempt = new SignInAttempt(order, {
      ...this.#options,
      settings: this.#options.settings(),
      expected: expected ?? this.account,
      onStage: (stage) => this.#core.apply({ kind: 'sign-in-waits', stage }),
    });
    const running = this.#runSignIn(attempt, order).finally(() => {
      this.#signIn = null;
      this.#attempt = null;
    });
    this.#attempt = attempt;
    this.#signIn = running;
    return running;
  }

  /** Opens the address of the sign-in under way once more. */
  async openBrowserAgain(): Promise<'done' | 'not-running' | 'not-opened'> {
    return (await this.#attempt?.openBrowserAgain()) ?? 'not-running';
  }

  /** Takes the pasted callback address of the sign-in under way. */
  giveCallbackAddress(address: string): 'accepted' | 'not-running' | CallbackRefusal {
    return this.#attempt?.giveCallbackAddress(address) ?? 'not-running';
  }

  /** Answers `confirming-account`. */
  confirmAccount(accept: boolean): 'done' | 'not-asked' {
    return this.#attempt?.confirmAccount(accept) ?? 'not-asked';
  }

  /** Ends the sign-in under way; resolves when its port is free again. */
  async cancelSignIn(): Promise<void> {
    await this.#attempt?.cancel();
    await this.#signIn;
  }

  /** Moves the session to another kind of cache. */
  moveTokens(kind: TokenCacheKind): Promise<MoveResult | 'busy'> {
    const { standing } = this.#core.model;
    const isRefreshing = standing.kind === 'holding' && standing.refresh.kind === 'running';
    if (this.#move !== null || this.#signIn !== null || isRefreshing || this.#closed) {
      return Promise.resolve('busy');
    }
    this.#move = this.#store.moveTo(kind).finally(() => {
      this.#move = null;
    });
    return this.#move;
  }

  /** Looks again at once at whatever is waited for. Resolves when that has been tried. */
  async retry(by: RetryOrigin): Promise<void> {
    const { standing } = this.#core.model;
    if (this.#closed) {
      return;
    }
    const cause: RefreshCause = by === 'user' ? 'by-hand' : 'woken';
    switch (standing.kind) {
      case 'cache':
        await this.start();
        return;
      case 'ended':
        if (by === 'user' && standing.kept?.setAside?.triedByUser === false) {
          await this.#refresher.refresh(cause);
        }
        return;
      case 'holding':
        await this.#store.saveAgain();
        // A rate limit is waited out: asking earlier would prolong it (facts §3).
        if (standing.refresh.kind === 'delayed' && standing.refresh.trouble !== 'rate-limited') {
          await this.#refresher.refresh(cause);
        }
        this.#tick.look();
        return;
      case 'reading':
      case 'signed-out':
        return;
    }
  }

  async getAccessToken(): Promise<AccessTokenResult> {
    if (this.#core.model.standing.kind === 'reading') {
      await this.#store.read();
    }
    const ready = this.#liveToken(this.#options.settings().skewSeconds);
    if (ready !== null) {
      return { kind: 'token', token: ready };
    }
    const { standing } = this.#core.model;
    if (standing.kind === 'holding' && this.#mayRefreshNow()) {
      await this.#refresher.refresh(standing.accessRefused ? 'refused' : 'needed');
    }
    // A token near its end is better than none where a refresh did not work.
    const token = this.#liveToken(0);
    return token === null ? { kind: 'unavailable', state: this.state } : { kind: 'token', token };
  }

  invalidate(token: Secret): void {
    const { standing } = this.#core.model;
    if (standing.kind === 'holding' && standing.tokens.accessToken.reveal() === token.reveal()) {
      this.#options.logger.info('Spotify refused the access token');
      this.#core.apply({ kind: 'access-refused' });
      if (!isRefreshable(standing.tokens)) {
        void this.#store.endToken();
      }
    }
  }

  /**
   * Completes the marker once `GET /me` has told whose session this is. `key` is `account_id`, else
   * `id` (facts §2).
   */
  setAccount(key: string, displayName: string): void {
    this.#store.setAccount({ key, displayName });
  }

  /**
   * Ends the session for good: the tokens leave the cache, then the marker goes. Where the cache
   * cannot delete, everything stays as it is.
   */
  async disconnect(): Promise<{ kind: 'done' | 'keychain-failed' }> {
    await this.cancelSignIn();
    const deleted = await this.#store.delete();
    if (deleted.kind === 'done') {
      this.#options.refreshLog.clear();
    }
    return { kind: deleted.kind === 'done' ? 'done' : 'keychain-failed' };
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#tick.close();
    this.#store.close();
    await this.cancelSignIn();
    await this.#refresher.close();
    await this.#move;
    await this.#store.saveAgain();
    this.#options.lock?.close();
  }

  async #runSignIn(attempt: SignInAttempt, order: SignInOrder): Promise<SignInResult> {
    const isByUser = order.way === 'browser' || order.way === 'pasted';
    if (!this.#hasTokens()) {
      // Before the user is sent to the browser: is there a place to put the tokens into?
      await this.#store.read();
      const { standing } = this.#core.model;
      if (standing.kind === 'holding' && isByUser) {
        return { kind: 'signed-in' };
      }
    }
    if (isByUser && (await this.#store.tryOut()).kind === 'failed' && !this.#hasTokens()) {
      const failure = {
        kind: this.#cache.kind === 'file' ? 'file-failed' : 'keychain-failed',
      } as const;
      this.#core.apply({ kind: 'sign-in-failed', failure });
      return { kind: 'failed', failure };
    }
    const result = await attempt.run();
    if (result.kind === 'failed') {
      this.#options.logger.info('The sign-in came to nothing', { reason: result.failure.kind });
      this.#core.apply({ kind: 'sign-in-failed', failure: result.failure });
      return result;
    }
    this.#noteSkew(result.clockSkewMs);
    this.#core.beginGeneration();
    await this.#store.adopt(result.tokens, { kind: 'signed-in', account: result.account });
    this.#tick.look();
    return { kind: 'signed-in' };
  }

  #hasTokens(): boolean {
    const { standing } = this.#core.model;
    return standing.kind === 'holding' || standing.kind === 'ended';
  }

  #plan(tokens: CachedTokens): number | null {
    const { random, settings } = this.#options;
    return isRefreshable(tokens) ? refreshAtMs(tokens, settings().skewSeconds, random()) : null;
  }

  #liveToken(marginSeconds: number): Secret | null {
    const { standing } = this.#core.model;
    return standing.kind === 'holding' &&
      !standing.accessRefused &&
      isAlive(standing.tokens, this.#options.clock.nowMs(), marginSeconds)
      ? standing.tokens.accessToken
      : null;
  }

  /** After a failure the next try has its time; a call in between does not bring it forward. */
  #mayRefreshNow(): boolean {
    const { standing } = this.#core.model;
    return (
      standing.kind === 'holding' &&
      isRefreshable(standing.tokens) &&
      (standing.refresh.kind !== 'delayed' || this.#tick.dueWork().includes('refresh'))
    );
  }

  #noteSkew(skewMs: number | null): void {
    if (skewMs === null) {
      return;
    }
    if (Math.abs(skewMs) > NOTABLE_SKEW_MS) {
      this.#options.logger.warn('The clock of this machine is off', {
        seconds: Math.round(skewMs / 1_000),
      });
    }
    this.#clockSkewMs = skewMs;
    this.connectionChanged.emit();
  }
}
