import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { revealTokens } from '../../../../electron/session/cached-tokens-json.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import type { TokenGrant } from '../../../../electron/session/token-response.ts';
import {
  type GrantContext,
  tokensAfterRefresh,
  tokensOfPastedToken,
  tokensOfSignIn,
} from '../../../../electron/session/token-succession.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { tokens } from './harness/keeper-bench.ts';

const clientSecret = new Secret('client-secret');
const previous = tokens(new ManualClock(), 3_000_000, {
  clientSecret,
  missingScopes: ['user-follow-read'],
  setAside: { atMs: 1, reason: 'refused', triedByUser: false },
});
const grant: TokenGrant = {
  accessToken: new Secret('access-1'),
  expiresInSeconds: 1_800,
  refreshToken: null,
  scopes: null,
};

describe('after a refresh', () => {
  test('the old refresh token stays where none is returned', () => {
    expect(tokensAfterRefresh(previous, grant, 5_000).refreshToken).toBe(previous.refreshToken);
  });

  test('a new refresh token replaces the old one', () => {
    const refreshToken = new Secret('refresh-1');
    const after = tokensAfterRefresh(previous, { ...grant, refreshToken }, 5_000);
    expect(after.refreshToken).toBe(refreshToken);
  });

  test('life counts from when the request was sent', () => {
    expect(tokensAfterRefresh(previous, grant, 5_000)).toMatchObject({
      receivedAtMs: 5_000,
      accessTokenExpiresAtMs: 1_805_000,
    });
  });

  test('the six months, the secret, the way and the missing scopes are as before', () => {
    const after = tokensAfterRefresh(previous, grant, 5_000);
    expect(revealTokens(after)).toEqual({
      ...revealTokens(previous),
      accessToken: 'access-1',
      receivedAtMs: 5_000,
      accessTokenExpiresAtMs: 1_805_000,
      setAside: null,
    });
    expect(after.clientSecret).toBe(clientSecret);
  });

  test('scopes that are named count, also where they are fewer', () => {
    expect(tokensAfterRefresh(previous, { ...grant, scopes: [] }, 5_000).scopes).toEqual([]);
  });

  test('of any number, the kept refresh token is the last that was ever returned', () => {
    const returned = fc.option(fc.stringMatching(/^[\x21-\x7e]{1,40}$/));
    fc.assert(
      fc.property(
        fc.array(returned, { maxLength: 50 }),
        fc.option(fc.constant('x')),
        (all, first) => {
          const start = { ...previous, refreshToken: first === null ? null : new Secret(first) };
          const last = all.reduce(
            (held, value, index) =>
              tokensAfterRefresh(
                held,
                { ...grant, refreshToken: value === null ? null : new Secret(value) },
                index,
              ),
            start as typeof previous,
          );
          const expected = all.findLast((value) => value !== null) ?? first;
          expect(last.refreshToken?.reveal() ?? null).toBe(expected);
          expect(last.clientSecret).toBe(clientSecret);
          expect(last).toMatchObject({
            clientSecret,
            authorizedAtMs: previous.authorizedAtMs,
            missingScopes: previous.missingScopes,
            scopes: previous.scopes,
          });
        },
      ),
    );
  });
});

describe('a sign-in', () => {
  const context: GrantContext = {
    way: 'authorization-code',
    clientSecret,
    requestedScopes: ['a', 'b'],
    sentAtMs: 5_000,
    authorizedAtMs: 4_000,
  };

  test('begins its life when it was asked for, and its six months when the user agreed', () => {
    const refreshToken = new Secret('refresh-1');
    const signedIn = tokensOfSignIn({ ...grant, refreshToken, scopes: ['a', 'b'] }, context);
    expect(revealTokens(signedIn)).toEqual({
      way: 'authorization-code',
      clientSecret: 'client-secret',
      accessToken: 'access-1',
      receivedAtMs: 5_000,
      accessTokenExpiresAtMs: 1_805_000,
      refreshToken: 'refresh-1',
      scopes: ['a', 'b'],
      missingScopes: [],
      authorizedAtMs: 4_000,
      setAside: null,
    });
  });

  test.each([
    ['fewer', ['b', 'c'], ['b', 'c'], ['a']],
    ['none', [], [], ['a', 'b']],
    // RFC 6749 §5.1: unnamed scopes are those that were asked for.
    ['unnamed', null, ['a', 'b'], []],
  ])('with scopes that are %s knows which are missing', (_, granted, scopes, missingScopes) => {
    expect(tokensOfSignIn({ ...grant, scopes: granted }, context)).toMatchObject({
      scopes,
      missingScopes,
    });
  });
});

test('a pasted token is believed to live an hour and can never be renewed', () => {
  expect(revealTokens(tokensOfPastedToken(new Secret('pasted'), 7))).toEqual({
    way: 'access-token',
    clientSecret: null,
    accessToken: 'pasted',
    receivedAtMs: 7,
    accessTokenExpiresAtMs: 3_600_007,
    refreshToken: null,
    scopes: [],
    missingScopes: [],
    authorizedAtMs: null,
    setAside: null,
  });
});
