import { expect, test } from 'vitest';
import { Secret } from '../../../../electron/session/secret.ts';
import {
  tokensAfterRefresh,
  tokensOfSignIn,
} from '../../../../electron/session/token-succession.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { tokens } from './harness/keeper-bench.ts';

const previous = tokens(new ManualClock(), 3_000_000, {
  setAside: { atMs: 1, reason: 'refused', triedByUser: false },
});
const grant = {
  accessToken: new Secret('access-1'),
  expiresInSeconds: 1_800,
  refreshToken: null,
  scopes: null,
};

test('without a new refresh token the old one stays', () => {
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

test('refreshing changes neither the six months nor unnamed scopes, and ends setting aside', () => {
  expect(tokensAfterRefresh(previous, grant, 5_000)).toMatchObject({
    authorizedAtMs: previous.authorizedAtMs,
    scopes: previous.scopes,
    setAside: null,
  });
});

test('a sign-in begins six new months and has the scopes that were granted', () => {
  const signedIn = tokensOfSignIn({ ...grant, scopes: ['a'] }, 5_000, ['a', 'b']);
  expect(signedIn).toMatchObject({ authorizedAtMs: 5_000, scopes: ['a'] });
  expect(tokensOfSignIn(grant, 5_000, ['a', 'b']).scopes).toEqual(['a', 'b']);
});
