import type { Connection } from '../../shared/connection.ts';
import type { CallbackRefusal } from '../../shared/ipc-contract.ts';
import type { TokenCacheKind } from '../../shared/session-settings.ts';
import type { Account, SessionState, SignInFailure } from '../../shared/session-state.ts';
import { Signal, type Unsubscribe } from '../../shared/signal.ts';
import type { MoveResult } from './chosen-token-cache.ts';
import type { Secret } from './secret.ts';
import type { AccessTokenResult, Session } from './session.ts';
import type { RetryOrigin, SessionKeeper } from './session-keeper.ts';
import type { SessionMarkerStore } from './session-marker.ts';
import type { SignInResult } from './session-sign-in.ts';
import type { SignInOrder } from './sign-in-order.ts';

const SIGNED_OUT: SessionState = { kind: 'signed-out', lastFailure: null };

export interface ClientSessionOptions {
  readonly marker: SessionMarkerStore;
  /** How things stand before there is a keeper. */
  readonly idleConnection: () => Omit<Connection, 'lastSignInFailure'>;
  /** Where tokens go, as long as there is no keeper to move them. */
  readonly chooseCache: (kind: TokenCacheKind) => void;
  readonly createKeeper: (clientId: string, marker: SessionMarkerStore) => SessionKeeper;
  /** Deletes what a client id that is no longer used left in its cache. */
  readonly forgetTokens: (clientId: string) => Promise<unknown>;
}

/** The keeper of one client id's session. */
interface Kept {
  readonly clientId: string;
  readonly keeper: SessionKeeper;
  readonly unsubscribe: Unsubscribe;
  /** Its marker is no longer the app's: another client id has taken over. */
  isRetired: boolean;
}

/**
 * The session of whichever client id is in use. A keeper belongs to one client id; this is what
 * stays when the user pastes another, and what there is before the first.
 */
export class ClientSession implements Session {
  readonly stateChanged = new Signal<SessionState>();
  readonly connectionChanged = new Signal<void>();
  readonly #options: ClientSessionOptions;
  #inUse: Kept | null = null;
  /** Signs in with another client id, while the one in use goes on. */
  #candidate: Kept | null = null;
  /** Why the last candidate came to nothing. */
  #lastFailure: SignInFailure | null = null;
  /** Why the last sign-in of this run came to nothing, told also where a session goes on. */
  #lastAttempt: SignInFailure | null = null;
  #signIn: Promise<SignInResult> | null = null;
  #retiring: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: ClientSessionOptions) {
    this.#options = options;
  }

  get state(): SessionState {
    const attempt = this.#candidate?.keeper.state;
    if (attempt?.kind === 'authorizing' || attempt?.kind === 'confirming-account') {
      return attempt;
    }
    const state = this.#inUse?.keeper.state ?? SIGNED_OUT;
    return this.#lastFailure !== null &&
      (state.kind === 'signed-out' || state.kind === 'sign-in-needed')
      ? { ...state, lastFailure: this.#lastFailure }
      : state;
  }

  get account(): Account | null {
    return this.#inUse?.keeper.account ?? null;
  }

  /** Whose tokens `getAccessToken` gives; null before the first. */
  get clientId(): string | null {
    return this.#inUse?.clientId ?? null;
  }

  /** How the session is kept. */
  get connection(): Connection {
    const { keeper } = this.#inUse ?? {};
    return {
      ...(keeper?.connection ?? this.#options.idleConnection()),
      lastSignInFailure: this.#lastAttempt,
    };
  }

  /** The secret that goes with this client id, where the session knows one. */
  secretFor(clientId: string): Secret | null {
    return this.#inUse?.clientId === clientId ? this.#inUse.keeper.clientSecret : null;
  }

  get isSigningIn(): boolean {
    return this.#signIn !== null;
  }

  /** Goes on with the session that this client id may have in its cache. */
  async start(clientId: string): Promise<void> {
    this.#inUse ??= this.#keep(clientId);
    await this.#inUse.keeper.start();
  }

  /**
   * Signs in with this client id. A session of another one goes on until this has worked, so that a
   * wrong id costs nothing.
   */
  signIn(clientId: string, order: SignInOrder): Promise<SignInResult> {
    if (this.#signIn !== null || this.#closed) {
      return Promise.resolve({ kind: 'already-running' });
    }
    this.#noteAttempt(null);
    this.#signIn = this.#runSignIn(clientId, order)
      .then((result) => {
        this.#noteAttempt(result.kind === 'failed' ? result.failure : null);
        return result;
      })
      .finally(() => {
        this.#signIn = null;
      });
    return this.#signIn;
  }

  async openBrowserAgain(): Promise<'done' | 'not-running' | 'not-opened'> {
    const { keeper } = this.#candidate ?? this.#inUse ?? {};
    return (await keeper?.openBrowserAgain()) ?? 'not-running';
  }

  giveCallbackAddress(address: string): 'accepted' | 'not-running' | CallbackRefusal {
    const { keeper } = this.#candidate ?? this.#inUse ?? {};
    return keeper?.giveCallbackAddress(address) ?? 'not-running';
  }

  confirmAccount(accept: boolean): 'done' | 'not-asked' {
    const { keeper } = this.#candidate ?? this.#inUse ?? {};
    return keeper?.confirmAccount(accept) ?? 'not-asked';
  }

  /** Ends the sign-in under way; resolves when its port is free again. */
  async cancelSignIn(): Promise<void> {
    const { keeper } = this.#candidate ?? this.#inUse ?? {};
    await keeper?.cancelSignIn();
    await this.#signIn;
  }

  /** Moves the session, or only the choice for the next one, to another kind of cache. */
  async moveTokens(kind: TokenCacheKind): Promise<MoveResult | 'busy'> {
    if (this.#signIn !== null) {
      return 'busy';
    }
    if (this.#inUse !== null) {
      return await this.#inUse.keeper.moveTokens(kind);
    }
    this.#options.chooseCache(kind);
    this.connectionChanged.emit();
    return 'done';
  }

  async retry(by: RetryOrigin): Promise<void> {
    await this.#inUse?.keeper.retry(by);
  }

  setAccount(key: string, displayName: string): void {
    this.#inUse?.keeper.setAccount(key, displayName);
  }

  async disconnect(): Promise<{ kind: 'done' | 'keychain-failed' | 'file-failed' }> {
    await this.cancelSignIn();
    return (await this.#inUse?.keeper.disconnect()) ?? { kind: 'done' };
  }

  async getAccessToken(): Promise<AccessTokenResult> {
    return (
      (await this.#inUse?.keeper.getAccessToken()) ?? { kind: 'unavailable', state: SIGNED_OUT }
    );
  }

  invalidate(token: Secret): void {
    this.#inUse?.keeper.invalidate(token);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#candidate?.unsubscribe();
    this.#inUse?.unsubscribe();
    await Promise.all([this.#candidate?.keeper.close(), this.#inUse?.keeper.close()]);
    await this.#signIn;
    await this.#retiring;
  }

  async #runSignIn(clientId: string, order: SignInOrder): Promise<SignInResult> {
    // A change back to a client id waits until its old tokens are gone: the new ones must not be.
    await this.#retiring;
    if (this.#closed) {
      return { kind: 'already-running' };
    }
    this.#lastFailure = null;
    const before = this.#inUse;
    if (before === null || before.clientId === clientId) {
      this.#inUse = before ?? this.#keep(clientId);
      return await this.#inUse.keeper.signIn(order);
    }
    const candidate = this.#keep(clientId);
    this.#candidate = candidate;
    const result = await candidate.keeper.signIn(order, before.keeper.account);
    this.#candidate = null;
    if (result.kind === 'signed-in') {
      this.#inUse = candidate;
      before.isRetired = true;
      this.#retiring = this.#retire(before).then(() =>
        this.#options.forgetTokens(before.clientId).then(() => undefined),
      );
    } else {
      this.#lastFailure = result.kind === 'failed' ? result.failure : null;
      await this.#retire(candidate);
    }
    this.#tell();
    return result;
  }

  #noteAttempt(failure: SignInFailure | null): void {
    this.#lastAttempt = failure;
    if (!this.#closed) {
      this.connectionChanged.emit();
    }
  }

  #keep(clientId: string): Kept {
    const { createKeeper, marker } = this.#options;
    const keeper = createKeeper(clientId, {
      read: () => marker.read(),
      write: (written) => {
        // A refresh that was under way when another client id took over still ends after it.
        if (!kept.isRetired) {
          marker.write(written);
        }
      },
    });
    const kept: Kept = {
      clientId,
      keeper,
      unsubscribe: both(
        keeper.stateChanged.subscribe(() => this.#tell()),
        keeper.connectionChanged.subscribe(() => this.connectionChanged.emit()),
      ),
      isRetired: false,
    };
    return kept;
  }

  async #retire(kept: Kept): Promise<void> {
    kept.isRetired = true;
    kept.unsubscribe();
    await kept.keeper.close();
  }

  #tell(): void {
    if (this.#inUse?.keeper.state.kind === 'active') {
      this.#lastFailure = null;
    }
    if (!this.#closed) {
      this.stateChanged.emit(this.state);
    }
  }
}

function both(first: Unsubscribe, second: Unsubscribe): Unsubscribe {
  return () => {
    first();
    second();
  };
}
