import { HIDDEN } from './redact-random.ts';

/** `@`, also percent-encoded up to four times, escaped in JSON or in HTML. */
const AT = /@|%(?:25){0,3}40|\\{1,4}u0040|&#(?:64|x40);/gi;
/** A local part may be 64 characters long, each of which may be encoded. */
const LONGEST_LOCAL_PART = 256;
const LONGEST_DOMAIN = 512;

/** All that RFC 5322 allows without quotes, with what encoding makes of it. */
const LOCAL_PART = /[^\s<>"(),:;[\]@]*$/;
/** `=` may stand in a local part, but what stands before it in a log is mostly a name of a field. */
const FIELD_NAME = /^(?:e?-?mail|user|name|account|address|login|reason|value|from|to)=/i;
const QUOTED_LOCAL_PART = /\\{0,4}"[^"\n]{1,64}"$/;
const CUT_OFF_BEFORE = /[^\s<>"(),:;[\]@]+(?:\r?\n[ \t]{0,64}|(?:\\{1,4}[rn]){1,2})$/;

const LABEL = String.raw`(?:[\p{L}\p{N}_-]|%(?:25){0,3}[89A-F][0-9A-F])+`;
const LINE_END = String.raw`(?:\r?\n[ \t]{0,64}|(?:\\{1,4}[rn]){1,2})`;
const IN_BRACKETS = String.raw`(?:\[|%(?:25){0,3}5B)[0-9A-Za-z:.%\s\\]{1,80}?(?:\]|%(?:25){0,3}5D)`;
/** Of a host the last label is no number: `electron@33.2.1` is none. */
const HOST = String.raw`(?:${LABEL}\.)+(?=[\p{L}x%])${LABEL}`;
const DOMAIN = new RegExp(
  `^(?:${LINE_END})?(?:${IN_BRACKETS}|localhost\\b|${HOST}|${[
    String.raw`(?:${LABEL}\.){0,9}(?:${LABEL})?(?:${LINE_END})\.?(?:${LABEL}\.){0,9}(?=[\p{L}x%])${LABEL}`,
  ].join('|')})`,
  'iu',
);

const LOGIN_CHARACTER = String.raw`[^\s/?#"<>\\]`;
/** `scheme://name:password@`, also with its slashes escaped. */
const LOGIN = new RegExp(String.raw`(:(?:\\{0,4}/){2})${LOGIN_CHARACTER}{1,512}@`, 'g');
/** The same percent-encoded; it ends where an address encoded as often goes on. */
const ENCODED_LOGIN = new RegExp(
  String.raw`(%(?<depth>(?:25){0,3})3A(?:%\k<depth>2F){2})(?:(?!%\k<depth>(?:2F|3F|23))${LOGIN_CHARACTER}){1,512}(%\k<depth>40)`,
  'gi',
);

/** Takes out e-mail addresses, and the names and passwords in addresses of servers. */
export function redactAddresses(text: string): string {
  return redactEMail(text.replace(LOGIN, `$1${HIDDEN}@`).replace(ENCODED_LOGIN, `$1${HIDDEN}$3`));
}

function redactEMail(text: string): string {
  let result = '';
  let done = 0;
  for (const at of text.matchAll(AT)) {
    if (at.index < done || text.endsWith(HIDDEN, at.index)) continue;
    const afterAt = at.index + at[0].length;
    const domain = DOMAIN.exec(text.slice(afterAt, afterAt + LONGEST_DOMAIN))?.[0];
    if (domain === undefined) continue;
    const before = text.slice(Math.max(done, at.index - LONGEST_LOCAL_PART), at.index);
    const start = at.index - localPartLength(before);
    result += `${text.slice(done, start)}[e-mail]`;
    done = afterAt + domain.length;
  }
  return result + text.slice(done);
}

/** How much at the end of a text is the part before the `@`, the line before it included. */
function localPartLength(before: string): number {
  const quoted = QUOTED_LOCAL_PART.exec(before);
  if (quoted !== null) return quoted[0].length;
  const own = (LOCAL_PART.exec(before)?.[0] ?? '').replace(FIELD_NAME, '');
  const cutOff = CUT_OFF_BEFORE.exec(before.slice(0, before.length - own.length))?.[0] ?? '';
  return own.length + cutOff.length;
}
