import fc from 'fast-check';
import { expect, test } from 'vitest';
import { revealTokens } from '../../../../electron/session/cached-tokens-json.ts';
import { readTokenFile } from '../../../../electron/session/import-token-file.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import type { CachedTokens } from '../../../../electron/session/token-cache.ts';
import { serializeTokenFile } from '../../../../electron/session/token-file-json.ts';
import { anyTokens } from '../../../contract/any-tokens.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { tokens } from './harness/keeper-bench.ts';

const NOW_MS = Date.UTC(2026, 10, 1, 12);
const NOW_SECONDS = NOW_MS / 1_000;

/** As Spotipy 2.26 writes it. */
const spotipy = {
  access_token: 'BQ-access',
  token_type: 'Bearer',
  expires_in: 3600,
  refresh_token: 'AQ-refresh',
  scope: 'user-library-read playlist-read-private',
  expires_at: NOW_SECONDS + 1_800,
};

/** As the Python spotify-sdk 0.10 writes it. */
const spotifySdk = {
  access_token: 'BQ-access',
  expires_at: NOW_SECONDS + 1_800.25,
  refresh_token: 'AQ-refresh',
  scope: 'user-library-read',
};

function read(file: unknown) {
  return readTokenFile(typeof file === 'string' ? file : JSON.stringify(file), NOW_MS);
}

function taken(file: unknown) {
  const result = read(file);
  if (result.kind === 'refused') {
    throw new Error(`It was refused: ${result.reason}`);
  }
  return revealTokens(result.tokens);
}

test('a cache of Spotipy is a session of which nobody knows when the user agreed', () => {
  expect(taken(spotipy)).toEqual({
    way: 'authorization-code',
    clientSecret: null,
    accessToken: 'BQ-access',
    accessTokenExpiresAtMs: NOW_MS + 1_800_000,
    receivedAtMs: NOW_MS - 1_800_000,
    refreshToken: 'AQ-refresh',
    scopes: ['user-library-read', 'playlist-read-private'],
    missingScopes: [],
    authorizedAtMs: null,
    setAside: null,
  });
});

test('a token file of spotify-sdk has parts of seconds and no life', () => {
  expect(taken(spotifySdk)).toMatchObject({
    way: 'authorization-code',
    accessTokenExpiresAtMs: NOW_MS + 1_800_250,
    receivedAtMs: NOW_MS - 1_799_750,
    scopes: ['user-library-read'],
  });
});

test('a file of its own is a whole session again', () => {
  fc.assert(
    fc.property(anyTokens, (value) => {
      const alive: CachedTokens = { ...value, accessTokenExpiresAtMs: NOW_MS + 5_432 };
      expect(taken(serializeTokenFile(alive))).toEqual({ ...revealTokens(alive), setAside: null });
    }),
  );
});

test.each<[string, object, object]>([
  ['an expired access token', { expires_at: 5 }, { accessTokenExpiresAtMs: 5_000 }],
  ['no end', { expires_at: undefined }, { accessTokenExpiresAtMs: 0, receivedAtMs: 0 }],
  ['an end that is null', { expires_at: null }, { accessTokenExpiresAtMs: 0 }],
  ['an end in words', { expires_at: 'soon' }, { accessTokenExpiresAtMs: 0 }],
  ['an end below 0', { expires_at: -7 }, { accessTokenExpiresAtMs: 0 }],
  ['an end in milliseconds', { expires_at: NOW_MS }, { accessTokenExpiresAtMs: 0 }],
  [
    'an end as a string',
    { expires_at: `${NOW_SECONDS + 60}` },
    { accessTokenExpiresAtMs: NOW_MS + 60_000 },
  ],
  [
    'a life as a string',
    { expires_in: '1800' },
    { accessTokenExpiresAtMs: NOW_MS + 1_800_000, receivedAtMs: NOW_MS },
  ],
  ['a receipt that would be tomorrow', { expires_in: -9e9 }, { receivedAtMs: NOW_MS }],
  ['no access token', { access_token: undefined }, { accessToken: '', accessTokenExpiresAtMs: 0 }],
  ['an access token that is null', { access_token: null }, { accessTokenExpiresAtMs: 0 }],
  ['no scope', { scope: undefined }, { scopes: [] }],
  ['a scope that is null', { scope: null }, { scopes: [] }],
  ['scopes as a list', { scope: ['a-b', 'c'] }, { scopes: ['a-b', 'c'] }],
  ['scopes with commas', { scope: 'a-b, c,d' }, { scopes: ['a-b', 'c', 'd'] }],
  ['a scope of another kind', { scope: 7 }, { scopes: [] }],
  ['names that nobody knows', { user: { name: 'x' } }, { refreshToken: 'AQ-refresh' }],
  ['our part of another time', { cratewatch: { version: 99 } }, { authorizedAtMs: null }],
])('with a refresh token, %s is no hindrance', (_, change, expected) => {
  expect(taken({ ...spotipy, ...change })).toMatchObject({
    way: 'authorization-code',
    refreshToken: 'AQ-refresh',
    ...expected,
  });
});

test.each<[string, object, number]>([
  ['alive', {}, NOW_MS + 1_800_000],
  ['of unknown life', { expires_at: undefined }, NOW_MS + 3_600_000],
])('an access token alone that is %s is a session until its end', (_, change, endMs) => {
  expect(taken({ ...spotipy, refresh_token: null, ...change })).toMatchObject({
    way: 'access-token',
    accessTokenExpiresAtMs: endMs,
    refreshToken: null,
    authorizedAtMs: null,
  });
});

test('an app’s own session goes on from its secret alone', () => {
  const app = tokens(new ManualClock(NOW_MS), 9e7, {
    way: 'client-credentials',
    refreshToken: null,
    clientSecret: new Secret('f'.repeat(32)),
    authorizedAtMs: null,
  });
  expect(taken(serializeTokenFile(app))).toMatchObject({ way: 'client-credentials' });
});

test('tokens that were put aside get the try that the user asks for', () => {
  const aside = { atMs: 1, reason: 'refused', triedByUser: true } as const;
  const kept = tokens(new ManualClock(NOW_MS), 0, { setAside: aside });
  expect(taken(serializeTokenFile(kept)).setAside).toBeNull();
});

test('a mark at the start of the text, as Windows’ editor writes it, is no hindrance', () => {
  expect(taken(`\uFEFF${JSON.stringify(spotipy)}`).refreshToken).toBe('AQ-refresh');
});

test.each<[unknown, string]>([
  ['', 'not-json'],
  ['access_token=x', 'not-json'],
  [JSON.stringify(spotipy).slice(0, -5), 'not-json'],
  ['null', 'not-a-token-file'],
  ['[]', 'not-a-token-file'],
  ['"BQ-access"', 'not-a-token-file'],
  ['7', 'not-a-token-file'],
  [{}, 'not-a-token-file'],
  [{ name: 'cratewatch', version: '1.0.0' }, 'not-a-token-file'],
  [{ error: 'invalid_grant' }, 'not-a-token-file'],
  [[spotipy], 'not-a-token-file'],
  [{ ...spotipy, access_token: 7 }, 'not-a-token-file'],
  [{ ...spotipy, refresh_token: ['x'] }, 'not-a-token-file'],
  [{ ...spotipy, access_token: 'two words' }, 'not-a-token-file'],
  [{ ...spotipy, refresh_token: 'line\nline' }, 'not-a-token-file'],
  [{ ...spotipy, refresh_token: 'AQ-refresh\n' }, 'not-a-token-file'],
  [{ ...spotipy, access_token: 'tøken' }, 'not-a-token-file'],
  [{ ...spotipy, access_token: 'x'.repeat(9_000) }, 'not-a-token-file'],
  [{ access_token: '', refresh_token: null }, 'no-token'],
  [{ token_type: 'Bearer', scope: 'x' }, 'no-token'],
  [{ expires_at: NOW_SECONDS + 60 }, 'no-token'],
  [{ ...spotipy, refresh_token: undefined, expires_at: NOW_SECONDS }, 'expired'],
  [{ ...spotifySdk, refresh_token: null, expires_at: 5.5 }, 'expired'],
])('%j is refused: %s', (file, reason) => {
  expect(read(file)).toEqual({ kind: 'refused', reason });
});

test('whatever a file holds, it is read or refused', () => {
  const part = fc.oneof(fc.jsonValue(), fc.constantFrom('x', '', null, 1e308, -1, '9'.repeat(400)));
  const file = fc.record(
    {
      access_token: part,
      refresh_token: part,
      expires_at: part,
      expires_in: part,
      scope: part,
      cratewatch: part,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(file, (value) => {
      const result = read(value);
      if (result.kind === 'tokens') {
        const { accessTokenExpiresAtMs, receivedAtMs } = result.tokens;
        expect(Number.isFinite(accessTokenExpiresAtMs)).toBe(true);
        expect(receivedAtMs).toBeLessThanOrEqual(NOW_MS);
        expect(receivedAtMs).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
