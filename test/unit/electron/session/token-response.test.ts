import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  classifyTokenResponse,
  type RawTokenResponse,
} from '../../../../electron/session/token-response.ts';

const NOW = Date.UTC(2026, 10, 1, 12);
const GOOD = { access_token: 'BQaccess', token_type: 'Bearer', expires_in: 3600, scope: 'a b' };

function classify(response: Partial<RawTokenResponse>) {
  return classifyTokenResponse({
    status: 200,
    body: JSON.stringify(GOOD),
    retryAfter: null,
    nowMs: NOW,
    ...response,
  });
}

function grantOf(body: object) {
  const outcome = classify({ body: JSON.stringify(body) });
  return outcome.kind === 'tokens' ? outcome.grant : null;
}

const json = (error: string) => JSON.stringify({ error, error_description: 'Some words' });

const outcomes: [string, Partial<RawTokenResponse>, object][] = [
  [
    '400 invalid_grant ends',
    { status: 400, body: json('invalid_grant') },
    { kind: 'invalid-grant' },
  ],
  [
    '400 invalid_client ends',
    { status: 400, body: json('invalid_client') },
    { kind: 'invalid-client' },
  ],
  [
    '401 invalid_client ends',
    { status: 401, body: json('invalid_client') },
    { kind: 'invalid-client' },
  ],
  [
    '400 invalid_request does not',
    { status: 400, body: json('invalid_request') },
    { kind: 'rejected', status: 400 },
  ],
  [
    '400 unauthorized_client does not',
    { status: 400, body: json('unauthorized_client') },
    { kind: 'rejected', status: 400 },
  ],
  [
    '400 as HTML',
    { status: 400, body: '<html>' },
    { kind: 'unreadable', status: 400, foreign: true },
  ],
  [
    '403 without a body',
    { status: 403, body: '' },
    { kind: 'unreadable', status: 403, foreign: false },
  ],
  ['429', { status: 429, body: '' }, { kind: 'rate-limited', retryAfterMs: null }],
  [
    '500 with invalid_grant',
    { status: 500, body: json('invalid_grant') },
    { kind: 'server-trouble', status: 500 },
  ],
  [
    '502 as HTML',
    { status: 502, body: '<html>Bad Gateway</html>' },
    { kind: 'server-trouble', status: 502 },
  ],
  [
    '200 as HTML',
    { body: '<html>Welcome to our wifi</html>' },
    { kind: 'unreadable', status: 200, foreign: true },
  ],
  ['200 empty', { body: '' }, { kind: 'unreadable', status: 200, foreign: false }],
  ['200 cut', { body: '{"access_token":"BQ' }, { kind: 'unreadable', status: 200, foreign: false }],
  ['200 without fields', { body: '{}' }, { kind: 'unreadable', status: 200, foreign: false }],
  [
    '200 with invalid_grant',
    { body: json('invalid_grant') },
    { kind: 'unreadable', status: 200, foreign: false },
  ],
  ['204', { status: 204, body: '' }, { kind: 'unreadable', status: 204, foreign: false }],
  [
    '302 to a login page',
    { status: 302, body: '' },
    { kind: 'unreadable', status: 302, foreign: true },
  ],
  [
    '200 with an empty token',
    { body: '{"access_token":""}' },
    { kind: 'unreadable', status: 200, foreign: false },
  ],
  [
    '200 with a line break in the token',
    { body: '{"access_token":"a\\nb"}' },
    { kind: 'unreadable', status: 200, foreign: false },
  ],
];

/** A page that stands in the way of everything, told from Spotify's own trouble. */
test.each<[string, Partial<RawTokenResponse>, boolean]>([
  ['<!DOCTYPE html> in capitals', { body: '<!DOCTYPE html><p>Sign in</p>' }, true],
  ['<!doctype html> in small letters', { body: '\n  <!doctype html>' }, true],
  ['a head without html', { body: '<head><title>Wi-Fi</title></head>' }, true],
  ['a script that goes on elsewhere', { body: '<script>location="x"</script>' }, true],
  ['a meta refresh', { body: '<META http-equiv="refresh">' }, true],
  ['a redirect without a body', { status: 307, body: '' }, true],
  ['a page with 403', { status: 403, body: '<html>Pay first</html>' }, true],
  ['511 of RFC 6585 as a server’s trouble', { status: 511, body: '<html>' }, false],
  ['XML', { body: '<?xml version="1.0"?><error/>' }, false],
  ['words', { body: 'html' }, false],
  ['JSON that quotes a page', { body: '{"page":"<html>"}' }, false],
])('%s', (_, response, foreign) => {
  const outcome = classify(response);
  expect(outcome.kind === 'unreadable' && outcome.foreign).toBe(foreign);
});

test.each(outcomes)('%s', (_, response, outcome) => {
  expect(classify(response)).toEqual(outcome);
});

test('only a 4xx with one of two errors can end a session', () => {
  const error = fc.constantFrom('invalid_grant', 'invalid_client', 'server_error', '', null);
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 599 }), error, (status, name) => {
      const { kind } = classify({ status, body: JSON.stringify({ error: name }) });
      const ends = kind === 'invalid-grant' || kind === 'invalid-client';
      const may = status >= 400 && status < 500 && status !== 429 && /^invalid_/.test(name ?? '');
      expect(ends).toBe(may);
    }),
  );
});

test('no body makes it throw', () => {
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 599 }), fc.string(), (status, body) => {
      expect(() => classify({ status, body })).not.toThrow();
    }),
  );
});

describe('a grant', () => {
  test('keeps the new refresh token and says when there was none', () => {
    expect(grantOf({ ...GOOD, refresh_token: 'AQnew' })?.refreshToken?.reveal()).toBe('AQnew');
    expect(grantOf(GOOD)?.refreshToken).toBeNull();
    expect(grantOf({ ...GOOD, refresh_token: '' })?.refreshToken).toBeNull();
    expect(grantOf({ ...GOOD, refresh_token: null })?.refreshToken).toBeNull();
    expect(grantOf({ ...GOOD, refresh_token: 7 })?.refreshToken).toBeNull();
  });

  test.each([
    [3600, 3600],
    ['1800', 1800],
    [0, 3600],
    [-5, 3600],
    ['soon', 3600],
    [null, 3600],
    [1e12, 3600],
  ])('with expires_in %j lives %d s', (expiresIn, seconds) => {
    expect(grantOf({ ...GOOD, expires_in: expiresIn })?.expiresInSeconds).toBe(seconds);
  });

  test('without expires_in lives as long as Spotify’s tokens do', () => {
    expect(grantOf({ access_token: 'BQ' })?.expiresInSeconds).toBe(3600);
  });

  test('splits the scopes, and says when none were named', () => {
    expect(grantOf(GOOD)?.scopes).toEqual(['a', 'b']);
    expect(grantOf({ access_token: 'BQ' })?.scopes).toBeNull();
  });

  test('shows no token when printed', () => {
    expect(JSON.stringify(classify({}))).not.toContain('BQaccess');
  });
});

test.each([
  ['17', 17_000],
  ['0', 0],
  ['79892', 3_600_000],
  ['1e999', 3_600_000],
  [new Date(NOW + 60_000).toUTCString(), 60_000],
  [new Date(NOW - 60_000).toUTCString(), null],
  ['-3', null],
  ['soon', null],
  ['', null],
])('Retry-After %j is a wait of %j ms', (retryAfter, retryAfterMs) => {
  expect(classify({ status: 429, retryAfter })).toEqual({ kind: 'rate-limited', retryAfterMs });
});
