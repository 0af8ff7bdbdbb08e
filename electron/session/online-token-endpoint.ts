import type { Clock } from '../../shared/clock.ts';
import { SYSTEM_OFFLINE } from './offline-cause.ts';
import type { TokenAnswer, TokenEndpoint, TokenRequest } from './token-endpoint.ts';

/** Asks the token endpoint only while the system does not say that it is offline. */
export class OnlineTokenEndpoint implements TokenEndpoint {
  readonly #endpoint: TokenEndpoint;
  readonly #isOnline: () => boolean;
  readonly #clock: Clock;

  constructor(endpoint: TokenEndpoint, isOnline: () => boolean, clock: Clock) {
    this.#endpoint = endpoint;
    this.#isOnline = isOnline;
    this.#clock = clock;
  }

  async request(request: TokenRequest, signal?: AbortSignal): Promise<TokenAnswer> {
    return this.#isOnline()
      ? await this.#endpoint.request(request, signal)
      : {
          outcome: { kind: 'network', code: SYSTEM_OFFLINE },
          sentAtMs: this.#clock.nowMs(),
          clockSkewMs: null,
        };
  }
}
