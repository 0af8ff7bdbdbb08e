import type { Clock } from '../../shared/clock.ts';
import type { SignInFailure } from '../../shared/session-state.ts';
import { authorizeUrl } from './authorize-url.ts';
import { type CallbackOutcome, LoopbackListener } from './loopback-listener.ts';
import { createPkcePair, createState } from './pkce.ts';
import { READING_SCOPES } from './scopes.ts';
import { signInFailureOf } from './sign-in-failure.ts';
import type { CachedTokens } from './token-cache.ts';
import type { TokenAnswer, TokenEndpoint } from './token-endpoint.ts';
import { withQuickRetries } from './token-request-retries.ts';
import { tokensOfSignIn } from './token-succession.ts';

export interface AuthorizationCodeFlowOptions {
  readonly clock: Clock;
  /** Uniform in [0, 1); spreads retries. Secrets are drawn elsewhere. */
  readonly random: () => number;
  readonly accountsUrl: string;
  readonly clientId: string;
  readonly endpoint: TokenEndpoint;
  /** Tried in this order; each must be registered at the dashboard (facts §1). */
  readonly redirectPorts: readonly number[];
  /** Whether the system's browser took the address. */
  readonly openBrowser: (url: URL) => Promise<boolean>;
  readonly limitSeconds: number;
  readonly maxRetries: number;
  readonly showDialog: boolean;
  /** The listener waits and the browser is about to open. */
  readonly onWaiting: (wait: { redirectUri: string; endsAtMs: number }) => void;
}

export type AuthorizationResult =
  | {
      readonly kind: 'authorized';
      readonly tokens: CachedTokens;
      readonly clockSkewMs: number | null;
    }
  | { readonly kind: 'failed'; readonly failure: SignInFailure };

/**
 * One sign-in by authorization code with PKCE over the system's browser (RFC 6749 §4.1, RFC 7636,
 * RFC 8252). An instance is used for one attempt.
 */
export class AuthorizationCodeFlow {
  readonly #options: AuthorizationCodeFlowOptions;
  readonly #cancelled = new AbortController();
  #listener: LoopbackListener | null = null;
  #url: URL | null = null;

  constructor(options: AuthorizationCodeFlowOptions) {
    this.#options = options;
  }

  /** Runs the attempt to its end. Never throws. */
  async run(): Promise<AuthorizationResult> {
    const { clock, redirectPorts, limitSeconds } = this.#options;
    if (this.#cancelled.signal.aborted) {
      return failed({ kind: 'cancelled' });
    }
    const [pkce, state] = await Promise.all([createPkcePair(), createState()]);
    const listener = await LoopbackListener.open(redirectPorts, {
      clock,
      state,
      limitMs: limitSeconds * 1_000,
    });
    if (listener === null) {
      return failed({ kind: 'ports-busy', ports: [...redirectPorts] });
    }
    this.#listener = listener;
    try {
      if (this.#cancelled.signal.aborted) {
        return failed({ kind: 'cancelled' });
      }
      this.#url = authorizeUrl({
        accountsUrl: this.#options.accountsUrl,
        clientId: this.#options.clientId,
        redirectUri: listener.redirectUri,
        scopes: READING_SCOPES,
        state,
        challenge: pkce.challenge,
        showDialog: this.#options.showDialog,
      });
      this.#options.onWaiting({
        redirectUri: listener.redirectUri,
        endsAtMs: clock.nowMs() + limitSeconds * 1_000,
      });
      const callback = await Promise.race([listener.outcome, this.#browserRefused(this.#url)]);
      this.#url = null;
      // The port is free again before the slow part begins.
      await listener.close();
      if (callback.kind !== 'code') {
        return failed(callbackFailure(callback, limitSeconds));
      }
      return this.#result(
        await this.#exchange({
          grant: 'authorization-code',
          clientId: this.#options.clientId,
          code: callback.code,
          redirectUri: listener.redirectUri,
          verifier: pkce.verifier,
        }),
      );
    } finally {
      this.#url = null;
      await listener.close();
    }
  }

  /** Opens the same address once more, for a tab that was closed by mistake. */
  async openBrowserAgain(): Promise<'done' | 'not-running' | 'not-opened'> {
    if (this.#url === null) {
      return 'not-running';
    }
    return (await this.#openBrowser(this.#url)) ? 'done' : 'not-opened';
  }

  /** Settles only when the browser did not open: one that opens may say so late, or never. */
  #browserRefused(url: URL): Promise<{ readonly kind: 'browser-not-opened' }> {
    return new Promise((resolve) => {
      this.#openBrowser(url).then((opened) => {
        if (!opened) {
          resolve({ kind: 'browser-not-opened' });
        }
      });
    });
  }

  async #openBrowser(url: URL): Promise<boolean> {
    try {
      return await this.#options.openBrowser(url);
    } catch {
      // Why it did not open is known to whoever opens it; here it only matters that it did not.
      return false;
    }
  }

  /** Ends the attempt; `run` then gives `cancelled`. */
  async cancel(): Promise<void> {
    this.#cancelled.abort();
    await this.#listener?.close();
  }

  #exchange(request: Parameters<TokenEndpoint['request']>[0]): Promise<TokenAnswer> {
    const { clock, random, maxRetries, endpoint } = this.#options;
    const { signal } = this.#cancelled;
    return withQuickRetries(() => endpoint.request(request, signal), {
      clock,
      random,
      maxRetries,
      signal,
    });
  }

  #result({ outcome, sentAtMs, clockSkewMs }: TokenAnswer): AuthorizationResult {
    if (this.#cancelled.signal.aborted) {
      return failed({ kind: 'cancelled' });
    }
    if (outcome.kind !== 'tokens') {
      return failed(signInFailureOf(outcome));
    }
    const { grant } = outcome;
    if (grant.refreshToken === null) {
      // A session that ends in an hour is not what was asked for (facts §1: always given here).
      return failed({ kind: 'service-unreadable', status: 200 });
    }
    return {
      kind: 'authorized',
      clockSkewMs,
      tokens: tokensOfSignIn(grant, sentAtMs, READING_SCOPES),
    };
  }
}

function failed(failure: SignInFailure): AuthorizationResult {
  return { kind: 'failed', failure };
}

function callbackFailure(
  callback: Exclude<CallbackOutcome, { kind: 'code' }> | { readonly kind: 'browser-not-opened' },
  limitSeconds: number,
): SignInFailure {
  switch (callback.kind) {
    case 'refused':
      return { kind: callback.byUser ? 'refused-by-user' : 'code-not-accepted' };
    case 'timed-out':
      return { kind: 'timed-out', limitSeconds };
    case 'cancelled':
    case 'browser-not-opened':
      return { kind: callback.kind };
  }
}
