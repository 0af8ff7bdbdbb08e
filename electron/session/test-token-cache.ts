import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../../shared/clock.ts';
import type { CacheTest } from '../../shared/connection.ts';
import { revealTokens } from './cached-tokens-json.ts';
import { Secret } from './secret.ts';
import type { CachedTokens, CacheTrouble, TokenCache } from './token-cache.ts';

type Trouble = CacheTrouble | 'mismatch';

/**
 * Writes a dummy entry, reads it, deletes it and looks whether it is gone. `cache` must be one of a
 * name of its own: what it holds is lost. Never throws.
 */
export async function testTokenCache(cache: TokenCache, clock: Clock): Promise<CacheTest> {
  const written = await troubleOfKeeping(cache, dummyTokens(clock.nowMs()));
  // A locked keychain took nothing, and would only ask its user to unlock it once more.
  const trouble = written === 'locked' ? written : await troubleOfDeleting(cache, written);
  return trouble === null
    ? { kind: 'ok', atMs: clock.nowMs() }
    : { kind: 'failed', atMs: clock.nowMs(), cause: trouble };
}

async function troubleOfKeeping(cache: TokenCache, dummy: CachedTokens): Promise<Trouble | null> {
  const write = await cache.set(dummy);
  if (write.kind === 'unavailable') {
    return write.cause;
  }
  const read = await cache.get();
  if (read.kind === 'unavailable') {
    return read.cause;
  }
  const isSame =
    read.kind === 'found' && isDeepStrictEqual(revealTokens(read.tokens), revealTokens(dummy));
  return isSame ? null : 'mismatch';
}

/** The first trouble is the one to tell: what follows it may be its consequence. */
async function troubleOfDeleting(
  cache: TokenCache,
  earlier: Trouble | null,
): Promise<Trouble | null> {
  const deletion = await cache.delete();
  if (earlier !== null) {
    return earlier;
  }
  if (deletion.kind === 'unavailable') {
    return deletion.cause;
  }
  const read = await cache.get();
  if (read.kind === 'unavailable') {
    return read.cause;
  }
  return read.kind === 'empty' ? null : 'mismatch';
}

/** As long as real ones, of random values. */
function dummyTokens(nowMs: number): CachedTokens {
  return {
    way: 'authorization-code',
    clientSecret: randomSecret(24),
    accessToken: randomSecret(156),
    accessTokenExpiresAtMs: nowMs + 3_600_000,
    receivedAtMs: nowMs,
    refreshToken: randomSecret(99),
    scopes: ['user-library-read', 'user-follow-read'],
    missingScopes: ['playlist-read-private'],
    authorizedAtMs: nowMs,
    setAside: null,
  };
}

function randomSecret(bytes: number): Secret {
  return new Secret(randomBytes(bytes).toString('base64url'));
}
