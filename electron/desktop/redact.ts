import { redactAddresses } from './redact-addresses.ts';
import { redactNamed } from './redact-named.ts';
import { HIDDEN, redactRandom } from './redact-random.ts';

const AUTHORIZATION = /\b(Bearer|Basic|Negotiate|NTLM)((?:\s|%20|\+){1,4})[^\s"',;}\\]+/gi;
/** In a callback's query a code or a state is always one; elsewhere the words mean other things. */
const IN_QUERY = /([?&#]|%(?:25){0,3}(?:3F|26|23))(code|state)(=|%(?:25){0,3}3D)([^\s"'&,;}\\]+)/gi;
/** `code=ECONNRESET` and `code: 404` tell what went wrong and stay. */
const CODE =
  /\b(code)((?:\\{0,16}["']|%(?:25){0,3}2[27])?[ \t]{0,4}(?:[:=]|%(?:25){0,3}3[AD])[ \t]{0,4}(?:\\{0,16}["']|%(?:25){0,3}2[27])?)(?![A-Z][A-Z0-9_]{0,63}\b|-?\d{1,5}\b)([^\s"'&,;}\\\]]+)/gi;

/**
 * Takes out of a text what must not stay in a file: tokens, codes, secrets, passwords, e-mail
 * addresses, and every run of characters that looks drawn at random, Spotify's ids among them: they
 * tell what somebody listens to. It rather hides too much than too little. Names of lists and people
 * look like any other word; they are never logged in the first place. Takes linear time.
 */
export function redact(text: string): string {
  const named = redactNamed(text)
    .replace(AUTHORIZATION, `$1$2${HIDDEN}`)
    .replace(IN_QUERY, `$1$2$3${HIDDEN}`)
    .replace(CODE, `$1$2${HIDDEN}`);
  return redactRandom(redactAddresses(named));
}
