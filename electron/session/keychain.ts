/** The part of keytar that is used: the system's store for secrets. */
export interface Keychain {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

export type KeychainLoad =
  | { readonly kind: 'loaded'; readonly keychain: Keychain }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Loads keytar when it is first needed. A system without libsecret, or without a binary for it,
 * makes the load fail: that is a keychain that is missing, not a crash.
 */
export async function loadSystemKeychain(): Promise<KeychainLoad> {
  try {
    // keytar is CommonJS: imported from ES modules, its functions hang below `default`.
    const loaded: Keychain & { readonly default?: Keychain } = await import('keytar');
    return { kind: 'loaded', keychain: loaded.default ?? loaded };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
