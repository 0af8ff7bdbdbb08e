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

/** The system's keychain, and when nothing of it is under way. */
export interface SystemKeychain {
  readonly load: () => Promise<KeychainLoad>;
  /** Resolves when no call is under way, and none has followed on the last. */
  readonly idle: () => Promise<void>;
}

/**
 * Counts the calls. keytar's run on threads of their own, and a process that ends in the middle of
 * one crashes: whoever ends it waits for them a little.
 */
export function createSystemKeychain(load = loadSystemKeychain): SystemKeychain {
  const running = new Set<Promise<unknown>>();
  const counted = <T>(call: Promise<T>): Promise<T> => {
    const ended = call.then(
      () => undefined,
      () => undefined,
    );
    running.add(ended);
    void ended.then(() => running.delete(ended));
    return call;
  };
  return {
    load: async () => {
      const loaded = await load();
      if (loaded.kind === 'failed') {
        return loaded;
      }
      const { keychain } = loaded;
      return {
        kind: 'loaded',
        keychain: {
          getPassword: (...entry) => counted(keychain.getPassword(...entry)),
          setPassword: (...entry) => counted(keychain.setPassword(...entry)),
          deletePassword: (...entry) => counted(keychain.deletePassword(...entry)),
        },
      };
    },
    idle: async () => {
      while (running.size > 0) {
        await Promise.all([...running]);
        // What waited for an answer may make its next call now.
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}
