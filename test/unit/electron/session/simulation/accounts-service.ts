import { renewBeforeMs } from '../../../../../electron/session/renewal-date.ts';
import type { WorldClock } from './world-clock.ts';

/** Facts §1: an hour of true time, whatever an answer says about it. */
export const TOKEN_LIFE_MS = 3_600_000;

export interface RawAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | null;
  readonly date: string | null;
}

interface Consent {
  readonly atMs: number;
  refreshToken: string;
}

/** Spotify's accounts service with its own table of tokens, on true time (facts §1). */
export class AccountsService {
  /** A refresh gives a new refresh token and kills the one that was used. */
  readonly rotates: boolean;
  readonly #clock: WorldClock;
  readonly #consents: Consent[] = [];
  readonly #used = new Set<string>();
  readonly #endsAtMs = new Map<string, number>();
  #issued = 0;
  /** Refresh tokens that came a second time although they had been rotated away. */
  reused = 0;

  constructor(clock: WorldClock, options: { readonly rotates: boolean }) {
    this.#clock = clock;
    this.rotates = options.rotates;
  }

  /** The user agrees: new tokens, and six calendar months for them. */
  authorize(): { readonly accessToken: string; readonly refreshToken: string } {
    const refreshToken = this.#newRefreshToken();
    this.#consents.push({ atMs: this.#clock.trueMs, refreshToken });
    return { accessToken: this.#newAccessToken(), refreshToken };
  }

  /** Whether the Web API would take this token now. */
  isLive(accessToken: string): boolean {
    return this.#clock.trueMs < (this.#endsAtMs.get(accessToken) ?? 0);
  }

  /** How long ago a token ended; negative while it lives. */
  overdueMs(accessToken: string): number {
    return this.#clock.trueMs - (this.#endsAtMs.get(accessToken) ?? 0);
  }

  /** The answer to a refresh, with the fields of a grant changed as a fault wants it. */
  refresh(refreshToken: string, change: Readonly<Record<string, unknown>> = {}): RawAnswer {
    const consent = this.#consents.find((known) => known.refreshToken === refreshToken);
    if (this.#used.has(refreshToken)) {
      this.reused += 1;
    }
    if (consent === undefined || this.#clock.trueMs >= renewBeforeMs(consent.atMs)) {
      return this.answer(400, {
        error: 'invalid_grant',
        error_description:
          consent === undefined ? 'Refresh token revoked' : 'Refresh token expired',
      });
    }
    if (this.rotates) {
      this.#used.add(refreshToken);
      consent.refreshToken = this.#newRefreshToken();
    }
    return this.answer(200, {
      access_token: this.#newAccessToken(),
      token_type: 'Bearer',
      scope: 'user-library-read',
      expires_in: 3_600,
      ...(this.rotates ? { refresh_token: consent.refreshToken } : {}),
      ...change,
    });
  }

  answer(status: number, body: object | string, retryAfter: string | null = null): RawAnswer {
    return {
      status,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      retryAfter,
      date: new Date(this.#clock.trueMs).toUTCString(),
    };
  }

  #newAccessToken(): string {
    this.#issued += 1;
    const token = `sim-access-${this.#issued}`;
    this.#endsAtMs.set(token, this.#clock.trueMs + TOKEN_LIFE_MS);
    return token;
  }

  #newRefreshToken(): string {
    this.#issued += 1;
    return `sim-refresh-${this.#issued}`;
  }
}
