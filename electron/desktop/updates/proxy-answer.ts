import type { AuthInfo } from 'electron';

export interface ProxyUser {
  readonly user: string;
  readonly password: string;
}

/**
 * Answers a proxy that asks who is there, once a run: a proxy that asks again did not accept the
 * answer, and an account may be at stake. A server that asks gets no answer at all.
 */
export class ProxyAnswer {
  readonly #proxyUser: () => Promise<ProxyUser | null>;
  #hasAnswered = false;

  /** @param proxyUser - null where there is none, or the keychain does not give it just now */
  constructor(proxyUser: () => Promise<ProxyUser | null>) {
    this.#proxyUser = proxyUser;
  }

  reset(): void {
    this.#hasAnswered = false;
  }

  /** Null where no answer is to be given. */
  async answer({ isProxy }: Pick<AuthInfo, 'isProxy'>): Promise<ProxyUser | null> {
    if (!isProxy || this.#hasAnswered) {
      return null;
    }
    this.#hasAnswered = true;
    return await this.#proxyUser();
  }
}
