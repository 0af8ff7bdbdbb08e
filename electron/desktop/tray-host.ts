import { execFile } from 'node:child_process';
import type { Clock, Timer } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import { LONGEST_AT_REST_MS } from '../../shared/rest-timer.ts';
import { monitorBus } from './bus-monitor.ts';

/** Whether a panel of this desktop shows tray icons; `unknown` where nobody can be asked. */
export type TrayHostAnswer = 'there' | 'not-there' | 'unknown';

/** What a program wrote when it ended. */
export interface ProgramEnd {
  /** Null where it could not be started or did not end in time. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const WATCHER = 'org.kde.StatusNotifierWatcher';
const LIMIT_MS = 5_000;

/** Asks the watcher itself, as Chromium does before it puts up an icon. */
const ASK = [
  '--session',
  '--print-reply=literal',
  `--reply-timeout=${LIMIT_MS - 1_000}`,
  `--dest=${WATCHER}`,
  '/StatusNotifierWatcher',
  'org.freedesktop.DBus.Properties.Get',
  `string:${WATCHER}`,
  'string:IsStatusNotifierHostRegistered',
];

/** A watcher comes, or a panel says to it that it shows icons. */
const NEWS = [
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${WATCHER}'`,
  `type='signal',interface='${WATCHER}',member='StatusNotifierHostRegistered'`,
];

/** What the answer of `dbus-send` means. */
export function readHostAnswer({ exitCode, stdout, stderr }: ProgramEnd): TrayHostAnswer {
  if (exitCode === 0) {
    return /\bboolean true\b/.test(stdout) ? 'there' : 'not-there';
  }
  // A bus that answers, but nobody at it who would show icons.
  return /\.(ServiceUnknown|NameHasNoOwner|UnknownProperty|UnknownObject|UnknownInterface)\b/.test(
    stderr,
  )
    ? 'not-there'
    : 'unknown';
}

/** Where panels are asked whether they show tray icons. */
export interface TrayHost {
  ask(): Promise<TrayHostAnswer>;
  /** Calls `onNews` whenever asking again may bring another answer. @returns ends that */
  follow(onNews: () => void): () => void;
}

/**
 * The panels of a Linux desktop. They are asked over the bus with the programs that come with it:
 * once at the start that takes 10 ms and leaves nothing behind, where a D-Bus library of our own
 * would stay in memory for good (12 MB were measured). Only where no panel is found does a program
 * wait, idle, for one to come; and where that cannot be, they are asked every quarter of an hour.
 */
export function linuxTrayHost(clock: Clock, logger: Logger): TrayHost {
  return {
    ask: async () => readHostAnswer(await run('dbus-send', ASK)),
    follow: (onNews) => {
      let timer: Timer | null = null;
      const askInAWhile = (): void => {
        timer = clock.setTimer(LONGEST_AT_REST_MS, () => {
          onNews();
          askInAWhile();
        });
      };
      // It speaks once when it listens: what came before that is asked for too.
      const stop = monitorBus({
        rules: NEWS,
        onNews,
        onEnd: () => {
          logger.info('A panel that starts later is noticed only now and then');
          askInAWhile();
        },
      });
      return () => {
        stop();
        timer?.cancel();
      };
    },
  };
}

function run(command: string, args: readonly string[]): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const options = { timeout: LIMIT_MS, env: { ...process.env, LC_ALL: 'C' } };
    execFile(command, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      resolve({ exitCode: typeof code === 'number' ? code : null, stdout, stderr });
    });
  });
}
