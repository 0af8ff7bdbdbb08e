import { assertNever } from '../assert-never.ts';
import type { Account, SessionState, SignInReason } from '../session-state.ts';
import { inSentence } from './foreign-text.ts';
import { OFFLINE_WORDS, settingFor } from './offline-texts.ts';
import { describeSignInFailure } from './sign-in-failure-texts.ts';
import type { StatusSentence, StatusTone } from './status-sentence.ts';
import type { TextFormat } from './text-format.ts';
import { clockTime, comingPhrase } from './time-phrases.ts';

const LONGEST_NAME = 60;

/** The session alone in words: what it is, what it waits for, what the user can do. */
export function describeSession(
  state: SessionState,
  nowMs: number,
  format: TextFormat = {},
): StatusSentence {
  switch (state.kind) {
    case 'signed-out': {
      const failure = state.lastFailure === null ? null : describeSignInFailure(state.lastFailure);
      return {
        tone: 'attention',
        headline: 'Not signed in',
        detail:
          failure === null
            ? 'Sign in to start watching your library.'
            : `${failure.title}. ${failure.advice}`,
        action: 'sign-in',
      };
    }
    case 'authorizing':
      return state.pageUrl === null
        ? {
            tone: 'busy',
            headline: 'Waiting for you in the browser',
            detail: `Press “Agree” on Spotify’s page before ${clockTime(state.endsAtMs, format)}.`,
            action: null,
          }
        : {
            tone: 'busy',
            headline: 'Waiting for the address from your browser',
            detail: `Press “Agree” on Spotify’s page and paste the address where it ends before ${clockTime(state.endsAtMs, format)}.`,
            action: 'go-on-signing-in',
          };
    case 'confirming-account':
      return {
        tone: 'attention',
        headline: 'Is this the right account?',
        detail:
          state.found === null
            ? `Spotify could not say whether it is ${nameOf(state.expected)} who signed in. Nothing was changed yet.`
            : `${nameOf(state.found)} signed in, and the library here belongs to ${nameOf(state.expected)}. Nothing was changed yet.`,
        action: 'go-on-signing-in',
      };
    case 'active':
      return state.life.way === 'client-credentials'
        ? APP_ONLY
        : { tone: 'good', headline: 'Connected to Spotify', detail: null, action: null };
    case 'refreshing':
      if (state.life?.way === 'client-credentials') return APP_ONLY;
      return { tone: 'good', headline: 'Renewing access to Spotify', detail: null, action: null };
    case 'offline':
      return {
        tone: 'offline',
        headline: OFFLINE_WORDS[state.cause].headline,
        detail: OFFLINE_WORDS[state.cause].session(comingPhrase(state.nextTryAtMs, nowMs, format)),
        action: 'retry',
        ...settingFor(state.cause),
      };
    case 'waiting':
      return describeWait(state.reason, comingPhrase(state.untilMs, nowMs, format));
    case 'keychain-locked':
      return {
        tone: 'attention',
        headline: 'Your keychain is locked',
        detail: 'You are still signed in. Unlock the keychain and watching goes on.',
        action: 'retry',
      };
    case 'keychain-missing':
      return state.restartHelps
        ? {
            tone: 'attention',
            headline: 'The keychain was restarted',
            detail:
              'You are still signed in. Cratewatch finds the keychain again after a restart of its own.',
            action: 'restart',
          }
        : {
            tone: 'attention',
            headline: 'No keychain is running',
            detail:
              'Cratewatch keeps its key to Spotify in the system’s keychain. Start one, such as GNOME Keyring or KWallet, then try again, or choose another place in the settings.',
            action: 'retry',
          };
    case 'file-trouble':
      return {
        tone: 'attention',
        headline: 'The file with your key cannot be used',
        detail:
          'You are still signed in. Make sure that Cratewatch may read and write the file that you chose in the settings, then try again.',
        action: 'retry',
      };
    case 'sign-in-needed':
      return { ...SIGN_IN_NEEDED[state.reason], action: 'sign-in' };
    default:
      return assertNever(state);
  }
}

/** The name of an account in a sentence. Spotify lets it be empty. */
export function nameOf({ displayName, key }: Account): string {
  return inSentence(displayName, LONGEST_NAME) || key;
}

const APP_ONLY: StatusSentence = {
  tone: 'waiting',
  headline: 'Connected as an app, without an account',
  detail: 'Public data can be read this way, but no library. To watch yours, sign in as yourself.',
  action: 'sign-in',
};

function describeWait(
  reason: Extract<SessionState, { kind: 'waiting' }>['reason'],
  coming: string,
): StatusSentence {
  switch (reason) {
    case 'rate-limited':
      return {
        tone: 'waiting',
        headline: 'Spotify asked for a pause',
        detail: `You stay signed in. Cratewatch goes on ${coming}.`,
        action: null,
      };
    case 'service-trouble':
      return {
        tone: 'waiting',
        headline: 'Spotify’s sign-in service has trouble',
        detail: `You stay signed in. Cratewatch tries again ${coming}.`,
        action: 'retry',
      };
    case 'other-instance':
      return {
        tone: 'waiting',
        headline: 'Another Cratewatch is renewing the sign-in',
        detail: `You stay signed in. This one looks again ${coming} and uses what the other got.`,
        action: null,
      };
    default:
      return assertNever(reason);
  }
}

const SIGN_IN_NEEDED: Readonly<
  Record<
    SignInReason,
    { readonly tone: StatusTone; readonly headline: string; readonly detail: string }
  >
> = {
  'token-ended': {
    // What was to be expected: such a token lasts an hour and cannot be renewed.
    tone: 'waiting',
    headline: 'The access token has ended',
    detail:
      'It lasts an hour at most and cannot be renewed. Sign in, or paste a new one. Your history is kept.',
  },
  'not-kept': {
    tone: 'attention',
    headline: 'The sign-in was not kept',
    detail:
      'It was to last only until Cratewatch quits, or the place where it was kept is empty or damaged. Your history is kept.',
  },
  expired: {
    tone: 'attention',
    headline: 'Time to sign in again',
    detail: 'Spotify ends every sign-in after six months. Your history is kept.',
  },
  refused: {
    tone: 'attention',
    headline: 'Spotify asks you to sign in again',
    detail:
      'It no longer accepts this sign-in; access may have been removed. Your history is kept.',
  },
  'client-invalid': {
    tone: 'attention',
    headline: 'Spotify no longer accepts your client ID',
    detail:
      'Look at your app’s page at the dashboard, then sign in again with the client ID shown there. Your history is kept.',
  },
};
