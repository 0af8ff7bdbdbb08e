import { describe, expect, it } from 'vitest';
import type { SessionState } from '../../../../shared/session-state.ts';
import { describeSession } from '../../../../shared/texts/session-texts.ts';
import type { StatusAction, StatusTone } from '../../../../shared/texts/status-sentence.ts';
import { FORMAT, LATER_MS, LIFE, NOW_MS } from './every-state.ts';

type Row = readonly [SessionState, StatusTone, StatusAction, headline: string];

const ROWS: readonly Row[] = [
  [{ kind: 'signed-out', lastFailure: null }, 'attention', 'sign-in', 'Not signed in'],
  [
    { kind: 'authorizing', redirectUri: 'http://127.0.0.1:8917/callback', endsAtMs: LATER_MS },
    'busy',
    null,
    'Waiting for you in the browser',
  ],
  [{ kind: 'active', life: LIFE }, 'good', null, 'Connected to Spotify'],
  [{ kind: 'refreshing', life: null }, 'good', null, 'Renewing access to Spotify'],
  [{ kind: 'offline', nextTryAtMs: LATER_MS }, 'offline', 'retry', 'You are offline'],
  [
    { kind: 'waiting', reason: 'rate-limited', untilMs: LATER_MS },
    'waiting',
    null,
    'Spotify asked for a pause',
  ],
  [
    { kind: 'waiting', reason: 'service-trouble', untilMs: LATER_MS },
    'waiting',
    'retry',
    'Spotify’s sign-in service has trouble',
  ],
  [{ kind: 'keychain-locked' }, 'attention', 'retry', 'Your keychain is locked'],
  [{ kind: 'keychain-missing' }, 'attention', 'retry', 'No keychain is running'],
  [{ kind: 'sign-in-needed', reason: 'expired' }, 'attention', 'sign-in', 'Time to sign in again'],
  [
    { kind: 'sign-in-needed', reason: 'refused' },
    'attention',
    'sign-in',
    'Spotify asks you to sign in again',
  ],
  [
    { kind: 'sign-in-needed', reason: 'client-invalid' },
    'attention',
    'sign-in',
    'Spotify no longer accepts your client ID',
  ],
];

describe('the session in words', () => {
  it.each(ROWS)('%o is %s with the action %s: %s', (state, tone, action, headline) => {
    expect(describeSession(state, NOW_MS, FORMAT)).toMatchObject({ tone, action, headline });
  });

  it('says when it goes on', () => {
    const detail = (state: SessionState) => describeSession(state, NOW_MS, FORMAT).detail;
    expect(detail({ kind: 'offline', nextTryAtMs: LATER_MS })).toBe(
      'Cratewatch tries again in 40 minutes, and at once when the network is back.',
    );
    expect(detail({ kind: 'authorizing', redirectUri: '', endsAtMs: LATER_MS })).toBe(
      'Press “Agree” on Spotify’s page before 12:40.',
    );
  });

  it('says that waiting and a locked keychain cost nobody the sign-in', () => {
    for (const [state, tone] of ROWS) {
      const { detail } = describeSession(state, NOW_MS, FORMAT);
      if (tone === 'waiting') expect(detail).toContain('You stay signed in.');
      if (state.kind === 'keychain-locked') expect(detail).toContain('You are still signed in.');
    }
  });

  it('says that the history is kept whenever a new sign-in is asked for', () => {
    for (const reason of ['expired', 'refused', 'client-invalid'] as const) {
      const { detail } = describeSession({ kind: 'sign-in-needed', reason }, NOW_MS, FORMAT);
      expect(detail).toMatch(/Your history is kept\.$/);
    }
  });

  it('names why the last sign-in came to nothing, except that the user cancelled it', () => {
    const signedOut = (lastFailure: 'cancelled' | 'refused-by-user') =>
      describeSession({ kind: 'signed-out', lastFailure: { kind: lastFailure } }, NOW_MS, FORMAT);
    expect(signedOut('cancelled').detail).toBe('Sign in to start watching your library.');
    expect(signedOut('refused-by-user').detail).toBe(
      'You chose “Cancel” on Spotify’s page. Nothing was shared. Sign in again whenever you like.',
    );
  });
});
