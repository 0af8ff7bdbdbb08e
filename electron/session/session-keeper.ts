import type { Connection, RefreshCause } from '../../shared/connection.ts';
import type { CallbackRefusal } from '../../shared/ipc-contract.ts';
import type { TokenCacheKind } from '../../shared/session-settings.ts';
import type { Account, SessionState } from '../../shared/session-state.ts';
import { type Listenable, Signal } from '../../shared/signal.ts';
import { ChosenTokenCache, type MoveResult } from './chosen-token-cache.ts';
import { isAlive, isRefreshable, refreshAtMs } from './refresh-schedule.ts';
import type { Secret } from './secret.ts';
import type { AccessTokenResult, Session } from './session.ts';
import { SessionCore } from './session-core.ts';
import type { SessionKeeperOptions } from './session-keeper-options.ts';
import { lifeOf } from './session-model.ts';
import { SessionRefresher } from './session-refresher.ts';
import { SessionSignIn, type SignInResult } from './session-sign-in.ts';
import { SessionStore } from './session-store.ts';
import { SessionTick } from './session-tick.ts';
import type { SignInOrder } from './sign-in-order.ts';
import { underLock } from './take-lock.ts';
import type { CachedTokens } from './token-cache.ts';
import { NOTABLE_SKEW_MS } from './wrong-clock.ts';

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
  readonly #signIn: SessionSignIn;
  readonly #tick: SessionTick;
  #clockSkewMs: number | null = null;
  #move: Promise<MoveResult> | null = null;
  readonly #closing = new AbortController();

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
    this.#signIn = new SessionSignIn(this.#core, this.#store, {
      ...options,
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

  /** How the session is kept. What became of sign-ins is known to whoever starts them. */
  get connection(): Omit<Connection, 'lastSignInFailure'> {
    const { standing } = this.#core.model;
    return {
      life: standing.kind === 'holding' ? lifeOf(standing) : null,
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
    if (this.#core.model.standing.kind !== 'cache' && !this.#closing.signal.aborted) {
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
  async signIn(order: SignInOrder, expected: Account | null = null): Promise<SignInResult> {
    if (this.#closing.signal.aborted) {
      return { kind: 'already-running' };
    }
    const result = await this.#signIn.start(order, expected ?? this.account);
    // What was signed in may be due at once: imported tokens can be old.
    this.#tick.look();
    return result;
  }

  /** Opens the address of the sign-in under way once more. */
  async openBrowserAgain(): Promise<'done' | 'not-running' | 'not-opened'> {
    return await this.#signIn.openBrowserAgain();
  }

  /** Takes the pasted callback address of the sign-in under way. */
  giveCallbackAddress(address: string): 'accepted' | 'not-running' | CallbackRefusal {
    return this.#signIn.giveCallbackAddress(address);
  }

  /** Answers `confirming-account`. */
  confirmAccount(accept: boolean): 'done' | 'not-asked' {
    return this.#signIn.confirmAccount(accept);
  }

  /** Ends the sign-in under way; resolves when its port is free again. */
  async cancelSignIn(): Promise<void> {
    await this.#signIn.cancel();
  }

  /** Moves the session to another kind of cache. */
  moveTokens(kind: TokenCacheKind): Promise<MoveResult | 'busy'> {
    const { standing } = this.#core.model;
    const isRefreshing = standing.kind === 'holding' && standing.refresh.kind === 'running';
    if (
      this.#move !== null ||
      this.#signIn.isRunning ||
      isRefreshing ||
      this.#closing.signal.aborted
    ) {
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
    if (this.#closing.signal.aborted) {
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
    this.#tick.followClock();
    const ready = this.#liveToken(this.#options.settings().skewSeconds);
    if (ready !== null) {
      return { kind: 'token', token: ready };
    }
    await this.#refreshForCaller();
    if (this.#liveToken(0) === null) {
      // A machine that slept through the refresh finds what it brought too old.
      await this.#refreshForCaller();
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
  async disconnect(): Promise<{ kind: 'done' | 'keychain-failed' | 'file-failed' }> {
    await this.cancelSignIn();
    const deleted = await underLock(this.#options, this.#closing.signal, () =>
      this.#store.delete(),
    );
    if (deleted.kind === 'done') {
      this.#options.refreshLog.clear();
      return deleted;
    }
    return { kind: this.#cache.kind === 'file' ? 'file-failed' : 'keychain-failed' };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#tick.close();
    this.#store.close();
    await this.cancelSignIn();
    await this.#refresher.close();
    await this.#move;
    await this.#store.saveAgain();
    this.#options.lock?.close();
  }

  #plan(tokens: CachedTokens): number | null {
    const { random, settings } = this.#options;
    return isRefreshable(tokens) ? refreshAtMs(tokens, settings().skewSeconds, random()) : null;
  }

  #liveToken(marginSeconds: number): Secret | null {
    const { standing } = this.#core.model;
    if (standing.kind !== 'holding' || standing.accessRefused) {
      return null;
    }
    const { tokens } = standing;
    const nowMs = this.#options.clock.nowMs();
    // After the clock went back only Spotify knows about a token that nobody can renew.
    const isAnyonesGuess = nowMs < tokens.receivedAtMs && !isRefreshable(tokens);
    return isAnyonesGuess || isAlive(tokens, nowMs, marginSeconds) ? tokens.accessToken : null;
  }

  async #refreshForCaller(): Promise<void> {
    const { standing } = this.#core.model;
    if (standing.kind === 'holding' && this.#mayRefreshNow()) {
      await this.#refresher.refresh(standing.accessRefused ? 'refused' : 'needed');
    }
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
    // What comes of the answer has its times from the clock as it is by now.
    this.#tick.followClock();
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
