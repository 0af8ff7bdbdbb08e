import { Secret } from '../../../../../electron/session/secret.ts';
import type {
  TokenAnswer,
  TokenEndpoint,
  TokenRequest,
} from '../../../../../electron/session/token-endpoint.ts';
import type { TokenOutcome } from '../../../../../electron/session/token-response.ts';
import type { Clock } from '../../../../../shared/clock.ts';

/** A token endpoint that answers as it was told, or when it is told to. */
export class ScriptedEndpoint implements TokenEndpoint {
  readonly requests: TokenRequest[] = [];
  readonly refreshTokens: string[] = [];
  /** Told with every answer. */
  clockSkewMs: number | null = null;
  readonly #clock: Clock;
  #answer: () => TokenOutcome | Promise<TokenOutcome>;
  #issued = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#answer = () => this.grant();
  }

  answer(outcome: TokenOutcome | (() => TokenOutcome | Promise<TokenOutcome>)): void {
    this.#answer = typeof outcome === 'function' ? outcome : () => outcome;
  }

  /** The next access token, with a refresh token where one is named. */
  grant(refreshToken: string | null = null): TokenOutcome {
    this.#issued += 1;
    return {
      kind: 'tokens',
      grant: {
        accessToken: new Secret(`access-${this.#issued}`),
        expiresInSeconds: 3_600,
        refreshToken: refreshToken === null ? null : new Secret(refreshToken),
        scopes: null,
      },
    };
  }

  async request(request: TokenRequest): Promise<TokenAnswer> {
    const sentAtMs = this.#clock.nowMs();
    this.requests.push(request);
    if (request.grant === 'refresh-token') {
      this.refreshTokens.push(request.refreshToken.reveal());
    }
    return { outcome: await this.#answer(), sentAtMs, clockSkewMs: this.clockSkewMs };
  }
}
