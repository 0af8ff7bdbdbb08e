import type { Clock } from '../shared/clock.ts';
import type { SessionSnapshot } from '../shared/ipc-contract.ts';
import type { Logger } from '../shared/logger.ts';
import { Signal, type Unsubscribe } from '../shared/signal.ts';
import type { ServiceAddresses } from './desktop/service-addresses.ts';
import { AccountProbe } from './library/account-probe.ts';
import type { Library } from './library/library.ts';
import { redirectUriFor } from './session/callback-request.ts';
import { ClientSession } from './session/client-session.ts';
import { SessionKeeper, type SignInResult } from './session/session-keeper.ts';
import type { SessionMarkerStore } from './session/session-marker.ts';
import type { TokenCache } from './session/token-cache.ts';
import { HttpTokenEndpoint } from './session/token-endpoint.ts';
import type { Profile } from './spotify/catalogue.ts';
import { createSpotifyApi } from './spotify/create-spotify-api.ts';
import type { LedgerStore } from './spotify/ledger-store.ts';
import type { SpotifyApi } from './spotify/spotify-api.ts';
import type { SettingsStore } from './storage/settings.ts';

/** One request of the token endpoint may take this long (blueprint §3). */
const TOKEN_TIMEOUT_SECONDS = 15;

export interface WatchOptions {
  readonly mode: 'spotify' | 'sample';
  readonly addresses: ServiceAddresses;
  readonly redirectPorts: readonly number[];
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
  readonly #probe: AccountProbe;
  readonly #subscriptions: Unsubscribe[];

  constructor(options: WatchOptions) {
    this.#options = options;
    const { clock, random, logger, addresses, settings } = options;
    const endpoint = new HttpTokenEndpoint({
      accountsUrl: addresses.accountsUrl,
      clock,
      timeoutSeconds: TOKEN_TIMEOUT_SECONDS,
    });
    this.session = new ClientSession(
      (clientId) =>
        new SessionKeeper({
          clock,
          random,
          clientId,
          endpoint,
          accountsUrl: addresses.accountsUrl,
          cache: options.cacheFor(clientId),
          marker: options.marker,
          redirectPorts: options.redirectPorts,
          openBrowser: options.openBrowser,
          logger,
        }),
      (clientId) => options.cacheFor(clientId).delete(),
    );
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
    this.#probe = new AccountProbe({
      clock,
      api: this.api,
      onProfile: (profile) => void this.#onProfile(profile),
    });
    this.#subscriptions = [
      this.session.stateChanged.subscribe(() => this.#onSessionChanged()),
      this.api.serviceStateChanged.subscribe(() => this.changed.emit()),
    ];
  }

  /** Goes on where the last run stopped: with its account, before any request, even offline. */
  async start(): Promise<void> {
    const marker = this.#options.marker.read();
    const clientId = marker?.clientId ?? this.#options.settings.read().clientId;
    if (clientId !== null) {
      await this.session.start(clientId);
    }
    if (marker !== null && marker.accountKey !== null) {
      await this.library.watch({
        key: marker.accountKey,
        displayName: marker.displayName ?? '',
      });
    }
  }

  /** Starts signing in. How it ends is told by the session's state. */
  startSignIn(clientId: string): 'started' | 'already-running' {
    if (this.session.state.kind === 'authorizing') {
      return 'already-running';
    }
    void this.signIn(clientId);
    return 'started';
  }

  /** Signs in and, where that works, finds out who it was. Never throws. */
  async signIn(clientId: string): Promise<SignInResult> {
    this.#options.settings.update({ clientId });
    const result = await this.session.signIn(clientId);
    if (result.kind === 'signed-in') {
      // Another user may have agreed this time, so the question is asked anew.
      this.#probe.ask();
    }
    return result;
  }

  /** Whatever is waited for is looked at again. */
  retry(by: 'user' | 'system'): void {
    void this.session.retry(by).then(() => {
      if (this.session.account === null && this.session.state.kind === 'active') {
        this.#probe.ask();
      }
      this.library.reconsider();
    });
  }

  /** Signs out for good and deletes everything of this account. */
  async disconnect(): Promise<'done' | 'keychain-failed'> {
    const account = this.session.account;
    this.#probe.stop();
    const { kind } = await this.session.disconnect();
    if (kind === 'keychain-failed') {
      return kind;
    }
    await this.library.unwatch();
    if (account !== null) {
      await this.library.deleteAccount(account.key);
    }
    this.changed.emit();
    return 'done';
  }

  snapshot(): SessionSnapshot {
    const { mode, settings, redirectPorts } = this.#options;
    return {
      mode,
      state: this.session.state,
      service: this.api.serviceState,
      account: this.session.account,
      setup: {
        clientId: settings.read().clientId,
        redirectUris: redirectPorts.map((port) => redirectUriFor(port)),
      },
    };
  }

  async close(): Promise<void> {
    for (const unsubscribe of this.#subscriptions) {
      unsubscribe();
    }
    this.#probe.stop();
    await this.library.close();
    await this.session.close();
    await this.api.close();
    this.#options.closeStorage();
  }

  #onSessionChanged(): void {
    if (this.session.state.kind === 'active') {
      if (this.session.account === null) {
        this.#probe.ask();
      }
      this.library.reconsider();
    }
    this.changed.emit();
  }

  /** The library watches before anyone hears of the account: who does may ask it for a check. */
  async #onProfile({ accountKey, displayName }: Profile): Promise<void> {
    await this.library.watch({ key: accountKey, displayName });
    this.session.setAccount(accountKey, displayName);
    this.changed.emit();
  }
}
