import { describe, expect, it } from 'vitest';
import {
  type OfflineCause,
  offlineCauseSchema,
  type SessionState,
  signInReasonSchema,
} from '../../../../shared/session-state.ts';
import { describeSession } from '../../../../shared/texts/session-texts.ts';
import type { StatusAction, StatusTone } from '../../../../shared/texts/status-sentence.ts';
import { APP_LIFE, FORMAT, LATER_MS, LIFE, NOW_MS } from './every-state.ts';

type Row = readonly [SessionState, StatusTone, StatusAction, headline: string];

const ADA = { key: 'ada', displayName: 'Ada Brook' };
const BEA = { key: 'bea.lund', displayName: '  ' };

const APP_ONLY = 'Connected as an app, without an account';

function offline(cause: OfflineCause): SessionState {
  return { kind: 'offline', cause, nextTryAtMs: LATER_MS };
}

const ROWS: readonly Row[] = [
  [{ kind: 'signed-out', lastFailure: null }, 'attention', 'sign-in', 'Not signed in'],
  [
    { kind: 'authorizing', redirectUri: '', endsAtMs: LATER_MS, pageUrl: null },
    'busy',
    null,
    'Waiting for you in the browser',
  ],
  [
    { kind: 'authorizing', redirectUri: '', endsAtMs: LATER_MS, pageUrl: 'https://example.org/' },
    'busy',
    'go-on-signing-in',
    'Waiting for the address from your browser',
  ],
  [
    { kind: 'confirming-account', expected: ADA, found: BEA },
    'attention',
    'go-on-signing-in',
    'Is this the right account?',
  ],
  [{ kind: 'active', life: LIFE }, 'good', null, 'Connected to Spotify'],
  [{ kind: 'active', life: APP_LIFE }, 'waiting', 'sign-in', APP_ONLY],
  [{ kind: 'refreshing', life: APP_LIFE }, 'waiting', 'sign-in', APP_ONLY],
  [{ kind: 'refreshing', life: null }, 'good', null, 'Renewing access to Spotify'],
  [offline('no-network'), 'offline', 'retry', 'You are offline'],
  [offline('unreachable'), 'offline', 'retry', 'Spotify cannot be reached'],
  [offline('guest-network'), 'offline', 'retry', 'This network wants you to sign in to it first'],
  [offline('untrusted'), 'offline', 'retry', 'The connection to Spotify cannot be trusted'],
  [offline('certificate-name'), 'offline', 'retry', 'Somebody else answers in Spotify’s place'],
  [offline('proxy-login'), 'offline', 'retry', 'Your proxy wants a name and password'],
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
  [
    { kind: 'waiting', reason: 'other-instance', untilMs: LATER_MS },
    'waiting',
    null,
    'Another Cratewatch is renewing the sign-in',
  ],
  [{ kind: 'keychain-locked' }, 'attention', 'retry', 'Your keychain is locked'],
  [
    { kind: 'keychain-missing', restartHelps: false },
    'attention',
    'retry',
    'No keychain is running',
  ],
  [
    { kind: 'keychain-missing', restartHelps: true },
    'attention',
    'restart',
    'The keychain was restarted',
  ],
  [{ kind: 'file-trouble' }, 'attention', 'retry', 'The file with your key cannot be used'],
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
  [
    { kind: 'sign-in-needed', reason: 'not-kept' },
    'attention',
    'sign-in',
    'The sign-in was not kept',
  ],
  [
    { kind: 'sign-in-needed', reason: 'token-ended' },
    'waiting',
    'sign-in',
    'The access token has ended',
  ],
];

describe('the session in words', () => {
  it.each(ROWS)('%o is %s with the action %s: %s', (state, tone, action, headline) => {
    expect(describeSession(state, NOW_MS, FORMAT)).toMatchObject({ tone, action, headline });
  });

  it('says when it goes on', () => {
    const detail = (state: SessionState) => describeSession(state, NOW_MS, FORMAT).detail;
    expect(detail(offline('no-network'))).toBe(
      'Cratewatch tries again in 40 minutes, and at once when the network is back.',
    );
    const authorizing = { kind: 'authorizing', redirectUri: '', endsAtMs: LATER_MS } as const;
    expect(detail({ ...authorizing, pageUrl: null })).toBe(
      'Press “Agree” on Spotify’s page before 12:40.',
    );
    for (const cause of offlineCauseSchema.options.filter((one) => one !== 'no-network')) {
      expect(detail(offline(cause))).toMatch(/tries again in 40 minutes\.$/);
    }
  });

  it('says that waiting and a locked keychain cost nobody the sign-in', () => {
    for (const [state] of ROWS) {
      const { detail } = describeSession(state, NOW_MS, FORMAT);
      if (state.kind === 'waiting') expect(detail).toContain('You stay signed in.');
      if (state.kind === 'keychain-locked') expect(detail).toContain('You are still signed in.');
    }
  });

  it('names who signed in and whose library is here, by the key where there is no name', () => {
    const asked = (found: typeof BEA | null) =>
      describeSession({ kind: 'confirming-account', expected: ADA, found }, NOW_MS, FORMAT).detail;
    expect(asked(BEA)).toBe(
      'bea.lund signed in, and the library here belongs to Ada Brook. Nothing was changed yet.',
    );
    expect(asked(null)).toBe(
      'Spotify could not say whether it is Ada Brook who signed in. Nothing was changed yet.',
    );
  });

  it('says that the history is kept whenever a new sign-in is asked for', () => {
    for (const reason of signInReasonSchema.options) {
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
