import type { Clock } from '../shared/clock.ts';
import type { ConnectionTest, SessionSnapshot } from '../shared/ipc-contract.ts';
import type { Logger } from '../shared/logger.ts';
import type { SessionSettings, TokenCacheKind } from '../shared/session-settings.ts';
import { Signal, type Unsubscribe } from '../shared/signal.ts';
import { AccountFollower } from './account-follower.ts';
import type { SpotifyAddresses } from './desktop/service-addresses.ts';
import type { Library } from './library/library.ts';
import { directRoutes, type Routes } from './network/routes.ts';
import { identityOf, testOf } from './profile-answers.ts';
import { redirectUriFor } from './session/callback-request.ts';
import type { MoveResult, TokenCacheShelf } from './session/chosen-token-cache.ts';
import type { ClientSession } from './session/client-session.ts';
import { createClientSession } from './session/create-client-session.ts';
import type { PrefilledClient } from './session/prefilled-client.ts';
import type { ProcessLock } from './session/process-lock.ts';
import type { Secret } from './session/secret.ts';
import type { SessionMarkerStore } from './session/session-marker.ts';
import type { SignInResult } from './session/session-sign-in.ts';
import type { SignInOrder } from './session/sign-in-order.ts';
import type { ApiFailure } from './spotify/api-failure.ts';
import { createSpotifyApi } from './spotify/create-spotify-api.ts';
import type { LedgerStore } from './spotify/ledger-store.ts';
import type { SpotifyApi } from './spotify/spotify-api.ts';
import type { SettingsStore } from './storage/settings.ts';

export interface WatchOptions {
  readonly mode: 'spotify' | 'sample';
  readonly addresses: SpotifyAddresses;
  readonly sessionSettings: () => SessionSettings;
  /** To be registered at the dashboard; the sample's own sign-in uses none of them. */
  readonly registeredPorts: () => readonly number[];
  /** For the set-up, where the settings hold none. */
  readonly offered: PrefilledClient | null;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly settings: SettingsStore;
  readonly marker: SessionMarkerStore;
  readonly ledgerStore: LedgerStore;
  readonly caches: TokenCacheShelf;
  /** Null where no other process can have the same session. */
  readonly lockFor: (name: string) => ProcessLock | null;
  readonly openBrowser: (url: URL) => Promise<boolean>;
  /** What the system says of the network; left out where the service is on this machine. */
  readonly isOnline?: () => boolean;
  /** The way to an address; direct by default. */
  readonly routes?: Routes;
  readonly createLibrary: (api: SpotifyApi) => Library;
  /** Closed after everything that uses it. */
  readonly closeStorage: () => void;
}

/**
 * Everything that watches one library: a session, the Web API behind it and the monitor. The app
 * has one at a time; the sample library is another one of these, with other addresses and caches.
 */
export class Watch {
  readonly session: ClientSession;
  readonly api: SpotifyApi;
  readonly library: Library;
  /** The session's state, the service's state or the account changed. */
  readonly changed = new Signal<void>();
  readonly #options: WatchOptions;
  readonly #follower: AccountFollower;
  readonly #subscriptions: Unsubscribe[];
  #disconnecting: Promise<'done' | 'keychain-failed' | 'file-failed'> | null = null;

  constructor(options: WatchOptions) {
    this.#options = options;
    const { clock, random, logger, addresses, settings } = options;
    const isOnline = options.isOnline ?? (() => true);
    const routes = options.routes ?? directRoutes;
    this.session = createClientSession({
      ...options,
      isOnline,
      routes,
      accountsUrl: addresses.accountsUrl,
      settings: options.sessionSettings,
      refreshRecords: {
        read: () => settings.read().refreshes,
        write: (refreshes) => settings.update({ refreshes: [...refreshes] }),
      },
      identify: async (token) => identityOf(await this.api.profileOf(token, { origin: 'by-hand' })),
    });
    this.api = createSpotifyApi({
      clock,
      random,
      session: this.session,
      ledgerStore: options.ledgerStore,
      apiUrl: addresses.apiUrl,
      budget: () => {
        const now = settings.read();
        return {
          perDay: now.requestBudgetPerDay,
          perFamilyPerDay: now.requestBudgetPerFamilyPerDay,
          keptOneIn: now.requestsKeptOneIn,
        };
      },
      isOnline,
      routes,
      owner: () => this.#owner(),
      clientId: () =>
        this.session.clientId ?? options.marker.read()?.clientId ?? settings.read().clientId,
      logger,
    });
    this.library = options.createLibrary(this.api);
    this.#follower = new AccountFollower({
      clock,
      logger,
      session: this.session,
      api: this.api,
      library: this.library,
      onChanged: () => this.changed.emit(),
    });
    this.#subscriptions = [
      this.session.stateChanged.subscribe(() => this.#look()),
      this.session.connectionChanged.subscribe(() => this.changed.emit()),
      this.api.serviceStateChanged.subscribe(() => this.changed.emit()),
    ];
  }

  get mode(): WatchOptions['mode'] {
    return this.#options.mode;
  }

  /** Why Spotify has not said whose library this is; null when it has, or was not asked. */
  get accountTrouble(): ApiFailure | null {
    return this.#follower.trouble;
  }

  /**
   * Goes on where the last run stopped: with its account, before any request, even offline or while
   * the keychain asks its user. Resolves when the keychain has answered, after 10 s at most.
   */
  async start(): Promise<void> {
    const marker = this.#options.marker.read();
    const clientId = marker?.clientId ?? this.#options.settings.read().clientId;
    if (clientId !== null) {
      const started = this.session.start(clientId);
      this.#look();
      await started;
      await this.#follower.settled();
    }
  }

  /** Starts signing in. How it ends is told by the session's state. */
  startSignIn(clientId: string, order: SignInOrder): 'started' | 'already-running' {
    if (this.session.isSigningIn) {
      return 'already-running';
    }
    this.signIn(clientId, order).catch((error: unknown) => {
      this.#options.logger.error('The sign-in broke off', { reason: String(error) });
    });
    return 'started';
  }

  /** Signs in and, where that works, finds out who it was. */
  async signIn(clientId: string, order: SignInOrder): Promise<SignInResult> {
    if (order.way !== 'access-token') {
      this.#options.settings.update({ clientId });
    }
    const clientBefore = this.session.clientId;
    const result = await this.#during(async () => {
      const signIn = await this.session.signIn(clientId, order);
      if (clientBefore !== null && clientBefore !== this.session.clientId) {
        this.api.forgetService();
      }
      return signIn;
    });
    if (result.kind === 'signed-in') {
      // Also where the keychain did not take the tokens: the session lives until the app quits.
      this.library.forgetRefusals();
      this.#follower.look();
      this.#follower.ask();
    } else {
      this.#follower.look();
    }
    return result;
  }

  /** The secret that is known for this client id: the session's, or the environment's. */
  knownSecret(clientId: string): Secret | null {
    const { offered } = this.#options;
    return (
      this.session.secretFor(clientId) ??
      (offered?.clientId === clientId.toLowerCase() ? offered.secret : null)
    );
  }

  /** A live token and one `GET /me`. */
  async testConnection(): Promise<ConnectionTest> {
    const access = await this.session.getAccessToken();
    if (access.kind === 'unavailable') {
      return { kind: 'no-token' };
    }
    const { state } = this.session;
    if (state.kind === 'active' && state.life.way === 'client-credentials') {
      return { kind: 'ok', displayName: null };
    }
    return testOf(await this.api.profile({ origin: 'by-hand' }));
  }

  /** Moves the session to another kind of cache. The sample's stays in memory. */
  async moveTokens(to: TokenCacheKind): Promise<MoveResult | 'busy'> {
    return this.#options.mode === 'sample' ? 'not-taken' : await this.session.moveTokens(to);
  }

  /** Whatever is waited for is looked at again. */
  retry(by: 'user' | 'system'): void {
    this.#retry(by).catch((error: unknown) => {
      this.#options.logger.error('Trying again broke off', { reason: String(error) });
    });
  }

  /** Signs out for good and deletes everything of this account. Asking twice joins the first. */
  disconnect(): Promise<'done' | 'keychain-failed' | 'file-failed'> {
    this.#disconnecting ??= this.#disconnect().finally(() => {
      this.#disconnecting = null;
    });
    return this.#disconnecting;
  }

  snapshot(): SessionSnapshot {
    const { mode, settings, offered, registeredPorts } = this.#options;
    const clientId = settings.read().clientId ?? offered?.clientId ?? null;
    return {
      mode,
      state: this.session.state,
      service: this.api.serviceState,
      account: this.session.account,
      connection: this.session.connection,
      setup: {
        clientId,
        hasSecret: clientId !== null && this.knownSecret(clientId) !== null,
        redirectUris: registeredPorts()
          .filter((port) => port !== 0)
          .map((port) => redirectUriFor(port)),
      },
    };
  }

  /** The session and the library at once: neither's end is to wait for the other's. */
  async close(): Promise<void> {
    for (const unsubscribe of this.#subscriptions) {
      unsubscribe();
    }
    this.#follower.close();
    try {
      // The one does not cut the other short: a new refresh token may be on its way.
      const parts = await Promise.allSettled([this.library.close(), this.session.close()]);
      await this.#follower.settled();
      await this.api.close();
      throwFirst(parts);
    } finally {
      this.#options.closeStorage();
    }
  }

  async #disconnect(): Promise<'done' | 'keychain-failed' | 'file-failed'> {
    return await this.#during(async () => {
      await this.session.cancelSignIn();
      const wasSignedOut = this.session.state.kind === 'signed-out';
      const { key } = this.#follower;
      const { kind } = await this.session.disconnect();
      if (kind !== 'done') {
        return kind;
      }
      await this.#follower.leave();
      // What was told of its end is a trace of the account too.
      this.#options.settings.update({ renewalTold: null });
      if (key !== null) {
        await this.library.deleteAccount(key);
      } else if (!wasSignedOut) {
        // Signed in, but never told as whom: what is here can only be that user's.
        await this.library.deleteAllAccounts();
      }
      this.changed.emit();
      return 'done';
    });
  }

  /** Runs what may bring another user's tokens: nobody sees what the former one was answered. */
  async #during<T>(work: () => Promise<T>): Promise<T> {
    this.api.forgetAnswers();
    try {
      return await this.#follower.during(work);
    } finally {
      this.api.forgetAnswers();
    }
  }

  /** Client and account; null until Spotify has said who it is. */
  #owner(): string | null {
    const { clientId, account } = this.session;
    return clientId === null || account === null ? null : `${clientId} ${account.key}`;
  }

  async #retry(by: 'user' | 'system'): Promise<void> {
    this.#options.routes?.lookAgain(by);
    this.api.expectNetwork();
    await this.session.retry(by);
    this.#follower.look();
    // A pause that only spares the service is no reason to let somebody press a button in vain.
    if (by === 'user' && (await this.library.status()).monitor.kind === 'paused') {
      await this.library.checkNow();
    }
  }

  #look(): void {
    this.#follower.look();
    this.changed.emit();
  }
}

function throwFirst(parts: readonly PromiseSettledResult<unknown>[]): void {
  for (const part of parts) {
    if (part.status === 'rejected') throw part.reason;
  }
}
