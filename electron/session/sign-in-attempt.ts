import { assertNever } from '../../shared/assert-never.ts';
import type { Clock } from '../../shared/clock.ts';
import type { CallbackRefusal } from '../../shared/ipc-contract.ts';
import type { SessionSettings } from '../../shared/session-settings.ts';
import type { Account, SignInFailure } from '../../shared/session-state.ts';
import { AuthorizationCodeFlow, type AuthorizationResult } from './authorization-code-flow.ts';
import type { Identify, Identity } from './identity.ts';
import { isAlive } from './refresh-schedule.ts';
import type { SignInStage } from './session-model.ts';
import { signInFailureOf } from './sign-in-failure.ts';
import type { SignInOrder } from './sign-in-order.ts';
import type { TokenEndpoint } from './token-endpoint.ts';
import { withQuickRetries } from './token-request-retries.ts';
import { tokensOfPastedToken, tokensOfSignIn } from './token-succession.ts';

export interface SignInAttemptOptions {
  readonly clock: Clock;
  /** Uniform in [0, 1); spreads retries. */
  readonly random: () => number;
  readonly accountsUrl: string;
  readonly clientId: string;
  readonly endpoint: TokenEndpoint;
  readonly settings: SessionSettings;
  readonly openBrowser: (url: URL) => Promise<boolean>;
  readonly identify: Identify;
  /** Whose library is here; null where nobody's is. */
  readonly expected: Account | null;
  readonly onStage: (stage: SignInStage) => void;
}

export type SignInAttemptResult =
  | (Extract<AuthorizationResult, { kind: 'authorized' }> & {
      /** Null where it is not known whose tokens these are. */
      readonly account: Account | null;
    })
  | { readonly kind: 'failed'; readonly failure: SignInFailure };

/** One attempt to sign in, whichever the way, until there are tokens that the user wants. */
export class SignInAttempt {
  readonly #order: SignInOrder;
  readonly #options: SignInAttemptOptions;
  readonly #cancelled = new AbortController();
  #flow: AuthorizationCodeFlow | null = null;
  #answer: ((accept: boolean) => void) | null = null;

  constructor(order: SignInOrder, options: SignInAttemptOptions) {
    this.#order = order;
    this.#options = options;
  }

  /** Never throws. Nothing is stored here: until it succeeds, everything is as it was. */
  async run(): Promise<SignInAttemptResult> {
    const obtained = await this.#obtain();
    if (obtained.kind === 'failed') {
      return obtained;
    }
    return await this.#checkAccount(obtained);
  }

  async openBrowserAgain(): Promise<'done' | 'not-running' | 'not-opened'> {
    return (await this.#flow?.openBrowserAgain()) ?? 'not-running';
  }

  giveCallbackAddress(address: string): 'accepted' | 'not-running' | CallbackRefusal {
    return this.#flow?.giveCallbackAddress(address) ?? 'not-running';
  }

  /** Answers the question whose account is meant. */
  confirmAccount(accept: boolean): 'done' | 'not-asked' {
    if (this.#answer === null) {
      return 'not-asked';
    }
    this.#answer(accept);
    return 'done';
  }

  async cancel(): Promise<void> {
    this.#cancelled.abort();
    this.#answer?.(false);
    await this.#flow?.cancel();
  }

  async #obtain(): Promise<AuthorizationResult> {
    const { clock } = this.#options;
    switch (this.#order.way) {
      case 'browser':
      case 'pasted':
        return await this.#authorize(this.#order);
      case 'client-credentials':
        return await this.#askForAppToken(this.#order);
      case 'access-token':
        return {
          kind: 'authorized',
          tokens: tokensOfPastedToken(this.#order.token, clock.nowMs()),
          clockSkewMs: null,
        };
      case 'import':
        return { kind: 'authorized', tokens: this.#order.tokens, clockSkewMs: null };
      default:
        return assertNever(this.#order);
    }
  }

  async #authorize(
    order: Extract<SignInOrder, { way: 'browser' | 'pasted' }>,
  ): Promise<AuthorizationResult> {
    const { clientId, onStage } = this.#options;
    this.#flow = new AuthorizationCodeFlow({
      ...this.#options,
      client: { id: clientId, secret: order.secret },
      way: order.way,
      onWaiting: (wait) => onStage({ kind: 'waiting', ...wait }),
    });
    if (this.#cancelled.signal.aborted) {
      await this.#flow.cancel();
    }
    return await this.#flow.run();
  }

  async #askForAppToken({
    secret,
  }: Extract<SignInOrder, { way: 'client-credentials' }>): Promise<AuthorizationResult> {
    const { clientId, clock, endpoint, random, settings } = this.#options;
    const { signal } = this.#cancelled;
    const client = { id: clientId, secret };
    const { outcome, sentAtMs, clockSkewMs } = await withQuickRetries(
      () => endpoint.request({ grant: 'client-credentials', client }, signal),
      { clock, random, maxRetries: settings.maxRetries, signal },
    );
    if (signal.aborted) {
      return { kind: 'failed', failure: { kind: 'cancelled' } };
    }
    if (outcome.kind !== 'tokens') {
      return { kind: 'failed', failure: signInFailureOf(outcome) };
    }
    return {
      kind: 'authorized',
      clockSkewMs,
      tokens: tokensOfSignIn(outcome.grant, {
        way: 'client-credentials',
        clientSecret: secret,
        requestedScopes: [],
        sentAtMs,
        authorizedAtMs: null,
      }),
    };
  }

  /**
   * Nobody's library is mixed with another's: a sign-in that replaces a known account must be for
   * the same one, or the user says that the other is meant.
   */
  async #checkAccount(
    obtained: Extract<AuthorizationResult, { kind: 'authorized' }>,
  ): Promise<SignInAttemptResult> {
    const { clock, expected, identify } = this.#options;
    const { tokens } = obtained;
    const isOurs = this.#order.way === 'browser' || this.#order.way === 'pasted';
    if (tokens.way === 'client-credentials' || (expected === null && isOurs)) {
      return { ...obtained, account: null };
    }
    // An imported access token may be over: then only a refresh, later, tells whose it is.
    const identity: Identity = isAlive(tokens, clock.nowMs(), 0)
      ? await identify(tokens.accessToken)
      : { kind: 'unknown' };
    if (this.#cancelled.signal.aborted) {
      return { kind: 'failed', failure: { kind: 'cancelled' } };
    }
    if (identity.kind === 'refused' && tokens.refreshToken === null) {
      return { kind: 'failed', failure: { kind: 'token-not-accepted' } };
    }
    const found = identity.kind === 'account' ? identity.account : null;
    if (expected === null || found?.key === expected.key) {
      return { ...obtained, account: expected === null ? null : found };
    }
    return await this.#ask({ ...obtained, account: null }, expected, found);
  }

  async #ask(
    result: Extract<SignInAttemptResult, { kind: 'authorized' }>,
    expected: Account,
    found: Account | null,
  ): Promise<SignInAttemptResult> {
    const accepted = new Promise<boolean>((resolve) => {
      this.#answer = resolve;
    });
    this.#options.onStage({ kind: 'confirming', expected, found });
    const accept = await accepted;
    this.#answer = null;
    if (accept) {
      return result;
    }
    return {
      kind: 'failed',
      failure: { kind: this.#cancelled.signal.aborted ? 'cancelled' : 'other-account' },
    };
  }
}
