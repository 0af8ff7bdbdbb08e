import { join } from 'node:path';
import { assertNever } from '../../shared/assert-never.ts';
import type { Clock } from '../../shared/clock.ts';
import type { TokenCacheKind } from '../../shared/session-settings.ts';
import type { TokenCacheShelf } from './chosen-token-cache.ts';
import { FileTokenCache } from './file-token-cache.ts';
import type { KeychainLoad } from './keychain.ts';
import { KeychainTokenCache } from './keychain-token-cache.ts';
import { MemoryTokenCache } from './memory-token-cache.ts';
import { testTokenCache } from './test-token-cache.ts';
import type { TokenCache } from './token-cache.ts';

/** The dummy entry stands beside the session's own, under this name. */
const TEST_NAME = 'self-test';

export interface TokenCacheShelfParts {
  readonly clock: Clock;
  readonly choice: {
    read(): TokenCacheKind;
    write(kind: TokenCacheKind): void;
  };
  readonly loadKeychain: () => Promise<KeychainLoad>;
  /** For caches of the kind `file`. */
  readonly folder: string;
}

/** The three kinds of caches that Cratewatch has; each is opened when it is first needed. */
export function createTokenCacheShelf(parts: TokenCacheShelfParts): TokenCacheShelf {
  const { clock, choice, folder, loadKeychain } = parts;
  const opened = new Map<string, TokenCache>();
  const pathOf = (name: string) => join(folder, `${name}.json`);

  function create(kind: TokenCacheKind, name: string): TokenCache {
    switch (kind) {
      case 'keychain':
        return new KeychainTokenCache(loadKeychain, name);
      case 'file':
        return new FileTokenCache({ path: pathOf(name), clock });
      case 'memory':
        return new MemoryTokenCache();
      default:
        return assertNever(kind);
    }
  }

  function open(kind: TokenCacheKind, name: string): TokenCache {
    const key = `${kind}:${name}`;
    const cache = opened.get(key) ?? create(kind, name);
    opened.set(key, cache);
    return cache;
  }

  return {
    get chosen() {
      return choice.read();
    },
    choose: (kind) => choice.write(kind),
    open,
    pathOf: (kind, name) => (kind === 'file' ? pathOf(name) : null),
    test: (kind) => testTokenCache(open(kind, TEST_NAME), clock),
  };
}

/** A shelf for sessions that end with the app, as the sample's. */
export function createMemoryShelf(clock: Clock): TokenCacheShelf {
  const cache = new MemoryTokenCache();
  return {
    chosen: 'memory',
    // The session is to leave no trace: another place is not offered.
    choose: () => undefined,
    open: () => cache,
    pathOf: () => null,
    test: () => testTokenCache(new MemoryTokenCache(), clock),
  };
}
