import { describe, expect, it } from 'vitest';
import { isWelcome } from '../../../../renderer/state/is-welcome.ts';
import type { SessionSnapshot } from '../../../../shared/ipc-contract.ts';
import type { SessionLife, SessionState } from '../../../../shared/session-state.ts';

const life: SessionLife = {
  way: 'authorization-code',
  receivedAtMs: 0,
  missingScopes: [],
  accessTokenExpiresAtMs: 0,
  refreshAtMs: null,
  authorizedAtMs: null,
  renewBeforeMs: null,
};

const ROWS: {
  readonly [K in SessionState['kind']]: readonly [
    Extract<SessionState, { kind: K }>,
    withoutAccount: boolean,
    withAccount: boolean,
  ];
} = {
  'signed-out': [{ kind: 'signed-out', lastFailure: null }, true, true],
  authorizing: [{ kind: 'authorizing', redirectUri: '', endsAtMs: 0, pageUrl: null }, true, false],
  'confirming-account': [
    { kind: 'confirming-account', expected: { key: 'a', displayName: 'Ada' }, found: null },
    true,
    false,
  ],
  active: [{ kind: 'active', life }, false, false],
  refreshing: [{ kind: 'refreshing', life: null }, false, false],
  offline: [{ kind: 'offline', cause: 'no-network', nextTryAtMs: 0 }, false, false],
  waiting: [{ kind: 'waiting', reason: 'rate-limited', untilMs: 0 }, false, false],
  'keychain-locked': [{ kind: 'keychain-locked' }, true, false],
  'keychain-missing': [{ kind: 'keychain-missing', restartHelps: false }, true, false],
  'file-trouble': [{ kind: 'file-trouble' }, true, false],
  'sign-in-needed': [{ kind: 'sign-in-needed', reason: 'expired' }, true, false],
};

describe('the welcome page', () => {
  it.each(Object.values(ROWS))('stands where there is nothing else to show: %o', (...row) => {
    const [state, withoutAccount, withAccount] = row;
    const snapshot: SessionSnapshot = {
      mode: 'spotify',
      state,
      service: { kind: 'ok' },
      account: null,
      connection: {
        cache: { kind: 'keychain', path: null, test: { kind: 'not-yet' } },
        refreshes: [],
        clockSkewMs: null,
        life: null,
        lastSignInFailure: null,
      },
      setup: { clientId: null, hasSecret: false, redirectUris: [] },
    };
    const account = { key: 'a', displayName: 'Ada' };
    expect(isWelcome(snapshot)).toBe(withoutAccount);
    expect(isWelcome({ ...snapshot, account })).toBe(withAccount);
  });
});
