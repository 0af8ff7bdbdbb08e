import { assertNever } from '../assert-never.ts';
import type { SessionState, SignInReason } from '../session-state.ts';
import { describeSignInFailure } from './sign-in-failure-texts.ts';
import type { StatusSentence } from './status-sentence.ts';
import type { TextFormat } from './text-format.ts';
import { clockTime, comingPhrase } from './time-phrases.ts';

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
      return {
        tone: 'busy',
        headline: 'Waiting for you in the browser',
        detail: `Press “Agree” on Spotify’s page before ${clockTime(state.endsAtMs, format)}.`,
        action: null,
      };
    case 'active':
      return { tone: 'good', headline: 'Connected to Spotify', detail: null, action: null };
    case 'refreshing':
      return { tone: 'good', headline: 'Renewing access to Spotify', detail: null, action: null };
    case 'offline':
      return {
        tone: 'offline',
        headline: 'You are offline',
        detail: `Cratewatch tries again ${comingPhrase(state.nextTryAtMs, nowMs, format)}, and at once when the network is back.`,
        action: 'retry',
      };
    case 'waiting':
      return state.reason === 'rate-limited'
        ? {
            tone: 'waiting',
            headline: 'Spotify asked for a pause',
            detail: `You stay signed in. Cratewatch goes on ${comingPhrase(state.untilMs, nowMs, format)}.`,
            action: null,
          }
        : {
            tone: 'waiting',
            headline: 'Spotify’s sign-in service has trouble',
            detail: `You stay signed in. Cratewatch tries again ${comingPhrase(state.untilMs, nowMs, format)}.`,
            action: 'retry',
          };
    case 'keychain-locked':
      return {
        tone: 'attention',
        headline: 'Your keychain is locked',
        detail: 'You are still signed in. Unlock the keychain and watching goes on.',
        action: 'retry',
      };
    case 'keychain-missing':
      return {
        tone: 'attention',
        headline: 'No keychain is running',
        detail:
          'Cratewatch keeps its key to Spotify only in the system’s keychain. Start one, such as GNOME Keyring or KWallet, then try again.',
        action: 'retry',
      };
    case 'sign-in-needed':
      return { tone: 'attention', ...SIGN_IN_NEEDED[state.reason], action: 'sign-in' };
    default:
      return assertNever(state);
  }
}

const SIGN_IN_NEEDED: Readonly<
  Record<SignInReason, { readonly headline: string; readonly detail: string }>
> = {
  expired: {
    headline: 'Time to sign in again',
    detail: 'Spotify ends every sign-in after six months. Your history is kept.',
  },
  refused: {
    headline: 'Spotify asks you to sign in again',
    detail:
      'It no longer accepts this sign-in; access may have been removed. Your history is kept.',
  },
  'client-invalid': {
    headline: 'Spotify no longer accepts your client ID',
    detail:
      'Look at your app’s page at the dashboard, then sign in again with the client ID shown there. Your history is kept.',
  },
};
