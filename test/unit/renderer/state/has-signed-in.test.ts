import { describe, expect, it } from 'vitest';
import { hasSignedIn } from '../../../../renderer/state/has-signed-in.ts';
import type { SessionLife, SessionState } from '../../../../shared/session-state.ts';

const LIFE: SessionLife = {
  way: 'authorization-code',
  receivedAtMs: 1,
  accessTokenExpiresAtMs: 2,
  refreshAtMs: null,
  authorizedAtMs: 1,
  renewBeforeMs: null,
  missingScopes: [],
};
const TOKEN_LIFE: SessionLife = { ...LIFE, way: 'access-token', authorizedAtMs: null };

function active(life: SessionLife): SessionState {
  return { kind: 'active', life };
}

describe('a sign-in came to its good end', () => {
  it.each<SessionState>([
    { kind: 'signed-out', lastFailure: null },
    { kind: 'authorizing', redirectUri: '', endsAtMs: 0, pageUrl: null },
    { kind: 'confirming-account', expected: { key: 'a', displayName: 'Ada' }, found: null },
    { kind: 'sign-in-needed', reason: 'expired' },
    { kind: 'keychain-locked' },
    { kind: 'keychain-missing', restartHelps: true },
    { kind: 'file-trouble' },
  ])('when %o becomes active, and only then', (before) => {
    expect(hasSignedIn(before, active(LIFE))).toBe(true);
    expect(hasSignedIn(before, before)).toBe(false);
    expect(hasSignedIn(active(LIFE), before)).toBe(false);
  });

  it.each<readonly [string, SessionLife, SessionLife]>([
    ['another way in took over', { ...TOKEN_LIFE, way: 'client-credentials' }, TOKEN_LIFE],
    ['the user agreed once more', LIFE, { ...LIFE, authorizedAtMs: 9 }],
    ['another access token was pasted', TOKEN_LIFE, { ...TOKEN_LIFE, receivedAtMs: 9 }],
  ])('when %s', (_, before, after) => {
    expect(hasSignedIn(active(before), active(after))).toBe(true);
    expect(hasSignedIn({ kind: 'refreshing', life: before }, active(after))).toBe(true);
  });

  it.each<readonly [string, SessionState, SessionState]>([
    ['nothing happened', active(LIFE), active(LIFE)],
    ['access was merely renewed', active(LIFE), active({ ...LIFE, receivedAtMs: 9 })],
    ['the first access token of a start came', { kind: 'refreshing', life: null }, active(LIFE)],
    [
      'the network came back',
      { kind: 'offline', cause: 'no-network', nextTryAtMs: 0 },
      active(LIFE),
    ],
    [
      'Spotify’s pause is over',
      { kind: 'waiting', reason: 'rate-limited', untilMs: 0 },
      active(LIFE),
    ],
  ])('but not when %s', (_, before, after) => {
    expect(hasSignedIn(before, after)).toBe(false);
  });
});
