import { assertNever } from '../assert-never.ts';
import type { OfflineCause, SignInFailure } from '../session-state.ts';
import { OFFLINE_WORDS } from './offline-texts.ts';
import { countOf } from './quantities.ts';

/** What happened, and what to do about it. */
export interface FailureText {
  readonly title: string;
  readonly advice: string;
}

/** Why the last sign-in came to nothing. Null for a cancelled one: the user knows. */
export function describeSignInFailure(failure: SignInFailure): FailureText | null {
  switch (failure.kind) {
    case 'cancelled':
      return null;
    case 'refused-by-user':
      return {
        title: 'You chose “Cancel” on Spotify’s page',
        advice: 'Nothing was shared. Sign in again whenever you like.',
      };
    case 'timed-out':
      return {
        title: `Spotify did not answer within ${duration(failure.limitSeconds)}`,
        // The browser shows this error and never tells us (facts §1).
        advice:
          'If the browser showed “INVALID_CLIENT”, the client ID or a redirect URI differs from what is registered at the dashboard. Compare every character, then sign in again.',
      };
    case 'ports-busy':
      return {
        title: 'Another program is using the way back from the browser',
        advice: `Cratewatch needs one of these ports for a moment: ${failure.ports.join(', ')}. Quit the program that holds them, then sign in again.`,
      };
    case 'browser-not-opened':
      return {
        title: 'Your browser could not be opened',
        advice: 'Set a default browser in your system’s settings, then sign in again.',
      };
    case 'code-not-accepted':
      return {
        title: 'Spotify did not accept this sign-in',
        advice: 'It may have taken too long on the way. Sign in again and it should work.',
      };
    case 'client-not-accepted':
      return {
        title: 'Spotify does not accept this client ID',
        advice:
          'Copy it again from your app’s page at the dashboard, and the client secret too if you use one, then sign in again.',
      };
    case 'service-unreachable':
      return describeUnreachable(failure.cause ?? 'unreachable');
    case 'service-unreadable':
      return {
        title: 'Spotify’s sign-in service has trouble',
        advice: `It gave an answer that makes no sense (status ${failure.status}). Try again in a few minutes.`,
      };
    case 'keychain-failed':
      return {
        title: 'Your keychain did not take the key',
        advice:
          'Cratewatch keeps its key to Spotify in the system’s keychain. Unlock the keychain, then sign in again.',
      };
    case 'file-failed':
      return {
        title: 'The key could not be written to your file',
        advice:
          'Look at the folder’s permissions and the room on its disk, or choose another place in the settings. Then sign in again.',
      };
    case 'token-not-accepted':
      return {
        title: 'Spotify does not accept this access token',
        advice: 'Its time may be over: it lasts an hour at most. Get a new one, then try again.',
      };
    case 'other-account':
      return {
        title: 'Another account had signed in',
        advice:
          'Nothing was changed. Sign out at Spotify in your browser, then sign in again with the account whose library is here.',
      };
    default:
      return assertNever(failure);
  }
}

function describeUnreachable(cause: OfflineCause): FailureText {
  const { headline, meaning } = OFFLINE_WORDS[cause];
  return { title: headline, advice: `${meaning} Sign in again once that is settled.` };
}

function duration(seconds: number): string {
  return seconds % 60 === 0
    ? countOf(seconds / 60, 'minute', 'minutes')
    : countOf(seconds, 'second', 'seconds');
}
