import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import { AccountProbe } from './library/account-probe.ts';
import type { Library } from './library/library.ts';
import type { ClientSession } from './session/client-session.ts';
import type { ApiFailure } from './spotify/api-failure.ts';
import type { Profile } from './spotify/catalogue.ts';
import type { SpotifyApi } from './spotify/spotify-api.ts';

export interface AccountFollowerOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly session: Pick<ClientSession, 'state' | 'account' | 'setAccount'>;
  readonly api: Pick<SpotifyApi, 'profile'>;
  readonly library: Library;
  /** The account is known, or could not be found out. */
  readonly onChanged: () => void;
}

/**
 * Sees to it that the library watches exactly the account whose session it is: one that was known
 * before at once, a new one as soon as Spotify has said who it is, and nobody in between.
 */
export class AccountFollower {
  readonly #options: AccountFollowerOptions;
  readonly #probe: AccountProbe;
  /** Whom the library watches, once the session knows it too. */
  #key: string | null = null;
  #trouble: ApiFailure | null = null;
  /** How many sign-ins or disconnections are under way: until then nobody asks who it is. */
  #holds = 0;
  /** Counts what makes an answer to "who is it" worthless. */
  #epoch = 0;
  /** Changes of the watch, one after the other. */
  #turn: Promise<void> = Promise.resolve();

  constructor(options: AccountFollowerOptions) {
    this.#options = options;
    this.#probe = new AccountProbe({
      clock: options.clock,
      api: options.api,
      onProfile: (profile) => this.#onProfile(profile),
      onFailure: (failure) => {
        this.#trouble = failure;
        options.onChanged();
      },
    });
  }

  /** Why Spotify has not said who it is; null when it has, or was not asked. */
  get trouble(): ApiFailure | null {
    return this.#trouble;
  }

  /** Whose data a disconnection concerns; null when nobody can say. */
  get key(): string | null {
    return this.#options.session.account?.key ?? this.#key;
  }

  /** To be called after anything that may have changed the session. */
  look(): void {
    const { session, library } = this.#options;
    const { account, state } = session;
    if (account === null) {
      this.#leave();
      if (state.kind === 'active') {
        this.ask();
      } else if (state.kind === 'signed-out' || state.kind === 'sign-in-needed') {
        this.#probe.stop();
      }
    } else if (this.#key !== account.key) {
      this.#key = account.key;
      this.#inTurn(() => library.watch(account));
    } else if (state.kind === 'active') {
      library.reconsider();
    }
  }

  /** Asks Spotify who it is, unless that is known or about to change. */
  ask(): void {
    const { account, state } = this.#options.session;
    // An app that speaks for itself is nobody's account.
    const isApp = state.kind === 'active' && state.life.way === 'client-credentials';
    if (account === null && this.#holds === 0 && !isApp) {
      this.#probe.ask();
    }
  }

  /**
   * Runs what may bring another user's tokens. An answer that was asked for with the old ones must
   * not be taken for word on the new ones, so no question is on its way meanwhile.
   */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#holds += 1;
    this.#epoch += 1;
    this.#trouble = null;
    this.#probe.stop();
    try {
      return await work();
    } finally {
      this.#holds -= 1;
    }
  }

  /** Stops watching and waits until nothing runs. */
  async leave(): Promise<void> {
    this.#leave();
    await this.#turn;
  }

  /** Waits until the library watches whom it was told to. */
  async settled(): Promise<void> {
    await this.#turn;
  }

  close(): void {
    this.#epoch += 1;
    this.#holds += 1;
    this.#probe.stop();
  }

  /** Ends a pass at once: its next page would be read with somebody else's token. */
  #leave(): void {
    if (this.#key !== null) {
      this.#key = null;
      const left = this.#options.library.unwatch();
      this.#inTurn(() => left);
    }
  }

  #onProfile(profile: Profile): void {
    const { session, library, onChanged } = this.#options;
    const { accountKey: key, displayName } = profile;
    const epoch = this.#epoch;
    this.#trouble = null;
    this.#inTurn(async () => {
      if (epoch !== this.#epoch) {
        return;
      }
      await library.watch({ key, displayName, profile });
      if (epoch !== this.#epoch) {
        await library.unwatch();
        return;
      }
      this.#key = key;
      // Only now: whoever hears of the account may ask the library for a check.
      session.setAccount(key, displayName);
      onChanged();
    });
  }

  #inTurn(change: () => Promise<void>): void {
    this.#turn = this.#turn.then(change).catch((error: unknown) => {
      this.#key = null;
      this.#options.logger.error('The library cannot be watched', { reason: String(error) });
    });
  }
}
