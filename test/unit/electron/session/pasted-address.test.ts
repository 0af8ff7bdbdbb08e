import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgePastedAddress } from '../../../../electron/session/pasted-address.ts';
import { Secret } from '../../../../electron/session/secret.ts';

const REDIRECT = 'http://127.0.0.1:43821/callback';
const STATE = 'the-state_of.this~sign-in';

/** The verdict, with the code in the open. */
function judge(pasted: string, redirectUri = REDIRECT) {
  const verdict = judgePastedAddress(pasted, { redirectUri, state: new Secret(STATE) });
  return verdict.kind === 'code' ? { kind: 'code', code: verdict.code.reveal() } : verdict;
}

const GOOD = `${REDIRECT}?code=AQcode&state=${STATE}`;
const accepted = { kind: 'code', code: 'AQcode' };

test.each([
  ['as it stands in the address bar', GOOD],
  ['with spaces and line breaks around it', `\n  ${GOOD}\t\n`],
  ['without http://, as browsers show it', GOOD.replace('http://', '')],
  ['in capitals where that means nothing', GOOD.replace('http://', 'HTTP://')],
  ['with its parameters in another order', `${REDIRECT}?state=${STATE}&code=AQcode`],
  ['with parameters that nobody asked for', `${GOOD}&utm_source=x`],
  ['with a fragment', `${GOOD}#_=_`],
])('the address of this sign-in is taken %s', (_, pasted) => {
  expect(judge(pasted)).toEqual(accepted);
});

test('a percent-encoded code is decoded once', () => {
  expect(judge(`${REDIRECT}?code=a%2Bb%2520c%3D&state=${STATE}`)).toEqual({
    kind: 'code',
    code: 'a+b%20c=',
  });
});

test.each([
  ['another redirect URI of this machine', 'http://127.0.0.1:43822/callback', 'other-address'],
  ['another path', 'http://127.0.0.1:43821/callback/', 'other-address'],
  ['the name of the loopback address', 'http://localhost:43821/callback', 'other-address'],
  ['another app’s address', 'https://example.com/callback', 'other-address'],
  [
    'a name that only begins like it',
    'http://127.0.0.1:43821.example.com/callback',
    'not-an-address',
  ],
  [
    'an address with it as a user name',
    'http://127.0.0.1:43821@example.com/callback',
    'other-address',
  ],
  ['the page of Spotify', 'https://accounts.spotify.com/authorize', 'other-address'],
])('%s is not it, though code and state are right', (_, address, reason) => {
  expect(judge(`${address}?code=AQcode&state=${STATE}`)).toEqual({ kind: 'not-it', reason });
});

test.each([
  ['nothing', '', 'empty'],
  ['blanks', ' \n\t', 'empty'],
  ['words', 'I pressed Agree', 'not-an-address'],
  ['a space within', GOOD.replace('AQcode', 'AQ code'), 'not-an-address'],
  ['two addresses', `${GOOD} ${GOOD}`, 'not-an-address'],
  ['a scheme alone', 'http://', 'not-an-address'],
  ['the code alone', 'AQcode', 'other-address'],
  ['no parameters', REDIRECT, 'other-sign-in'],
  ['no state', `${REDIRECT}?code=AQcode`, 'other-sign-in'],
  ['an empty state', `${REDIRECT}?code=AQcode&state=`, 'other-sign-in'],
  ['the state of another sign-in', `${REDIRECT}?code=AQcode&state=other`, 'other-sign-in'],
  ['the right state beside a wrong one', `${GOOD}&state=other`, 'other-sign-in'],
  ['the right state twice', `${GOOD}&state=${STATE}`, 'other-sign-in'],
  ['a refusal of another sign-in', `${REDIRECT}?error=access_denied&state=x`, 'other-sign-in'],
  ['no code', `${REDIRECT}?state=${STATE}`, 'no-code'],
  ['an empty code', `${REDIRECT}?code=&state=${STATE}`, 'no-code'],
  ['two codes', `${GOOD}&code=AQother`, 'no-code'],
])('%s is not it, with the reason', (_, pasted, reason) => {
  expect(judge(pasted)).toEqual({ kind: 'not-it', reason });
});

test.each([
  ['access_denied', true],
  ['server_error', false],
])(
  'Spotify’s refusal %s ends the wait, whether or not a code stands beside it',
  (error, byUser) => {
    const refused = { kind: 'refused', byUser };
    expect(judge(`${REDIRECT}?error=${error}&state=${STATE}`)).toEqual(refused);
    expect(judge(`${GOOD}&error=${error}`)).toEqual(refused);
  },
);

describe('a redirect URI of the user’s own', () => {
  const own = 'https://music.example.org/spotify/return';

  test('is compared without regard to http or https, which browsers hide', () => {
    expect(judge(`${own}?code=AQcode&state=${STATE}`, own)).toEqual(accepted);
    expect(judge(`music.example.org/spotify/return?code=AQcode&state=${STATE}`, own)).toEqual(
      accepted,
    );
    expect(judge(GOOD, own)).toEqual({ kind: 'not-it', reason: 'other-address' });
  });

  test('that is no address matches nothing', () => {
    expect(judge(GOOD, 'not an address')).toEqual({ kind: 'not-it', reason: 'other-address' });
  });
});

test('nothing that is pasted makes it throw, or is taken without the state', () => {
  const pieces = fc.constantFrom(
    ...['http://', '127.0.0.1:43821', '/callback', '?', '&', 'code=', 'state=', 'error=', '#'],
    ...['%', '%zz', '%00', ':', '@', '[::1]', '\\', '\u0000', '…', 'x', ' '],
  );
  const nearly = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(''));
  const anything = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webUrl(), nearly);
  fc.assert(
    fc.property(anything, anything, (pasted, redirectUri) => {
      expect(judge(pasted).kind).toBe('not-it');
      expect(judge(pasted, redirectUri).kind).toBe('not-it');
      judge(`${REDIRECT}?state=${STATE}&${pasted}`);
    }),
    { numRuns: 2_000 },
  );
});
