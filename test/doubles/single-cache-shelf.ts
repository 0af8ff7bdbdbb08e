import type { TokenCacheShelf } from '../../electron/session/chosen-token-cache.ts';
import { MemoryTokenCache } from '../../electron/session/memory-token-cache.ts';
import { testTokenCache } from '../../electron/session/test-token-cache.ts';
import type { TokenCache } from '../../electron/session/token-cache.ts';
import type { Clock } from '../../shared/clock.ts';
import type { TokenCacheKind } from '../../shared/session-settings.ts';

export interface SingleCacheShelfOptions {
  readonly clock: Clock;
  /** The session's cache, or one for each session's name. */
  readonly cache: TokenCache | ((name: string) => TokenCache);
  /** The kind that the cache stands for. */
  readonly kind?: TokenCacheKind;
  /** Where the dummy entry goes; a cache that works when left out. */
  readonly testCache?: TokenCache;
}

/** A shelf that holds what a test has in its hand. Other kinds are caches in memory. */
export function singleCacheShelf(options: SingleCacheShelfOptions): TokenCacheShelf {
  const { clock, cache, kind = 'keychain' } = options;
  let chosen = kind;
  const others = new Map<string, TokenCache>();
  return {
    get chosen() {
      return chosen;
    },
    choose: (next) => {
      chosen = next;
    },
    open: (asked, name) => {
      if (asked === kind) {
        return typeof cache === 'function' ? cache(name) : cache;
      }
      const other = others.get(`${asked}:${name}`) ?? new MemoryTokenCache();
      others.set(`${asked}:${name}`, other);
      return other;
    },
    pathOf: (asked, name) => (asked === 'file' ? `/nowhere/${name}.json` : null),
    test: () => testTokenCache(options.testCache ?? new MemoryTokenCache(), clock),
  };
}
