import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../shared/clock.ts';
import type { IssuedSecret, SampleBehaviour } from '../sample-service.ts';
import { addCalendarMonths } from './calendar-months.ts';

/** What the user agreed to: the start of six months (facts §1). */
export interface Authorization {
  readonly scope: string;
  readonly authorizedAtMs: number;
}

export interface CodeRequest {
  readonly scope: string;
  readonly redirectUri: string;
  /** Null where the client proves itself by its secret instead. */
  readonly codeChallenge: string | null;
}

export type CodeResult =
  | { readonly kind: 'ok'; readonly request: CodeRequest; readonly authorization: Authorization }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'expired' };

export type RefreshResult =
  | { readonly kind: 'ok'; readonly authorization: Authorization }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'expired' };

export type AccessTokenCheck =
  | { readonly kind: 'valid'; readonly isUser: boolean; readonly scopes: ReadonlySet<string> }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' };

const CODE_LIFE_MS = 10 * 60_000;
const AUTHORIZATION_LIFE_MONTHS = 6;

interface AccessToken {
  readonly expiresAtMs: number;
  readonly isUser: boolean;
  readonly scopes: ReadonlySet<string>;
}

/** Codes and tokens that were handed out, and what they are still good for. */
export class TokenStore {
  readonly #clock: Clock;
  readonly #behaviour: SampleBehaviour;
  readonly #codes = new Map<string, { request: CodeRequest; issuedAtMs: number }>();
  readonly #accessTokens = new Map<string, AccessToken>();
  readonly #refreshTokens = new Map<string, Authorization>();
  readonly #revoked = new Set<string>();
  readonly #issued = new Map<string, IssuedSecret>();

  constructor(clock: Clock, behaviour: SampleBehaviour) {
    this.#clock = clock;
    this.#behaviour = behaviour;
  }

  /** Every secret handed out or received, for those who search for leaks. */
  get issued(): readonly IssuedSecret[] {
    return [...this.#issued.values()];
  }

  remember(kind: IssuedSecret['kind'], value: string): void {
    if (!this.#issued.has(value)) {
      this.#issued.set(value, { kind, value });
    }
  }

  issueCode(request: CodeRequest): string {
    const code = `AQ${randomBytes(90).toString('base64url')}`;
    this.#codes.set(code, { request, issuedAtMs: this.#clock.nowMs() });
    this.remember('code', code);
    return code;
  }

  /** A code works once, whatever comes of it (RFC 6749 §4.1.2). */
  redeemCode(code: string): CodeResult {
    const found = this.#codes.get(code);
    this.#codes.delete(code);
    if (found === undefined) {
      return { kind: 'unknown' };
    }
    if (this.#clock.nowMs() - found.issuedAtMs > CODE_LIFE_MS) {
      return { kind: 'expired' };
    }
    const { request, issuedAtMs } = found;
    return {
      kind: 'ok',
      request,
      authorization: { scope: request.scope, authorizedAtMs: issuedAtMs },
    };
  }

  issueAccessToken(scope: string, isUser: boolean): string {
    const token = `BQ${randomBytes(96).toString('base64url')}`;
    this.#accessTokens.set(token, {
      expiresAtMs: this.#clock.nowMs() + this.#behaviour.tokenLifeSeconds * 1000,
      isUser,
      scopes: new Set(scope.split(' ').filter((word) => word !== '')),
    });
    this.remember('access-token', token);
    return token;
  }

  checkAccessToken(token: string): AccessTokenCheck {
    const found = this.#accessTokens.get(token);
    if (found === undefined) {
      return { kind: 'unknown' };
    }
    return this.#clock.nowMs() >= found.expiresAtMs
      ? { kind: 'expired' }
      : { kind: 'valid', isUser: found.isUser, scopes: found.scopes };
  }

  issueRefreshToken(authorization: Authorization): string {
    const token = `AQ${randomBytes(96).toString('base64url')}`;
    this.#refreshTokens.set(token, authorization);
    this.remember('refresh-token', token);
    return token;
  }

  checkRefreshToken(token: string): RefreshResult {
    const authorization = this.#refreshTokens.get(token);
    if (authorization === undefined) {
      return { kind: this.#revoked.has(token) ? 'revoked' : 'unknown' };
    }
    const endMs = addCalendarMonths(authorization.authorizedAtMs, AUTHORIZATION_LIFE_MONTHS);
    return this.#clock.nowMs() >= endMs ? { kind: 'expired' } : { kind: 'ok', authorization };
  }

  revokeRefreshToken(token: string): void {
    if (this.#refreshTokens.delete(token)) {
      this.#revoked.add(token);
    }
  }

  revokeAllRefreshTokens(): void {
    for (const token of [...this.#refreshTokens.keys()]) {
      this.revokeRefreshToken(token);
    }
  }

  revokeAllAccessTokens(): void {
    this.#accessTokens.clear();
  }
}
