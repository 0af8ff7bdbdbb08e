import type { Account, SessionState } from '../../shared/session-state.ts';
import { Signal, type Unsubscribe } from '../../shared/signal.ts';
import type { Secret } from './secret.ts';
import type { AccessTokenResult, Session } from './session.ts';
import type { RetryOrigin, SessionKeeper, SignInResult } from './session-keeper.ts';

const SIGNED_OUT: SessionState = { kind: 'signed-out', lastFailure: null };

/**
 * The session of whichever client id is in use. A keeper belongs to one client id; this is what
 * stays when the user pastes another, and what there is before the first.
 */
export class ClientSession implements Session {
  readonly stateChanged = new Signal<SessionState>();
  readonly #createKeeper: (clientId: string) => SessionKeeper;
  readonly #forgetTokens: (clientId: string) => Promise<unknown>;
  #clientId: string | null = null;
  #keeper: SessionKeeper | null = null;
  #unsubscribe: Unsubscribe = () => undefined;

  /** @param forgetTokens deletes what a client id that is no longer used left in its cache */
  constructor(
    createKeeper: (clientId: string) => SessionKeeper,
    forgetTokens: (clientId: string) => Promise<unknown>,
  ) {
    this.#createKeeper = createKeeper;
    this.#forgetTokens = forgetTokens;
  }

  get state(): SessionState {
    return this.#keeper?.state ?? SIGNED_OUT;
  }

  get account(): Account | null {
    return this.#keeper?.account ?? null;
  }

  /** Goes on with the session that this client id may have in its cache. */
  async start(clientId: string): Promise<void> {
    await this.#use(clientId).start();
  }

  /**
   * Signs in with this client id. Tokens of another one stay in its cache until this has worked, so
   * that a wrong id costs nothing: the next start goes on with the old session.
   */
  async signIn(clientId: string): Promise<SignInResult> {
    const idBefore = this.#clientId;
    const isAnother = idBefore !== null && idBefore !== clientId;
    if (isAnother) {
      await this.#keeper?.close();
    }
    const result = await this.#use(clientId).signIn();
    if (isAnother && result.kind === 'signed-in') {
      await this.#forgetTokens(idBefore);
    }
    return result;
  }

  async openBrowserAgain(): Promise<'done' | 'not-running' | 'not-opened'> {
    return (await this.#keeper?.openBrowserAgain()) ?? 'not-running';
  }

  async cancelSignIn(): Promise<void> {
    await this.#keeper?.cancelSignIn();
  }

  async retry(by: RetryOrigin): Promise<void> {
    await this.#keeper?.retry(by);
  }

  setAccount(key: string, displayName: string): void {
    this.#keeper?.setAccount(key, displayName);
  }

  async disconnect(): Promise<{ kind: 'done' | 'keychain-failed' }> {
    return (await this.#keeper?.disconnect()) ?? { kind: 'done' };
  }

  async getAccessToken(): Promise<AccessTokenResult> {
    return (await this.#keeper?.getAccessToken()) ?? { kind: 'unavailable', state: SIGNED_OUT };
  }

  invalidate(token: Secret): void {
    this.#keeper?.invalidate(token);
  }

  async close(): Promise<void> {
    this.#unsubscribe();
    await this.#keeper?.close();
  }

  #use(clientId: string): SessionKeeper {
    if (this.#keeper !== null && this.#clientId === clientId) {
      return this.#keeper;
    }
    this.#unsubscribe();
    const keeper = this.#createKeeper(clientId);
    this.#clientId = clientId;
    this.#keeper = keeper;
    this.#unsubscribe = keeper.stateChanged.subscribe((state) => this.stateChanged.emit(state));
    return keeper;
  }
}
