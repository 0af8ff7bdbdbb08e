import { expect, test } from 'vitest';
import { MemoryTokenCache } from '../../../../electron/session/memory-token-cache.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import { testTokenCache } from '../../../../electron/session/test-token-cache.ts';
import type {
  CachedTokens,
  CacheRead,
  CacheWrite,
} from '../../../../electron/session/token-cache.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

const clock = new ManualClock();
const atMs = clock.nowMs();
const unwritable: CacheWrite = { kind: 'unavailable', cause: 'unwritable', reason: 'Full.' };
const missing = { kind: 'unavailable', cause: 'missing', reason: 'Gone.' } as const;

/** A memory with faults; a call without one works. */
class FaultyCache extends MemoryTokenCache {
  readonly calls: string[] = [];
  readonly given: CachedTokens[] = [];
  readonly #faults: Faults;

  constructor(faults: Faults) {
    super();
    this.#faults = faults;
  }

  override async get(): Promise<CacheRead> {
    this.calls.push('get');
    const read = await super.get();
    return this.#faults.get?.(read) ?? read;
  }

  override async set(tokens: CachedTokens): Promise<CacheWrite> {
    this.calls.push('set');
    this.given.push(tokens);
    return this.#faults.set ?? super.set(tokens);
  }

  override async delete(): Promise<CacheWrite> {
    this.calls.push('delete');
    return this.#faults.delete ?? super.delete();
  }
}

interface Faults {
  readonly get?: (read: CacheRead) => CacheRead;
  readonly set?: CacheWrite;
  readonly delete?: CacheWrite;
}

function changed(read: CacheRead, change: Partial<CachedTokens>): CacheRead {
  return read.kind === 'found' ? { ...read, tokens: { ...read.tokens, ...change } } : read;
}

test('a cache that keeps and deletes is fine, and holds nothing afterwards', async () => {
  const cache = new FaultyCache({});
  expect(await testTokenCache(cache, clock)).toEqual({ kind: 'ok', atMs });
  expect(cache.calls).toEqual(['set', 'get', 'delete', 'get']);
  expect(await cache.get()).toEqual({ kind: 'empty' });
});

test('the dummy is another one each time', async () => {
  const cache = new FaultyCache({});
  await testTokenCache(cache, clock);
  await testTokenCache(cache, clock);
  const values = cache.given.flatMap(({ accessToken, refreshToken, clientSecret }) => [
    accessToken.reveal(),
    refreshToken?.reveal(),
    clientSecret?.reveal(),
  ]);
  expect(new Set(values).size).toBe(6);
});

test.each<[string, Faults, string]>([
  ['does not take the dummy', { set: unwritable }, 'unwritable'],
  ['forgets it', { get: () => ({ kind: 'empty' }) }, 'mismatch'],
  ['cannot read it', { get: () => ({ kind: 'unreadable', reason: 'Garbage.' }) }, 'mismatch'],
  ['is gone when it is read', { get: () => missing }, 'missing'],
  [
    'gives another access token',
    { get: (read) => changed(read, { accessToken: new Secret('x') }) },
    'mismatch',
  ],
  ['forgets a scope', { get: (read) => changed(read, { scopes: [] }) }, 'mismatch'],
  ['forgets the secret', { get: (read) => changed(read, { clientSecret: null }) }, 'mismatch'],
  ['rounds a time', { get: (read) => changed(read, { receivedAtMs: 1 }) }, 'mismatch'],
  ['does not delete', { delete: unwritable }, 'unwritable'],
  ['only pretends to delete', { delete: { kind: 'done' } }, 'mismatch'],
])('a cache that %s fails', async (_, faults, cause) => {
  const cache = new FaultyCache(faults);
  expect(await testTokenCache(cache, clock)).toEqual({ kind: 'failed', atMs, cause });
  expect(cache.calls).toContain('delete');
});

test('a locked one is not made to ask its user a second time', async () => {
  const cache = new FaultyCache({ set: { kind: 'unavailable', cause: 'locked', reason: '' } });
  expect(await testTokenCache(cache, clock)).toEqual({ kind: 'failed', atMs, cause: 'locked' });
  expect(cache.calls).toEqual(['set']);
});
