import { assertNever } from '../assert-never.ts';
import type { ServiceState } from '../session-state.ts';
import { OFFLINE_WORDS } from './offline-texts.ts';
import type { StatusSentence } from './status-sentence.ts';
import type { TextFormat } from './text-format.ts';
import { momentPhrase, untilPhrase } from './time-phrases.ts';

/** What stands between us and Spotify's Web API; null when nothing does. */
export function describeService(
  state: ServiceState,
  nowMs: number,
  format: TextFormat = {},
): StatusSentence | null {
  switch (state.kind) {
    case 'ok':
      return null;
    case 'offline':
      return {
        tone: 'offline',
        headline: OFFLINE_WORDS[state.cause].headline,
        detail: OFFLINE_WORDS[state.cause].service,
        action: 'retry',
      };
    case 'rate-limited':
      return waiting(
        state.untilMs,
        'Spotify asked for a short pause. Checking then goes on by itself.',
      );
    case 'quota-exhausted':
      return waiting(
        state.untilMs,
        'Spotify’s daily quota for your client ID is used up. Checking then goes on by itself.',
      );
    case 'budget-spent':
      return waiting(
        state.untilMs,
        'Your request budget for 24 hours is used up. It keeps you clear of Spotify’s daily quota.',
      );
    case 'service-trouble':
      return {
        tone: 'waiting',
        headline: 'Spotify has trouble',
        detail: `Nothing is lost. The next try is ${momentPhrase(state.untilMs, nowMs, format)}.`,
        action: 'retry',
      };
    case 'premium-lapsed':
      return {
        tone: 'attention',
        headline: 'Spotify asks for Premium',
        detail: `The account that owns the client ID needs Premium. Cratewatch looks again ${momentPhrase(state.untilMs, nowMs, format)}.`,
        action: 'retry',
      };
    case 'not-allow-listed':
      return {
        tone: 'attention',
        headline: 'This account is not on your app’s list',
        detail:
          'Add its e-mail address at the developer dashboard under “User Management”, then try again.',
        action: 'retry',
      };
    case 'scope-missing':
      return {
        tone: 'attention',
        headline: 'A permission is missing',
        detail: 'Sign in again and agree to what Spotify’s page asks. Your history is kept.',
        action: 'sign-in',
      };
    default:
      return assertNever(state);
  }

  function waiting(untilMs: number, detail: string): StatusSentence {
    return {
      tone: 'waiting',
      headline: `Waiting ${untilPhrase(untilMs, nowMs, format)}`,
      detail,
      action: null,
    };
  }
}
