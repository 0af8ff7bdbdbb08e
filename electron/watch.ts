import type { Clock } from '../shared/clock.ts';
import type { SessionSnapshot } from '../shared/ipc-contract.ts';
import type { Logger } from '../shared/logger.ts';
import { Signal, type Unsubscribe } from '../shared/signal.ts';
import { AccountFollower } from './account-follower.ts';
import type { ServiceAddresses } from './desktop/service-addresses.ts';
import type { Library } from './library/library.ts';
import { redirectUriFor } from './session/callback-request.ts';
import type { ClientSession } from './session/client-session.ts';
import { createClientSession } from './session/create-client-session.ts';
import type { SignInResult } from './session/session-keeper.ts';
import type { SessionMarkerStore } from './session/session-marker.ts';
import type { TokenCache } from './session/token-cache.ts';
import type { ApiFailure } from './spotify/api-failure.ts';
import { createSpotifyApi } from './spotify/create-spotify-api.ts';
import type { LedgerStore } from './spotify/ledger-store.ts';
import type { SpotifyApi } from './spotify/spotify-api.ts';
import type { SettingsStore } from './storage/settings.ts';

export interface WatchOptions {
  readonly mode: 'spotify' | 'sample';
  readonly addresses: ServiceAddresses;
  /** Tried in this order; 0 is any port. */
  readonly redirectPorts: readonly number[];
  /** For the set-up, where the settings hold none. */
  readonly offeredClientId: string | null;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly settings: SettingsStore;
  readonly marker: SessionMarkerStore;
  readonly ledgerStore: LedgerStore;
  readonly cacheFor: (clientId: string) => TokenCache;
  readonly openBrowser: (url: URL) => Promise<boolean>;
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
  #disconnecting: Promise<'done' | 'keychain-failed'> | null = null;

  constructor(options: WatchOptions) {
    this.#options = options;
    const { clock, random, logger, addresses, settings } = options;
    this.session = createClientSession({ ...options, accountsUrl: addresses.accountsUrl });
    this.api = createSpotifyApi({
      clock,
      random,
      session: this.session,
      ledgerStore: options.ledgerStore,
      apiUrl: addresses.apiUrl,
      budget: () => {
        const { requestBudgetPerDay, requestBudgetPerFamilyPerDay } = settings.read();
        return { perDay: requestBudgetPerDay, perFamilyPerDay: requestBudgetPerFamilyPerDay };
      },
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
      this.api.serviceStateChanged.subscribe(() => this.changed.emit()),
    ];
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
  startSignIn(clientId: string): 'started' | 'already-running' {
    if (this.session.isSigningIn) {
      return 'already-running';
    }
    this.signIn(clientId).catch((error: unknown) => {
      this.#options.logger.error('The sign-in broke off', { reason: String(error) });
    });
    return 'started';
  }

  /** Signs in and, where that works, finds out who it was. */
  async signIn(clientId: string): Promise<SignInResult> {
    this.#options.settings.update({ clientId });
    const clientBefore = this.session.clientId;
    const result = await this.#follower.during(async () => {
      const signIn = await this.session.signIn(clientId);
      if (clientBefore !== null && clientBefore !== this.session.clientId) {
        this.api.forgetService();
      }
      return signIn;
    });
    if (result.kind === 'signed-in') {
      // Also where the keychain did not take the tokens: the session lives until the app quits.
      this.#follower.ask();
    } else {
      this.#follower.look();
    }
    return result;
  }

  /** Whatever is waited for is looked at again. */
  retry(by: 'user' | 'system'): void {
    this.#retry(by).catch((error: unknown) => {
      this.#options.logger.error('Trying again broke off', { reason: String(error) });
    });
  }

  /** Signs out for good and deletes everything of this account. Asking twice joins the first. */
  disconnect(): Promise<'done' | 'keychain-failed'> {
    this.#disconnecting ??= this.#disconnect().finally(() => {
      this.#disconnecting = null;
    });
    return this.#disconnecting;
  }

  snapshot(): SessionSnapshot {
    const { mode, settings, offeredClientId } = this.#options;
    const { clientId, redirectPorts } = settings.read();
    return {
      mode,
      state: this.session.state,
      service: this.api.serviceState,
      account: this.session.account,
      setup: {
        clientId: clientId ?? offeredClientId,
        redirectUris: redirectPorts.map((port) => redirectUriFor(port)),
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
      await Promise.all([this.library.close(), this.session.close()]);
      await this.#follower.settled();
      await this.api.close();
    } finally {
      this.#options.closeStorage();
    }
  }

  async #disconnect(): Promise<'done' | 'keychain-failed'> {
    return await this.#follower.during(async () => {
      await this.session.cancelSignIn();
      const wasSignedOut = this.session.state.kind === 'signed-out';
      const { key } = this.#follower;
      const { kind } = await this.session.disconnect();
      if (kind === 'keychain-failed') {
        return kind;
      }
      await this.#follower.leave();
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

  async #retry(by: 'user' | 'system'): Promise<void> {
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
