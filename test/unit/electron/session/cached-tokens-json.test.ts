import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTokens, serializeTokens } from '../../../../electron/session/cached-tokens-json.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import type { CachedTokens } from '../../../../electron/session/token-cache.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { tokens } from './harness/keeper-bench.ts';

const word = fc.string({ minLength: 1, maxLength: 300 });
const ms = fc.integer({ min: 0, max: 4e12 });
const anyTokens: fc.Arbitrary<CachedTokens> = fc.record({
  accessToken: word.map((value) => new Secret(value)),
  accessTokenExpiresAtMs: ms,
  receivedAtMs: ms,
  refreshToken: fc.option(word.map((value) => new Secret(value))),
  scopes: fc.array(word, { maxLength: 5 }),
  authorizedAtMs: ms,
  setAside: fc.option(
    fc.record({
      atMs: ms,
      reason: fc.constantFrom('expired', 'refused', 'client-invalid'),
      triedByUser: fc.boolean(),
    }),
  ),
});

function revealed(value: CachedTokens | null) {
  return value === null
    ? null
    : {
        ...value,
        accessToken: value.accessToken.reveal(),
        refreshToken: value.refreshToken?.reveal() ?? null,
      };
}

test('what was written is read back', () => {
  fc.assert(
    fc.property(anyTokens, (value) => {
      expect(revealed(parseTokens(serializeTokens(value, 1e6)))).toEqual(revealed(value));
    }),
  );
});

test('where there is no room for both, the refresh token is what is kept', () => {
  const big = tokens(new ManualClock(), 0, { accessToken: new Secret('a'.repeat(3_000)) });
  const text = serializeTokens(big, 2_500);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_500);
  const read = parseTokens(text);
  expect(read?.refreshToken?.reveal()).toBe('refresh-0');
  expect(read?.accessTokenExpiresAtMs).toBe(0);
});

test.each(['', 'x', '{}', 'null', '[]', '{"version":2}', '{"version":1,"refreshToken":7}'])(
  '%j is not what Cratewatch wrote',
  (text) => {
    expect(parseTokens(text)).toBeNull();
  },
);

test('half of an entry is not read as a whole one', () => {
  const text = serializeTokens(tokens(new ManualClock()), 2_500);
  for (let length = 0; length < text.length; length += 1) {
    expect(parseTokens(text.slice(0, length))).toBeNull();
  }
});
