import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  canBeRenewed,
  parseTokens,
  revealTokens,
  serializeTokens,
} from '../../../../electron/session/cached-tokens-json.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import type { CachedTokens } from '../../../../electron/session/token-cache.ts';
import { anyTokens } from '../../../contract/any-tokens.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { tokens } from './harness/keeper-bench.ts';

const some: CachedTokens = tokens(new ManualClock());
const longToken = new Secret('a'.repeat(3_000));

function readBack(value: CachedTokens, maxBytes: number): CachedTokens {
  const read = parseTokens(serializeTokens(value, maxBytes));
  if (read === null) {
    throw new Error('It was not read.');
  }
  return read;
}

test('what was written is read back', () => {
  fc.assert(
    fc.property(anyTokens, (value) => {
      expect(revealTokens(readBack(value, 1e6))).toEqual(revealTokens(value));
    }),
  );
});

test('where there is no room for both, the refresh token is what is kept', () => {
  const text = serializeTokens({ ...some, accessToken: longToken }, 2_500);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_500);
  const read = parseTokens(text);
  expect(read?.refreshToken?.reveal()).toBe('refresh-0');
  expect(read?.accessTokenExpiresAtMs).toBe(0);
});

test('what was written without its access token can be written again', () => {
  const small = readBack({ ...some, accessToken: longToken }, 2_500);
  expect(revealTokens(readBack(small, 2_500))).toEqual(revealTokens(small));
});

test('an access token that cannot be had again is never left out', () => {
  const pasted: CachedTokens = {
    ...some,
    way: 'access-token',
    refreshToken: null,
    accessToken: longToken,
  };
  expect(readBack(pasted, 2_500).accessToken.reveal()).toBe(longToken.reveal());
});

test.each([
  [{}, true],
  [{ refreshToken: null }, false],
  [{ refreshToken: null, clientSecret: new Secret('s') }, false],
  [{ way: 'client-credentials', refreshToken: null, clientSecret: new Secret('s') }, true],
  [{ way: 'client-credentials', refreshToken: null }, false],
  [{ way: 'access-token', refreshToken: null }, false],
] as const)('%j can be renewed: %s', (change, expected) => {
  expect(canBeRenewed({ ...some, ...change })).toBe(expected);
});

test('an entry of the time of one way in is a public client’s, with all scopes', () => {
  const former = {
    version: 1,
    accessToken: 'access-1',
    accessTokenExpiresAtMs: 2_000,
    receivedAtMs: 1_000,
    refreshToken: 'refresh-1',
    scopes: ['user-library-read'],
    authorizedAtMs: 500,
    setAside: { atMs: 1_500, reason: 'refused', triedByUser: false },
  };
  const read = parseTokens(JSON.stringify(former));
  expect(read === null ? null : { version: 1, ...revealTokens(read) }).toEqual({
    ...former,
    way: 'authorization-code',
    clientSecret: null,
    missingScopes: [],
  });
});

test.each(['', 'x', '{}', 'null', '[]', '{"version":2}', '{"version":1,"refreshToken":7}'])(
  '%j is not what Cratewatch wrote',
  (text) => {
    expect(parseTokens(text)).toBeNull();
  },
);

test('half of an entry is not read as a whole one', () => {
  const text = serializeTokens(some, 2_500);
  for (let length = 0; length < text.length; length += 1) {
    expect(parseTokens(text.slice(0, length))).toBeNull();
  }
});
