import { assertNever } from '../../shared/assert-never.ts';
import type { CallbackRefusal } from '../../shared/ipc-contract.ts';
import type { Account, SignInFailure } from '../../shared/session-state.ts';
import type { SessionCore } from './session-core.ts';
import type { SessionKeeperOptions } from './session-keeper-options.ts';
import type { SessionStore } from './session-store.ts';
import { SignInAttempt } from './sign-in-attempt.ts';
import type { SignInOrder } from './sign-in-order.ts';
import { underLock } from './take-lock.ts';
import type { CachedTokens } from './token-cache.ts';

export type SignInResult =
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'failed'; readonly failure: SignInFailure }
  | { readonly kind: 'already-running' };

export interface SessionSignInOptions extends SessionKeeperOptions {
  readonly onClockSkew: (skewMs: number | null) => void;
}

type Readiness =
  | { readonly kind: 'ready' }
  /** There are tokens of this client id; `isExpected`: and nobody else's library is here. */
  | { readonly kind: 'session-found'; readonly tokens: CachedTokens; readonly isExpected: boolean }
  | { readonly kind: 'no-place'; readonly failure: SignInFailure };

/** Signs in, one attempt at a time, and puts what comes of it into the session's place. */
export class SessionSignIn {
  readonly #core: SessionCore;
  readonly #store: SessionStore;
  readonly #options: SessionSignInOptions;
  #attempt: SignInAttempt | null = null;
  #cancelled = new AbortController();
  #running: Promise<SignInResult> | null = null;

  constructor(core: SessionCore, store: SessionStore, options: SessionSignInOptions) {
    this.#core = core;
    this.#store = store;
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** Never throws. */
  start(order: SignInOrder, expected: Account | null): Promise<SignInResult> {
    if (this.#running !== null) {
      return Promise.resolve({ kind: 'already-running' });
    }
    this.#cancelled = new AbortController();
    this.#running = this.#run(order, expected).finally(() => {
      this.#running = null;
      this.#attempt = null;
    });
    return this.#running;
  }

  async openBrowserAgain(): Promise<'done' | 'not-running' | 'not-opened'> {
    return (await this.#attempt?.openBrowserAgain()) ?? 'not-running';
  }

  giveCallbackAddress(address: string): 'accepted' | 'not-running' | CallbackRefusal {
    return this.#attempt?.giveCallbackAddress(address) ?? 'not-running';
  }

  confirmAccount(accept: boolean): 'done' | 'not-asked' {
    return this.#attempt?.confirmAccount(accept) ?? 'not-asked';
  }

  /** Resolves when nothing of the attempt is left. */
  async cancel(): Promise<void> {
    this.#cancelled.abort();
    await this.#attempt?.cancel();
    await this.#running;
  }

  async #run(order: SignInOrder, expected: Account | null): Promise<SignInResult> {
    const readiness: Readiness =
      order.way === 'browser' || order.way === 'pasted'
        ? await this.#prepare(expected)
        : { kind: 'ready' };
    switch (readiness.kind) {
      case 'ready':
        return await this.#attemptBy(order, expected);
      case 'session-found':
        return readiness.isExpected
          ? { kind: 'signed-in' }
          : await this.#attemptBy({ way: 'import', tokens: readiness.tokens }, expected);
      case 'no-place':
        return this.#failed(readiness.failure);
      default:
        return assertNever(readiness);
    }
  }

  async #attemptBy(order: SignInOrder, expected: Account | null): Promise<SignInResult> {
    const attempt = new SignInAttempt(order, {
      ...this.#options,
      settings: this.#options.settings(),
      expected,
      onStage: (stage) => this.#core.apply({ kind: 'sign-in-waits', stage }),
    });
    this.#attempt = attempt;
    if (this.#cancelled.signal.aborted) {
      await attempt.cancel();
    }
    const result = await attempt.run();
    if (result.kind === 'failed') {
      return this.#failed(result.failure);
    }
    this.#options.onClockSkew(result.clockSkewMs);
    this.#core.beginGeneration();
    await underLock(this.#options, this.#cancelled.signal, () =>
      this.#store.adopt(result.tokens, { kind: 'signed-in', account: result.account }),
    );
    return { kind: 'signed-in' };
  }

  /**
   * Before the user is sent to the browser: is there a place to put the tokens into? And does it
   * perhaps hold a session, now that somebody has unlocked it?
   */
  async #prepare(expected: Account | null): Promise<Readiness> {
    if (this.#hasTokens()) {
      return { kind: 'ready' };
    }
    await this.#store.read();
    const { standing } = this.#core.model;
    if (standing.kind === 'holding') {
      const isExpected = expected === null || expected.key === this.#store.account?.key;
      return { kind: 'session-found', tokens: standing.tokens, isExpected };
    }
    const { signal } = this.#cancelled;
    if (this.#hasTokens() || signal.aborted) {
      return { kind: 'ready' };
    }
    // Whoever cancelled while a prompt was open is not told that the keychain failed.
    if ((await this.#store.tryOut()).kind !== 'failed' || signal.aborted) {
      return { kind: 'ready' };
    }
    const isFile = this.#options.caches.chosen === 'file';
    return { kind: 'no-place', failure: { kind: isFile ? 'file-failed' : 'keychain-failed' } };
  }

  #failed(failure: SignInFailure): SignInResult {
    this.#options.logger.info('The sign-in came to nothing', { reason: failure.kind });
    this.#core.apply({ kind: 'sign-in-failed', failure });
    return { kind: 'failed', failure };
  }

  #hasTokens(): boolean {
    const { standing } = this.#core.model;
    return standing.kind === 'holding' || standing.kind === 'ended';
  }
}
