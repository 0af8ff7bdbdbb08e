import { z } from 'zod';
import { InOrder } from './session/in-order.ts';
import type { Keychain, KeychainLoad } from './session/keychain.ts';
import { KEYCHAIN_SERVICE } from './session/keychain-token-cache.ts';
import { Secret } from './session/secret.ts';

/** The entry beside those of the sessions. */
export const PROXY_KEYCHAIN_ACCOUNT = 'proxy-password';

/** Whom a password is for: it is never sent to another proxy, nor under another name. */
export interface ProxyAccount {
  readonly address: string;
  readonly user: string;
}

const entrySchema = z.object({ address: z.string(), user: z.string(), password: z.string() });

export type PasswordRead =
  | { readonly kind: 'found'; readonly password: Secret }
  /** There is none for this account. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unavailable' };

/** The password of the proxy in the system's keychain: one at most. */
export class ProxyPassword {
  readonly #load: () => Promise<KeychainLoad>;
  readonly #calls = new InOrder();

  constructor(load: () => Promise<KeychainLoad>) {
    this.#load = load;
  }

  read({ address, user }: ProxyAccount): Promise<PasswordRead> {
    return this.#withKeychain(
      async (keychain): Promise<PasswordRead> => {
        const text = await keychain.getPassword(KEYCHAIN_SERVICE, PROXY_KEYCHAIN_ACCOUNT);
        const entry = text === null ? null : parseEntry(text);
        return entry !== null && entry.address === address && entry.user === user
          ? { kind: 'found', password: new Secret(entry.password) }
          : { kind: 'none' };
      },
      { kind: 'unavailable' },
    );
  }

  /** Replaces the former one. */
  write({ address, user }: ProxyAccount, password: Secret): Promise<'done' | 'unavailable'> {
    const entry = JSON.stringify({ address, user, password: password.reveal() });
    return this.#withKeychain(async (keychain) => {
      await keychain.setPassword(KEYCHAIN_SERVICE, PROXY_KEYCHAIN_ACCOUNT, entry);
      return 'done' as const;
    }, 'unavailable');
  }

  delete(): Promise<'done' | 'unavailable'> {
    return this.#withKeychain(async (keychain) => {
      if (!(await keychain.deletePassword(KEYCHAIN_SERVICE, PROXY_KEYCHAIN_ACCOUNT))) {
        // A locked keyring answers "nothing there" too; only one that takes an entry is open.
        await keychain.setPassword(KEYCHAIN_SERVICE, PROXY_KEYCHAIN_ACCOUNT, '{}');
        await keychain.deletePassword(KEYCHAIN_SERVICE, PROXY_KEYCHAIN_ACCOUNT);
      }
      return 'done' as const;
    }, 'unavailable');
  }

  #withKeychain<T>(task: (keychain: Keychain) => Promise<T>, unavailable: T): Promise<T> {
    return this.#calls.run(async () => {
      const loaded = await this.#load();
      if (loaded.kind === 'failed') {
        return unavailable;
      }
      try {
        return await task(loaded.keychain);
      } catch {
        // Locked, refused or gone: what keytar says of it could quote the entry.
        return unavailable;
      }
    });
  }
}

function parseEntry(text: string): z.infer<typeof entrySchema> | null {
  try {
    return entrySchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Not ours: no password that could be used.
    return null;
  }
}
