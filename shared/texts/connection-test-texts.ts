import type { ConnectionTest } from '../ipc-contract.ts';
import type { SessionState } from '../session-state.ts';
import { describeSession } from './session-texts.ts';
import type { StatusTone } from './status-sentence.ts';
import type { TextFormat } from './text-format.ts';
import { untilPhrase } from './time-phrases.ts';

export interface ConnectionTestText {
  readonly tone: StatusTone;
  /** One or two whole sentences. */
  readonly text: string;
}

/** What came of "Test connection", and what to do where it did not work. */
export function describeConnectionTest(
  test: ConnectionTest,
  session: SessionState,
  nowMs: number,
  format: TextFormat = {},
): ConnectionTestText {
  switch (test.kind) {
    case 'ok':
      return { tone: 'good', text: `It works. ${whoAnswered(test.displayName)}` };
    case 'no-token': {
      const { tone, headline } = describeSession(session, nowMs, format);
      // Meanwhile all may be well again, and then the state does not say why it was not.
      return tone === 'good'
        ? { tone: 'waiting', text: 'There was no access just then. Test once more.' }
        : { tone, text: `There is no access to test. ${headline}.` };
    }
    case 'service': {
      const until = test.untilMs === null ? '' : ` ${untilPhrase(test.untilMs, nowMs, format)}`;
      return SERVICE[test.reason](until);
    }
  }
}

function whoAnswered(displayName: string | null): string {
  if (displayName === null) return 'Spotify answered your app; no account is signed in.';
  const name = displayName.trim();
  return name === ''
    ? 'Spotify answered and knows you.'
    : `Spotify answered and knows you as ${name}.`;
}

const waiting = (text: string): ConnectionTestText => ({ tone: 'waiting', text });
const attention = (text: string): ConnectionTestText => ({ tone: 'attention', text });

/** `until` is empty, or begins with a space: " until 19:53". */
const SERVICE: Readonly<
  Record<
    Extract<ConnectionTest, { kind: 'service' }>['reason'],
    (until: string) => ConnectionTestText
  >
> = {
  offline: () => ({
    tone: 'offline',
    text: 'Spotify did not answer. Look at your network, then test once more.',
  }),
  'rate-limited': (until) => waiting(`Spotify asks for a pause${until}. You stay signed in.`),
  'quota-exhausted': (until) =>
    waiting(`Spotify’s daily quota for your client ID is used up${until}. You stay signed in.`),
  'budget-spent': (until) =>
    waiting(`Your own limit of requests is used up${until}, so Spotify was not asked.`),
  'premium-lapsed': () =>
    attention('Spotify answered: the account that owns the client ID needs Premium.'),
  'not-allow-listed': () =>
    attention(
      'Spotify answered: this account is not on your app’s list. Add its e-mail address at the developer dashboard under “User Management”.',
    ),
  'scope-missing': () =>
    attention(
      'Spotify answered: a permission is missing. Renew the sign-in and agree to everything.',
    ),
  'token-refused': () =>
    attention('Spotify answered, but did not take this access. Renew the sign-in.'),
  trouble: () => waiting('Spotify has trouble at the moment. Nothing is lost; test again later.'),
};
