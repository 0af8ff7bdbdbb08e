import type { Secret } from '../session/secret.ts';

/** Shorter than the monitor's first pause, so that each of its tries may renew the token once. */
const HOLDS_MS = 30_000;

/**
 * What is to be done about a 401. `renew`: the token has had its time. `repeat`: it has been renewed
 * already, for somebody else. `give-up`: it is new and was refused all the same, and renewing it
 * once more would only load the token endpoint.
 */
export type RefusalVerdict = 'renew' | 'repeat' | 'give-up';

/** Tells a token whose time is over from a new one that Spotify does not take either. */
export class TokenTrust {
  /** Was renewed, and no token has worked since. */
  #renewed: string | null = null;
  /** New, and refused. */
  #refused: { readonly token: string; readonly sinceMs: number } | null = null;

  /** Spotify took this token. */
  accepted(token: Secret): void {
    // A late answer to the former token says nothing of the new one.
    if (this.#renewed !== token.reveal()) {
      this.#renewed = null;
      this.#refused = null;
    }
  }

  /** @param monotonicMs now */
  judge(token: Secret, monotonicMs: number): RefusalVerdict {
    const refused = token.reveal();
    if (this.isRefused(token, monotonicMs)) {
      return 'give-up';
    }
    if (this.#renewed === null || this.#refused?.token === refused) {
      this.#renewed = refused;
      this.#refused = null;
      return 'renew';
    }
    if (this.#renewed === refused) {
      return 'repeat';
    }
    this.#refused = { token: refused, sinceMs: monotonicMs };
    return 'give-up';
  }

  /** Whether Spotify has just refused this token though it was new. */
  isRefused(token: Secret, monotonicMs: number): boolean {
    return (
      this.#refused !== null &&
      this.#refused.token === token.reveal() &&
      monotonicMs - this.#refused.sinceMs < HOLDS_MS
    );
  }
}
