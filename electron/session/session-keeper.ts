import type { Clock, Timer } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { Account, SessionState, SignInFailure } from '../../shared/session-state.ts';
import type { Listenable } from '../../shared/signal.ts';
import { AuthorizationCodeFlow } from './authorization-code-flow.ts';
import { isAlive, refreshAtMs } from './refresh-schedule.ts';
import type { Secret } from './secret.ts';
import type { AccessTokenResult, Session } from './session.ts';
import { SessionCore } from './session-core.ts';
import { deadlinesOf } from './session-deadline.ts';
import type { SessionMarkerStore } from './session-marker.ts';
import { SessionRefresher } from './session-refresher.ts';
import { DEFAULT_SESSION_SETTINGS, type SessionSettings } from './session-settings.ts';
import { SessionStore } from './session-store.ts';
import { nextTickInMs } from './tick.ts';
import type { TokenCache } from './token-cache.ts';
import type { TokenEndpoint } from './token-endpoint.ts';

/** A clock that is further off explains refused tokens (blueprint §3). */
const NOTABLE_SKEW_MS = 120_000;

export interface SessionKeeperOptions {
  readonly clock: Clock;
  /** Uniform in [0, 1); spreads refreshes and retries. Secrets are drawn elsewhere. */
  readonly random: () => number;
  readonly clientId: string;
  /** For example `https://accounts.spotify.com`, without a slash at the end. */
  readonly accountsUrl: string;
  readonly cache: TokenCache;
  readonly marker: SessionMarkerStore;
  readonly endpoint: TokenEndpoint;
  readonly redirectPorts: readonly number[];
  /** Whether the system's browser took the address. */
  readonly openBrowser: (url: URL) => Promise<boolean>;
  readonly logger: Logger;
  readonly settings?: Partial<SessionSettings>;
}

export type SignInResult =
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'failed'; readonly failure: SignInFailure }
  | { readonly kind: 'already-running' };

/** `system`: back online, woken up, unlocked. Only a user may try a refused token once more. */
export type RetryOrigin = 'user' | 'system';

/**
 * Keeps one user's session alive for as long as Spotify allows (blueprint §3). Every decision is a
 * pure function elsewhere; this class knows when one is to be made.
 */
export class SessionKeeper implements Session {
  readonly #options: SessionKeeperOptions;
  readonly #settings: SessionSettings;
  readonly #core: SessionCore;
  readonly #store: SessionStore;
  readonly #refresher: SessionRefresher;
  #clockSkewMs: number | null = null;
  #tick: Timer | null = null;
  #flow: AuthorizationCodeFlow | null = null;
  #signIn: Promise<SignInResult> | null = null;
  #closed = false;

  constructor(options: SessionKeeperOptions) {
    const { clock, random, clientId, marker, logger } = options;
    this.#options = options;
    this.#settings = { ...DEFAULT_SESSION_SETTINGS, ...options.settings };
    this.#core = new SessionCore(logger, marker.read()?.clientId === clientId);
    this.#store = new SessionStore(this.#core, {
      ...options,
      plan: (tokens) => refreshAtMs(tokens, this.#settings.skewSeconds, random()),
    });
    this.#refresher = new SessionRefresher(this.#core, this.#store, {
      ...options,
      maxRetries: this.#settings.maxRetries,
      onClockSkew: (skewMs) => this.#noteSkew(skewMs),
    });
    this.#core.applied.subscribe(() => this.#scheduleTick(clock.nowMs()));
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

  /** Server time minus this machine's, as the last token answer told; null where none did. */
  get clockSkewMs(): number | null {
    return this.#clockSkewMs;
  }

  /**
   * Reads the cache and goes on with what is there. Resolves after at most 10 s: a keychain that
   * waits for its user is then shown as locked, and its late answer is still used.
   */
  async start(): Promise<void> {
    await this.#store.read();
    this.#onTick();
  }

  /**
   * Signs in over the browser, or renews a session: what is there stays until the new tokens are.
   * Never throws. A keychain that has been unlocked meanwhile makes the browser needless.
   */
  signIn(): Promise<SignInResult> {
    if (this.#signIn !== null || this.#closed) {
      return Promise.resolve({ kind: 'already-running' });
    }
    const flow = new AuthorizationCodeFlow({
      ...this.#options,
      limitSeconds: this.#settings.signInLimitSeconds,
      maxRetries: this.#settings.maxRetries,
      showDialog: this.#settings.showDialog,
      onWaiting: (wait) => this.#core.apply({ kind: 'sign-in-waits', ...wait }),
    });
    const running = this.#runSignIn(flow).finally(() => {
      this.#signIn = null;
      this.#flow = null;
    });
    this.#flow = flow;
    this.#signIn = running;
    return running;
  }

  /** Opens the address of the sign-in under way once more. */
  async openBrowserAgain(): Promise<'done' | 'not-running' | 'not-opened'> {
    return (await this.#flow?.openBrowserAgain()) ?? 'not-running';
  }

  /** Ends the sign-in under way; resolves when its port is free again. */
  async cancelSignIn(): Promise<void> {
    await this.#flow?.cancel();
    await this.#signIn;
  }

  /** Looks again at once at whatever is waited for. Resolves when that has been tried. */
  async retry(by: RetryOrigin): Promise<void> {
    const { standing } = this.#core.model;
    if (this.#closed) {
      return;
    }
    switch (standing.kind) {
      case 'keychain':
        await this.start();
        return;
      case 'ended':
        if (by === 'user' && standing.kept?.setAside?.triedByUser === false) {
          await this.#refresher.refresh();
        }
        return;
      case 'holding':
        await this.#store.saveAgain();
        // A rate limit is waited out: asking earlier would prolong it (facts §3).
        if (standing.refresh.kind === 'delayed' && standing.refresh.trouble !== 'rate-limited') {
          await this.#refresher.refresh();
        }
        this.#onTick();
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
    const ready = this.#liveToken(this.#settings.skewSeconds);
    if (ready !== null) {
      return { kind: 'token', token: ready };
    }
    if (this.#mayRefreshNow()) {
      await this.#refresher.refresh();
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
    return { kind: deleted.kind === 'done' ? 'done' : 'keychain-failed' };
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#tick?.cancel();
    this.#tick = null;
    this.#store.close();
    await this.cancelSignIn();
    await this.#refresher.close();
    await this.#store.saveAgain();
  }

  async #runSignIn(flow: AuthorizationCodeFlow): Promise<SignInResult> {
    if (!this.#hasTokens()) {
      // Before the user is sent to the browser: is there a keychain to put the tokens into?
      await this.#store.read();
      const { standing } = this.#core.model;
      if (standing.kind === 'holding') {
        return { kind: 'signed-in' };
      }
      if (standing.kind === 'keychain' && standing.trouble === 'missing') {
        return { kind: 'failed', failure: { kind: 'keychain-failed' } };
      }
    }
    const result = await flow.run();
    if (result.kind === 'failed') {
      this.#options.logger.info('The sign-in came to nothing', { reason: result.failure.kind });
      this.#core.apply({ kind: 'sign-in-failed', failure: result.failure });
      return result;
    }
    this.#noteSkew(result.clockSkewMs);
    this.#core.beginGeneration();
    await this.#store.adopt(result.tokens, 'signed-in');
    return { kind: 'signed-in' };
  }

  #hasTokens(): boolean {
    const { standing } = this.#core.model;
    return standing.kind === 'holding' || standing.kind === 'ended';
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
      (standing.refresh.kind !== 'delayed' || this.#dueWork().includes('refresh'))
    );
  }

  #dueWork() {
    const nowMs = this.#options.clock.nowMs();
    return deadlinesOf(this.#core.model.standing, this.#store.saveRetryAtMs, nowMs)
      .filter((deadline) => deadline.atMs <= nowMs)
      .map((deadline) => deadline.work);
  }

  #onTick(): void {
    for (const work of this.#dueWork()) {
      switch (work) {
        case 'refresh':
          void this.#refresher.refresh();
          break;
        case 'save':
          void this.#store.saveAgain();
          break;
        case 'erase-kept':
          void this.#store.eraseKept();
          break;
      }
    }
    this.#scheduleTick(this.#options.clock.nowMs());
  }

  #scheduleTick(nowMs: number): void {
    this.#tick?.cancel();
    this.#tick = null;
    const deadlines = deadlinesOf(this.#core.model.standing, this.#store.saveRetryAtMs, nowMs);
    if (deadlines.length > 0 && !this.#closed) {
      const next = Math.min(...deadlines.map((deadline) => deadline.atMs));
      this.#tick = this.#options.clock.setTimer(nextTickInMs(next, nowMs), () => this.#onTick());
    }
  }

  #noteSkew(skewMs: number | null): void {
    this.#clockSkewMs = skewMs ?? this.#clockSkewMs;
    if (skewMs !== null && Math.abs(skewMs) > NOTABLE_SKEW_MS) {
      this.#options.logger.warn('The clock of this machine is off', {
        seconds: Math.round(skewMs / 1_000),
      });
    }
  }
}
