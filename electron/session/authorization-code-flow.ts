import type { Clock } from '../../shared/clock.ts';
import type { CallbackRefusal } from '../../shared/ipc-contract.ts';
import { DEFAULT_REDIRECT_PORTS, type SessionSettings } from '../../shared/session-settings.ts';
import type { SignInFailure } from '../../shared/session-state.ts';
import { authorizeUrl } from './authorize-url.ts';
import { redirectUriFor } from './callback-request.ts';
import type { CallbackOutcome, CallbackSource } from './callback-source.ts';
import { LoopbackListener } from './loopback-listener.ts';
import { PastedCallback } from './pasted-callback.ts';
import { createPkcePair, createState } from './pkce.ts';
import type { Secret } from './secret.ts';
import { signInFailureOf } from './sign-in-failure.ts';
import type { CachedTokens } from './token-cache.ts';
import type { OAuthClient, TokenAnswer, TokenEndpoint } from './token-endpoint.ts';
import { withQuickRetries } from './token-request-retries.ts';
import { tokensOfSignIn } from './token-succession.ts';
import { trueTimeMs } from './wrong-clock.ts';

export interface AuthorizationCodeFlowOptions {
  readonly clock: Clock;
  /** Uniform in [0, 1); spreads retries. Secrets are drawn elsewhere. */
  readonly random: () => number;
  readonly accountsUrl: string;
  readonly client: OAuthClient;
  readonly endpoint: TokenEndpoint;
  readonly settings: SessionSettings;
  /** `pasted`: the page is opened anywhere and its callback address comes from the user. */
  readonly way: 'browser' | 'pasted';
  /** Whether the system's browser took the address. */
  readonly openBrowser: (url: URL) => Promise<boolean>;
  /** The wait begins; in the browser way the browser is about to open. */
  readonly onWaiting: (wait: {
    readonly redirectUri: string;
    readonly endsAtMs: number;
    readonly pageUrl: string | null;
  }) => void;
}

export type AuthorizationResult =
  | {
      readonly kind: 'authorized';
      readonly tokens: CachedTokens;
      readonly clockSkewMs: number | null;
    }
  | { readonly kind: 'failed'; readonly failure: SignInFailure };

/**
 * One sign-in by authorization code with PKCE (RFC 6749 §4.1, RFC 7636, RFC 8252). An instance is
 * used for one attempt.
 */
export class AuthorizationCodeFlow {
  readonly #options: AuthorizationCodeFlowOptions;
  readonly #cancelled = new AbortController();
  #source: CallbackSource | null = null;
  #url: URL | null = null;

  constructor(options: AuthorizationCodeFlowOptions) {
    this.#options = options;
  }

  /** Runs the attempt to its end. Never throws. */
  async run(): Promise<AuthorizationResult> {
    if (this.#cancelled.signal.aborted) {
      return failed({ kind: 'cancelled' });
    }
    const [pkce, state] = await Promise.all([createPkcePair(), createState()]);
    const source = await this.#openSource(state);
    if (source === null) {
      return failed({ kind: 'ports-busy', ports: [...this.#options.settings.redirectPorts] });
    }
    this.#source = source;
    try {
      if (this.#cancelled.signal.aborted) {
        return failed({ kind: 'cancelled' });
      }
      const callback = await this.#awaitCallback(source, pkce.challenge, state);
      this.#url = null;
      // The port is free again before the slow part begins.
      await source.close();
      if (callback.kind !== 'code') {
        return failed(callbackFailure(callback, this.#options.settings.signInLimitSeconds));
      }
      return this.#result(
        await this.#exchange({
          grant: 'authorization-code',
          client: this.#options.client,
          code: callback.code,
          redirectUri: source.redirectUri,
          verifier: pkce.verifier,
        }),
      );
    } finally {
      this.#url = null;
      await source.close();
    }
  }

  /** Opens the same address once more, for a tab that was closed by mistake. */
  async openBrowserAgain(): Promise<'done' | 'not-running' | 'not-opened'> {
    if (this.#url === null) {
      return 'not-running';
    }
    return (await this.#openBrowser(this.#url)) ? 'done' : 'not-opened';
  }

  /** Takes the callback address that the user pasted; a wrong one leaves the wait as it is. */
  giveCallbackAddress(address: string): 'accepted' | 'not-running' | CallbackRefusal {
    return this.#url !== null && this.#source instanceof PastedCallback
      ? this.#source.give(address)
      : 'not-running';
  }

  /** Ends the attempt; `run` then gives `cancelled`. */
  async cancel(): Promise<void> {
    this.#cancelled.abort();
    await this.#source?.close();
  }

  async #openSource(state: Secret): Promise<CallbackSource | null> {
    const { clock, settings, way } = this.#options;
    const limitMs = settings.signInLimitSeconds * 1_000;
    if (way === 'browser') {
      return await LoopbackListener.open(settings.redirectPorts, { clock, state, limitMs });
    }
    // Nobody listens there, so any port will do; but a browser refuses to go to port 0.
    const port = settings.redirectPorts[0] || DEFAULT_REDIRECT_PORTS[0];
    const redirectUri = settings.manualRedirectUri ?? redirectUriFor(port);
    return new PastedCallback({ clock, redirectUri, state, limitMs });
  }

  async #awaitCallback(
    source: CallbackSource,
    challenge: string,
    state: Secret,
  ): Promise<CallbackOutcome | { readonly kind: 'browser-not-opened' }> {
    const { accountsUrl, client, clock, onWaiting, settings, way } = this.#options;
    const url = authorizeUrl({
      accountsUrl,
      clientId: client.id,
      redirectUri: source.redirectUri,
      scopes: settings.scopes,
      state,
      challenge,
      showDialog: settings.showDialog,
    });
    this.#url = url;
    onWaiting({
      redirectUri: source.redirectUri,
      endsAtMs: clock.nowMs() + settings.signInLimitSeconds * 1_000,
      pageUrl: way === 'pasted' ? url.href : null,
    });
    return way === 'pasted'
      ? await source.outcome
      : await Promise.race([source.outcome, this.#browserRefused(url)]);
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

  #exchange(request: Parameters<TokenEndpoint['request']>[0]): Promise<TokenAnswer> {
    const { clock, random, settings, endpoint } = this.#options;
    const { signal } = this.#cancelled;
    return withQuickRetries(() => endpoint.request(request, signal), {
      clock,
      random,
      maxRetries: settings.maxRetries,
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
    const { client, settings } = this.#options;
    return {
      kind: 'authorized',
      clockSkewMs,
      tokens: tokensOfSignIn(grant, {
        way: 'authorization-code',
        clientSecret: client.secret,
        requestedScopes: settings.scopes,
        sentAtMs,
        // Six months are Spotify's, so they are counted from Spotify's time.
        authorizedAtMs: trueTimeMs(sentAtMs, clockSkewMs),
      }),
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
