import type { Logger } from '../../shared/logger.ts';
import type { Account, SignInReason } from '../../shared/session-state.ts';
import type { SessionMarker, SessionMarkerStore } from './session-marker.ts';
import type { SessionStanding } from './session-model.ts';

/** The marker of one session: read, and kept in step with what is stored. */
export class SessionMarking {
  readonly #store: SessionMarkerStore;
  readonly #clientId: string;
  readonly #logger: Logger;

  constructor(store: SessionMarkerStore, clientId: string, logger: Logger) {
    this.#store = store;
    this.#clientId = clientId;
    this.#logger = logger;
  }

  /** Null also for a marker of another client id, which says nothing about this session. */
  read(): SessionMarker | null {
    const marker = this.#store.read();
    return marker?.clientId === this.#clientId ? marker : null;
  }

  get account(): Account | null {
    const marker = this.read();
    return marker === null || marker.accountKey === null
      ? null
      : { key: marker.accountKey, displayName: marker.displayName ?? marker.accountKey };
  }

  /** The marker follows the cache: it never promises tokens that were not stored. */
  follow(standing: SessionStanding, account: Account | null): void {
    if (standing.kind !== 'holding' || standing.unsaved !== null) {
      return;
    }
    this.#write({
      clientId: this.#clientId,
      accountKey: account?.key ?? null,
      displayName: account?.displayName ?? null,
      authorizedAtMs: standing.tokens.authorizedAtMs,
      ended: null,
    });
  }

  /** The tokens are about to go on purpose: an empty cache is then no locked one. */
  end(reason: SignInReason): void {
    const marker = this.read();
    if (marker !== null) {
      this.#write({ ...marker, ended: reason });
    }
  }

  remove(): void {
    this.#write(null);
  }

  /** Settings that cannot be written, as on a full disk, are no reason to lose a session. */
  #write(marker: SessionMarker | null): void {
    try {
      this.#store.write(marker);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      this.#logger.error('The session marker could not be written', { code });
    }
  }
}
