import { parseTokens, serializeTokens } from './cached-tokens-json.ts';
import { InOrder } from './in-order.ts';
import type { Keychain, KeychainLoad } from './keychain.ts';
import { keychainTroubleOf } from './keychain-trouble.ts';
import type { CachedTokens, CacheRead, CacheWrite, TokenCache } from './token-cache.ts';

/** The name under which the entry stands in the system's keychain. */
export const KEYCHAIN_SERVICE = 'Cratewatch';

/** Windows' Credential Manager takes 2,560 bytes; some is left for its own use. */
const MAX_BYTES = 2_500;

type Unavailable = Extract<CacheWrite, { kind: 'unavailable' }>;

/** The entry of one client id: two clients of one user do not overwrite each other. */
export function keychainAccount(clientId: string): string {
  return `spotify-session-${clientId.toLowerCase()}`;
}

/**
 * Tokens in the system's keychain: libsecret, macOS Keychain or Windows Credential Manager. Calls
 * go one after the other: one that waits for the user to unlock must not be overtaken by the next.
 */
export class KeychainTokenCache implements TokenCache {
  readonly #load: () => Promise<KeychainLoad>;
  readonly #account: string;
  readonly #calls = new InOrder();
  #answered = false;

  constructor(load: () => Promise<KeychainLoad>, clientId: string) {
    this.#load = load;
    this.#account = keychainAccount(clientId);
  }

  get(): Promise<CacheRead> {
    return this.#withKeychain(async (keychain): Promise<CacheRead> => {
      const text = await keychain.getPassword(KEYCHAIN_SERVICE, this.#account);
      if (text === null) {
        return { kind: 'empty' };
      }
      const tokens = parseTokens(text);
      return tokens === null
        ? { kind: 'unreadable', reason: 'The keychain entry is not one that Cratewatch wrote.' }
        : { kind: 'found', tokens };
    });
  }

  set(tokens: CachedTokens): Promise<CacheWrite> {
    const text = serializeTokens(tokens, MAX_BYTES);
    return this.#withKeychain(async (keychain): Promise<CacheWrite> => {
      await keychain.setPassword(KEYCHAIN_SERVICE, this.#account, text);
      return { kind: 'done' };
    });
  }

  delete(): Promise<CacheWrite> {
    return this.#withKeychain(async (keychain): Promise<CacheWrite> => {
      if (!(await keychain.deletePassword(KEYCHAIN_SERVICE, this.#account))) {
        // A locked keyring answers "nothing there" too. Only one that takes an entry is open, and
        // only then is the old one really gone.
        await keychain.setPassword(KEYCHAIN_SERVICE, this.#account, '{}');
        await keychain.deletePassword(KEYCHAIN_SERVICE, this.#account);
      }
      return { kind: 'done' };
    });
  }

  #withKeychain<T>(task: (keychain: Keychain) => Promise<T>): Promise<T | Unavailable> {
    return this.#calls.run(() => this.#attempt(task));
  }

  async #attempt<T>(task: (keychain: Keychain) => Promise<T>): Promise<T | Unavailable> {
    const load = await this.#load();
    if (load.kind === 'failed') {
      return { kind: 'unavailable', cause: 'missing', reason: load.reason };
    }
    try {
      const result = await task(load.keychain);
      this.#answered = true;
      return result;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { kind: 'unavailable', cause: keychainTroubleOf(reason, this.#answered), reason };
    }
  }
}
