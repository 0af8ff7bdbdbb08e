import type { CallbackRefusal, IpcContract } from '../ipc-contract.ts';
import type { IpcAnswer } from '../ipc-derived.ts';
import type { Advice } from './advice.ts';
import { describeInternalFailure } from './answer-texts.ts';
import { welcomeTexts } from './welcome-texts.ts';

type CallbackResult =
  IpcContract['session']['commands']['giveCallbackAddress']['result']['_output'];

const WHERE =
  'Copy the whole line at the top of the browser, from the page where you ended up after “Agree”.';

/** What the contract takes. */
const LONGEST = 10_000;

/**
 * Checks a pasted callback address as far as that can be done without knowing the sign-in's secrets;
 * whether it belongs to this very sign-in is for the main process to say.
 *
 * @param redirectUri the address at which the callback must have arrived
 */
export function adviseOnCallbackAddress(input: string, redirectUri: string): Advice<string> {
  const text = input.trim();
  if (text === '') return { kind: 'empty' };
  const wrong = (sentence: string): Advice<string> => ({ kind: 'wrong', text: sentence });
  if (text.length > LONGEST) return wrong('This is far longer than the address that is meant.');
  if (/INVALID_CLIENT|INVALID_SCOPE/i.test(text))
    return wrong(describeErrorPage(text, redirectUri));
  const address = parseAddress(text);
  if (address === null) return wrong(describeCallbackRefusal('not-an-address'));
  if (isSpotifysOwn(address)) {
    return wrong(
      'This is the address of Spotify’s own page. Press “Agree” there first, then copy the address of the page where you end up.',
    );
  }
  if (!isAt(address, redirectUri)) {
    return wrong(`This is the address of another app. It should begin with “${redirectUri}”.`);
  }
  const error = address.searchParams.get('error');
  if (error === 'access_denied') {
    return wrong('You chose “Cancel” on Spotify’s page. Open it again and press “Agree”.');
  }
  if (error !== null) {
    return wrong(`Spotify answered with “${error.slice(0, 60)}”. Open its page again.`);
  }
  const codes = address.searchParams.getAll('code');
  return codes.length === 1 && codes[0] !== ''
    ? { kind: 'valid', value: text, note: null }
    : wrong(describeCallbackRefusal('no-code'));
}

/** Why the main process did not take an address. */
export function describeCallbackRefusal(reason: CallbackRefusal): string {
  return REFUSALS[reason];
}

/** What the main process said to a pasted address; empty where it took it. */
export function describeCallbackAnswer(answer: IpcAnswer<CallbackResult>): string {
  if (!answer.ok) return describeInternalFailure(answer.error);
  switch (answer.value.kind) {
    case 'accepted':
      return '';
    case 'not-running':
      return welcomeTexts.answers.notRunning;
    case 'refused':
      return describeCallbackRefusal(answer.value.reason);
  }
}

const REFUSALS: Readonly<Record<CallbackRefusal, string>> = {
  empty: `Nothing is pasted yet. ${WHERE}`,
  'not-an-address': `This is not an address. ${WHERE}`,
  'other-address': 'This is the address of another app.',
  'other-sign-in':
    'This address comes from another sign-in. Open the address above once more and paste where that leads.',
  'no-code': `Its end is missing: “code=” should stand in it. ${WHERE}`,
};

/** Spotify shows these as plain text and sends nobody back (facts §1). */
function describeErrorPage(text: string, redirectUri: string): string {
  if (/redirect.?uri/i.test(text)) {
    return `Spotify does not know where to send you. Add exactly “${redirectUri}” to your app at the dashboard, then open the address again.`;
  }
  return /INVALID_SCOPE/i.test(text)
    ? 'Spotify does not know one of the permissions that are asked for. Look at them in the settings.'
    : 'Spotify does not know this client ID. Cancel, and compare it with your app’s page at the dashboard.';
}

// Browsers hide "http://", so it may be missing.
function parseAddress(text: string): URL | null {
  if (/\s/.test(text)) return null;
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  return URL.canParse(whole) ? new URL(whole) : null;
}

function isSpotifysOwn({ hostname, pathname, searchParams }: URL): boolean {
  return (
    /(^|\.)spotify\.com$/.test(hostname) ||
    (pathname === '/authorize' && searchParams.has('client_id'))
  );
}

function isAt(address: URL, redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const expected = new URL(redirectUri);
  return address.host === expected.host && address.pathname === expected.pathname;
}
