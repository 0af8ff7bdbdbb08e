/**
 * The value of `Exec` in a desktop entry (Desktop Entry Specification 1.5, "The Exec key"). Two
 * layers lie over each other: quoting of arguments, and the escapes of every string value.
 */

/** Reserved in the specification; and without quotes an empty argument would be none. */
const NEEDS_QUOTES = /^$|[\s"'\\><~|&;$*?#()`]/;

/** The value of `Exec` that starts a program with exactly these arguments. */
export function execLine(argv: readonly string[]): string {
  return stringValue(argv.map(quoted).join(' '));
}

/** A value of the type string, such as a path in `TryExec`. */
export function stringValue(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r')
    .replace(/^ /, '\\s');
}

/** The text of a value of the type string. */
export function readStringValue(value: string): string {
  return value.replace(/\\([sntr\\])/g, (_, code: string) => ESCAPES.get(code) ?? '');
}

const ESCAPES = new Map([
  ['s', ' '],
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\\', '\\'],
]);

/** Reads a value of `Exec`; field codes such as `%U` stand for nothing. Null where it is broken. */
export function parseExecLine(value: string): readonly string[] | null {
  const text = readStringValue(value);
  const argv: string[] = [];
  // A quoted argument, a plain one, or the space between two.
  const token = /"((?:[^"\\`$]|\\[\s\S])*)"|([^\s"]+)|\s+/y;
  let isBetween = true;
  while (token.lastIndex < text.length) {
    const [whole, inQuotes, plain] = token.exec(text) ?? [];
    if (whole === undefined || (!isBetween && (inQuotes ?? plain) !== undefined)) {
      return null;
    }
    const argument = inQuotes === undefined ? plain : inQuotes.replace(/\\([\s\S])/g, '$1');
    isBetween = argument === undefined;
    if (argument !== undefined && !/^%[a-zA-Z]$/.test(argument)) {
      argv.push(argument.replaceAll('%%', '%'));
    }
  }
  return argv;
}

function quoted(argument: string): string {
  const literal = argument.replaceAll('%', '%%');
  return NEEDS_QUOTES.test(literal) ? `"${literal.replace(/["`$\\]/g, '\\$&')}"` : literal;
}
