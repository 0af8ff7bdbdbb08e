import type { Advice } from './advice.ts';

const SHORTEST = 20;
const LONGEST = 8_192;

/**
 * Checks a pasted access token: visible ASCII in one piece (RFC 6749 §A.12). The sentence never
 * repeats it.
 */
export function adviseOnAccessToken(input: string): Advice<string> {
  const whole = input.trim();
  const token = whole.replace(/^bearer(\s+|$)/i, '');
  if (token === '') return { kind: 'empty' };
  const wrong = (text: string): Advice<string> => ({ kind: 'wrong', text });
  if (/access_token/i.test(token)) {
    return wrong(
      'This is more than the access token. Paste only what stands behind “access_token”, without the quotation marks.',
    );
  }
  if (/\s/.test(token)) {
    return wrong('There is a space or a line break in it. An access token is one piece.');
  }
  if (/[^\x21-\x7e]/.test(token)) {
    return wrong('There is a character in it that no access token has. Copy it once more.');
  }
  if (token.length < SHORTEST) {
    return { kind: 'incomplete', text: 'An access token is longer than this.' };
  }
  if (token.length > LONGEST) return wrong('This is far longer than an access token.');
  const doubt = doubtAbout(token);
  return doubt === null
    ? {
        kind: 'valid',
        value: token,
        note: token === whole ? null : '“Bearer” in front was left out.',
      }
    : { kind: 'doubtful', value: token, text: doubt };
}

function doubtAbout(token: string): string | null {
  if (/^[0-9a-f]{32}$/i.test(token)) {
    return 'This looks like a client ID or a client secret. An access token is much longer.';
  }
  if (/^https?:/i.test(token)) return 'This looks like an address, not like an access token.';
  // Spotify's access tokens begin with BQ; refresh tokens and codes with AQ.
  if (/^AQ[\w-]{60,}$/.test(token)) {
    return 'This looks like a refresh token, which cannot be used here. An access token begins with “BQ”.';
  }
  return null;
}
