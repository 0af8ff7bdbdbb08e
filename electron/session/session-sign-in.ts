import type { CallbackRefusal } from '../../shared/ipc-contract.ts';
import type { Account, SignInFailure } from '../../shared/session-state.ts';
import type { SessionCore } from './session-core.ts';
import type { SessionKeeperOptions } from './session-keeper-options.ts';
import type { SessionStore } from './session-store.ts';
import { SignInAttempt } from './sign-in-attempt.ts';
import type { SignInOrder } from './sign-in-order.ts';
import { underLock } from './take-lock.ts';

export type SignInResult =
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'failed'; readonly failure: SignInFailure }
  | { readonly kind: 'already-running' };

export interface SessionSignInOptions extends SessionKeeperOptions {
  readonly onClockSkew: (skewMs: number | null) => void;
}

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
    const attempt = new SignInAttempt(order, {
      ...this.#options,
      settings: this.#options.settings(),
      expected,
      onStage: (stage) => this.#core.apply({ kind: 'sign-in-waits', stage }),
    });
    this.#attempt = attempt;
    this.#cancelled = new AbortController();
    this.#running = this.#run(attempt, order).finally(() => {
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

  async #run(attempt: SignInAttempt, order: SignInOrder): Promise<SignInResult> {
    if (order.way === 'browser' || order.way === 'pasted') {
      const ready = await this.#prepare();
      if (ready !== null) {
        return ready;
      }
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
  async #prepare(): Promise<SignInResult | null> {
    if (this.#hasTokens()) {
      return null;
    }
    await this.#store.read();
    if (this.#core.model.standing.kind === 'holding') {
      return { kind: 'signed-in' };
    }
    const { signal } = this.#cancelled;
    if (this.#hasTokens() || signal.aborted) {
      return null;
    }
    // Whoever cancelled while a prompt was open is not told that the keychain failed.
    if ((await this.#store.tryOut()).kind !== 'failed' || signal.aborted) {
      return null;
    }
    const isFile = this.#options.caches.chosen === 'file';
    return this.#failed({ kind: isFile ? 'file-failed' : 'keychain-failed' });
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
