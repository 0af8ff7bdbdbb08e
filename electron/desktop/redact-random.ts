import { looksRandom } from './random-text.ts';

export const HIDDEN = '[hidden]';

const LINE_END = String.raw`\r?\n[ \t]{0,64}|(?:\\{1,8}[rn]){1,2}`;
/**
 * What can hang together: runs with dots and slashes between them, as in paths and JWTs, over ends of
 * lines too, written out or escaped. Every part is bounded or a plain class, so this takes linear time.
 */
const CHAIN = new RegExp(String.raw`(?:[A-Za-z0-9_+~%./-]+|\[hidden\]|${LINE_END})+`, 'g');
const AT_LINE_ENDS = new RegExp(`(${LINE_END})`);
const LINK = /\[hidden\]|\/|[A-Za-z0-9_+~%.-]+/g;
/** What is left on the other side of a line's end; less than this gives nothing away. */
const SHORTEST_REST = 5;

const PATH = /^(?:~?\/|\.{1,2}\/|(?:node_modules|out|electron|renderer|shared)\/)/;
/** A word or a number of a path that has something hidden in it. */
const PLAIN = /^(?:\/|[A-Za-z.]?[a-z]{1,19}(?:\.[a-z]{1,8}){0,2}|\d{1,14})$/;
/** The name that the bundler gives a file: `compose-CX3dk_9a.js`. */
const BUNDLED_FILE = /^(?:[A-Za-z]{2,20}-)+[\w-]{8}\.js$/;
/** A number that an error was given, under which it is found in the log. */
const ERROR_ID = /\bid=[0-9a-f]{8}$/;

/** Hides every run of characters that looks drawn at random, and what the end of a line cut off it. */
export function redactRandom(text: string): string {
  return text.replace(CHAIN, (chain, offset: number) => {
    if (chain.length < 8) return chain;
    const isErrorId =
      chain.length === 8 && ERROR_ID.test(text.slice(Math.max(0, offset - 4), offset + 8));
    if (isErrorId) return chain;
    // `User-Agent:` begins another line of a header, and is no rest of the line before.
    return redactChain(chain, text[offset - 1] === ':', text[offset + chain.length] === ':');
  });
}

function redactChain(chain: string, isAfterColon: boolean, isBeforeColon: boolean): string {
  /** Lines at the even places, what ends them between. */
  const parts = chain.split(AT_LINE_ENDS);
  const lines = parts.map((part, place) =>
    place % 2 === 0 ? redactLine(part, place === 0 && isAfterColon) : part,
  );
  const last = isBeforeColon ? lines.length - 3 : lines.length - 1;
  for (let place = 2; place <= last; place += 2) {
    if (lines[place - 2]?.endsWith(HIDDEN)) lines[place] = hiddenRest(lines[place]);
  }
  for (let place = lines.length - 3; place >= 0; place -= 2) {
    if (lines[place + 2]?.startsWith(HIDDEN)) lines[place] = hiddenRest(lines[place]);
  }
  return lines.join('');
}

function hiddenRest(line = ''): string {
  return line.length < SHORTEST_REST || PATH.test(line) ? line : HIDDEN;
}

/** A path keeps what can be read of it; anything else is hidden as a whole. */
function redactLine(line: string, isAfterColon: boolean): string {
  const links = line.match(LINK) ?? [];
  const isHidden = links.map(
    (link) => link === HIDDEN || (!BUNDLED_FILE.test(link) && link.split('.').some(looksRandom)),
  );
  if (!isHidden.includes(true)) return line;
  if (!isAfterColon && !PATH.test(line)) return HIDDEN;
  for (const step of [1, -1]) {
    for (let place = step === 1 ? 2 : links.length - 3; links[place] !== undefined; place += step) {
      isHidden[place] ||= isHidden[place - 2 * step] === true && !PLAIN.test(links[place] ?? '');
    }
  }
  return links.map((link, place) => (isHidden[place] === true ? HIDDEN : link)).join('');
}
