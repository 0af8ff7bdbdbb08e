import type { CachedTokens, CacheRead, CacheWrite, TokenCache } from './token-cache.ts';

/** Tokens until the app quits. */
export class MemoryTokenCache implements TokenCache {
  #tokens: CachedTokens | null = null;

  async get(): Promise<CacheRead> {
    return this.#tokens === null ? { kind: 'empty' } : { kind: 'found', tokens: this.#tokens };
  }

  async set(tokens: CachedTokens): Promise<CacheWrite> {
    this.#tokens = tokens;
    return { kind: 'done' };
  }

  async delete(): Promise<CacheWrite> {
    this.#tokens = null;
    return { kind: 'done' };
  }
}
