import { HIDDEN } from './redact-random.ts';

const WORDS = [
  'token',
  'secret',
  'password',
  'passwd',
  'passphrase',
  'pwd',
  'verifier',
  'challenge',
  'credential',
  'authorization',
  'cookie',
  'api[_-]?key',
  'sp_(?:dc|key|t)',
].join('|');

/** `accessToken`, `x-refresh-tokens`, `client secret`, `Proxy-Authorization`, `sp_dc`. */
const SECRET_NAME = new RegExp(`(?:${WORDS})s?$`, 'i');

/** White space as it is and as addresses write it. */
const GAP = String.raw`(?:[ \t]|%20|\+){0,4}`;
const ENCODED_QUOTE = '%(?:25){0,3}2[27]';
/** `=`, `: `, `":"`, `\":\"`, `%22%3A%22`, and the `', '` of a list of headers. */
const BEGINNING = new RegExp(
  String.raw`(${WORDS})s?(?:(?:\\{0,16}["'${'`'}]|${ENCODED_QUOTE})?${GAP}(?:=>|[:=]|%(?:25){0,3}3[AD])|["'],(?=\s?["'${'`'}]))${GAP}`,
  'gi',
);
const QUOTE = /(?:\\{0,16}["'`])?/y;
const SCHEME = /(?:(?:Bearer|Basic|Token)(?:[ \t]|%20|\+){1,4})?/iy;
const PASSWORD = /^(?:pass|pwd)/i;
const HEADER = /^(?:authorization|cookie)/i;
const TO_LINE_END = /[^\r\n]*/y;
const TO_GAP = /[^\s"'`<>]*/y;
const TO_DELIMITER = /[^\s"'`<>&,;)}\]\\]*/y;
/** What is encoded has no gap; which quote ends it, nobody can tell. */
const ENCODED = /[^\s"<>]*/y;
/** Says that there is none, which is worth knowing. */
const NO_SECRET = /^(?:null|undefined|true|false|none)?$/;

/** A quote that is never closed hides no more than this. */
const LONGEST_QUOTED = 16_384;

/** Whether a field of this name holds a secret, whatever its value looks like. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** Hides the values of names that say they are secret, in URLs, forms, JSON, headers and prose. */
export function redactNamed(text: string): string {
  const beginning = new RegExp(BEGINNING);
  let result = '';
  let done = 0;
  for (let match = beginning.exec(text); match !== null; match = beginning.exec(text)) {
    const start = beginning.lastIndex;
    if (text.startsWith(HIDDEN, start)) continue;
    const isEncoded = match[0].includes('%');
    const { from, to } = valueAt(text, start, match[1] ?? '', isEncoded);
    if (!NO_SECRET.test(text.slice(from, to))) {
      result += text.slice(done, from) + HIDDEN;
      done = to;
    }
    beginning.lastIndex = Math.max(start, to);
  }
  return result + text.slice(done);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function valueAt(text: string, start: number, name: string, isEncoded: boolean): Span {
  if ((isEncoded && text[start] !== '"') || text[start] === '%') {
    return { from: start, to: start + matchAt(ENCODED, text, start).length };
  }
  const quote = matchAt(QUOTE, text, start);
  if (quote !== '') {
    const from = start + quote.length;
    return { from, to: endOfQuoted(text, from, quote) };
  }
  if (HEADER.test(name)) {
    return { from: start, to: start + matchAt(TO_LINE_END, text, start).length };
  }
  const afterScheme = start + matchAt(SCHEME, text, start).length;
  const rest = PASSWORD.test(name) ? TO_GAP : TO_DELIMITER;
  return { from: start, to: afterScheme + matchAt(rest, text, afterScheme).length };
}

/** Where the same quote stands again, with as many backslashes before it: more are inside. */
function endOfQuoted(text: string, from: number, quote: string): number {
  const limit = Math.min(text.length, from + LONGEST_QUOTED);
  const depth = quote.length - 1;
  const sign = quote[depth];
  let backslashes = 0;
  for (let index = from; index < limit; index += 1) {
    const letter = text[index];
    if (letter === '\\') {
      backslashes += 1;
    } else {
      if (letter === sign && backslashes <= depth) return index - backslashes;
      backslashes = 0;
    }
  }
  return limit;
}

/** @param pattern a sticky one that can match nothing */
function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
