import { execFile } from 'node:child_process';

/** Asking takes milliseconds; a desktop that does not answer is not waited for. */
const ANSWER_LIMIT_MS = 1_000;

const SERVICE = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';
/** Whichever is there; both come with what a desktop needs itself. */
const QUESTIONS: readonly (readonly [program: string, ...parts: string[]])[] = [
  [
    'dbus-send',
    '--session',
    '--print-reply',
    `--dest=${SERVICE}`,
    PATH,
    `${SERVICE}.GetCapabilities`,
  ],
  ['gdbus', 'call', '--session', '-d', SERVICE, '-o', PATH, '-m', `${SERVICE}.GetCapabilities`],
];

const MARKUP = /[&<>]/g;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Runs a program and gives what it printed; rejects where it is not there or fails. */
export type RunProgram = (program: string, parts: readonly string[]) => Promise<string>;

/** How the body of a notification is to be handed over, so that it appears as it is written. */
export type LiteralBody = (body: string) => string | Promise<string>;

/**
 * On Linux a desktop may read a few HTML tags in the body, and then a playlist called “<b>” would
 * come out bold and nameless (Desktop Notifications Specification 1.2, "body-markup"). Electron
 * hands the body over as it is, so the desktop is asked, where the body holds anything of the kind.
 * One that cannot be asked is taken for one that reads markup, as nearly all do.
 */
export function literalBodyOn(
  platform: NodeJS.Platform,
  run: RunProgram = runProgram,
): LiteralBody {
  if (platform !== 'linux') {
    return (body) => body;
  }
  return (body) =>
    body.search(MARKUP) < 0
      ? body
      : readsMarkup(run).then((reads) => (reads ? escaped(body) : body));
}

function escaped(text: string): string {
  return text.replace(MARKUP, (character) => ESCAPES[character] ?? character);
}

async function readsMarkup(run: RunProgram): Promise<boolean> {
  for (const [program, ...parts] of QUESTIONS) {
    const answer = await run(program, parts).catch(() => null);
    if (answer !== null) {
      return /["']body-markup["']/.test(answer);
    }
  }
  return true;
}

function runProgram(program: string, parts: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, [...parts], { timeout: ANSWER_LIMIT_MS }, (error, stdout) => {
      if (error === null) {
        resolve(stdout);
      } else {
        reject(error);
      }
    });
  });
}
