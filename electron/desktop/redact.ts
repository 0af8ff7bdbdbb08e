const HIDDEN = '[hidden]';

/** Names whose value is a secret or part of the sign-in, in URLs, forms, JSON and headers. */
const SECRET_NAMES = [
  'access_?token',
  'refresh_?token',
  'id_?token',
  'token',
  'client_?secret',
  'code_?verifier',
  'code_?challenge',
  'secret',
  'password',
  'passwd',
  'authorization',
  'cookie',
  'set-cookie',
].join('|');

/** What may stand between a name and its value: `=`, `: `, `":"`, `\":\"`, `%3D`, `%22%3A%22`. */
const SEPARATOR = String.raw`(?:\\*["']|%22)?\s*(?:[:=]|%3A|%3D)\s*(?:\\*["']|%22)?`;
const VALUE = String.raw`(?:(?:Bearer|Basic)(?:\s|%20|\+)+)?[^\s"'&,;}\\\]]+`;

const AUTHORIZATION = /\b(Bearer|Basic)(\s|%20|\+)+[^\s"',;}\\]+/gi;
const NAMED = new RegExp(`(${SECRET_NAMES})(${SEPARATOR})(${VALUE})`, 'gi');
/** In a callback's query a code or a state is always one; elsewhere the words mean other things. */
const IN_QUERY = /([?&]|%3F|%26)(code|state)(=|%3D)([^\s"'&,;}\\]+)/gi;
/** `code=ECONNRESET` and `code: 404` tell what went wrong and stay. */
const CODE = new RegExp(
  `\\b(code)(${SEPARATOR})(?![A-Z][A-Z0-9_]*\\b|-?\\d{1,5}\\b)(${VALUE})`,
  'gi',
);
const E_MAIL = /[^\s<>"@=]{0,64}(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const LONG_RUN = /[A-Za-z0-9_+~%-]{20,}/g;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Takes out of a log line what must not stay in a file: tokens, codes, secrets, e-mail addresses,
 * and every long string that looks drawn at random. It rather hides too much than too little.
 */
export function redact(line: string): string {
  return line
    .replace(AUTHORIZATION, `$1 ${HIDDEN}`)
    .replace(NAMED, `$1$2${HIDDEN}`)
    .replace(IN_QUERY, `$1$2$3${HIDDEN}`)
    .replace(CODE, `$1$2${HIDDEN}`)
    .replace(E_MAIL, '[e-mail]')
    .replace(LONG_RUN, (run) => (isReadable(run) ? run : HIDDEN));
}

/** Whether a long run is made of words, dates and numbers, as names of files and errors are. */
function isReadable(run: string): boolean {
  return UUID.test(run) || run.split(/[_+~%-]+/).every(isReadablePiece);
}

function isReadablePiece(piece: string): boolean {
  const isWord = /^(?:[A-Z]?[a-z]{2,}(?:[A-Z][a-z]{2,})*|[A-Z]+|[a-z]?)$/.test(piece);
  const isNumber = /^\d{0,14}$/.test(piece) || /^\d{8}T\d{6}Z?$/.test(piece);
  return (isWord && piece.length <= 28) || isNumber;
}
