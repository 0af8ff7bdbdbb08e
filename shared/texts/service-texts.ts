import { assertNever } from '../assert-never.ts';
import type { ServiceState } from '../session-state.ts';
import { OFFLINE_WORDS, settingFor } from './offline-texts.ts';
import type { StatusSentence } from './status-sentence.ts';
import type { TextFormat } from './text-format.ts';
import { momentPhrase } from './time-phrases.ts';
import { waitSentence } from './wait-texts.ts';

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
        ...settingFor(state.cause),
      };
    case 'rate-limited':
    case 'quota-exhausted':
    case 'budget-spent':
      return {
        tone: 'waiting',
        headline: waitSentence({ reason: state.kind, untilMs: state.untilMs }, nowMs, format),
        detail: WAITS[state.kind],
        action: null,
      };
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
}

const WAITS = {
  'rate-limited': 'There were many requests within a few seconds. Checking then goes on by itself.',
  'quota-exhausted':
    'Spotify’s daily quota for your client ID is used up. Checking then goes on by itself.',
  'budget-spent':
    'The requests that you allow in 24 hours are used up. That keeps you clear of Spotify’s daily quota. Checking then goes on by itself.',
} as const;
