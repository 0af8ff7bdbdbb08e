import type { Secret } from '../session/secret.ts';

/** Shorter than the monitor's first pause, so that each of its tries may renew the token once. */
const HOLDS_MS = 30_000;

/**
 * The token that Spotify refused though it was fresh. Renewing it once more would only load the
 * token endpoint, so for a while nobody does, and no request is spent on it.
 */
export class RefusedToken {
  #refused: { readonly token: string; readonly sinceMs: number } | null = null;

  /** @param monotonicMs now */
  note(token: Secret, monotonicMs: number): void {
    this.#refused = { token: token.reveal(), sinceMs: monotonicMs };
  }

  is(token: Secret, monotonicMs: number): boolean {
    return (
      this.#refused !== null &&
      this.#refused.token === token.reveal() &&
      monotonicMs - this.#refused.sinceMs < HOLDS_MS
    );
  }
}
