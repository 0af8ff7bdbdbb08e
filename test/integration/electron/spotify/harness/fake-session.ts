import { Secret } from '../../../../../electron/session/secret.ts';
import type { Session } from '../../../../../electron/session/session.ts';

/** A session that hands out numbered tokens and counts how often one was replaced. */
export class FakeSession implements Pick<Session, 'getAccessToken' | 'invalidate'> {
  refreshes = 0;
  signedIn = true;
  #token = new Secret('token-0');
  #refreshing: Promise<void> | null = null;

  async getAccessToken(): ReturnType<Session['getAccessToken']> {
    await this.#refreshing;
    return this.signedIn
      ? { kind: 'token', token: this.#token }
      : { kind: 'unavailable', state: { kind: 'signed-out', lastFailure: null } };
  }

  invalidate(token: Secret): void {
    if (token !== this.#token || this.#refreshing !== null) {
      return;
    }
    this.#refreshing = new Promise((resolve) => {
      setImmediate(() => {
        this.refreshes += 1;
        this.#token = new Secret(`token-${this.refreshes}`);
        this.#refreshing = null;
        resolve();
      });
    });
  }
}
