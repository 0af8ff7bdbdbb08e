import type { CommandLineOptions } from './command-line.ts';
import { EXIT_CODES } from './exit-codes.ts';

export interface DisplayNeedInput {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Everything after the executable. */
  readonly args: readonly string[];
  readonly options: Pick<CommandLineOptions, 'exitAfterSync' | 'screenshot'>;
}

/**
 * Whether Chromium finds a display: without one it crashes on Linux before anybody could say why.
 * `do-without`: nothing is to be shown, so it can run without, as under cron.
 */
export function displayNeed(input: DisplayNeedInput): 'there' | 'do-without' | 'missing' {
  const { platform, env, args, options } = input;
  const isChosen = args.some((argument) => argument.startsWith('--ozone-platform='));
  const isThere =
    Boolean(env.DISPLAY || env.WAYLAND_DISPLAY || env.WAYLAND_SOCKET) ||
    // Then the display has the name that goes without saying.
    env.XDG_SESSION_TYPE === 'wayland';
  if (platform !== 'linux' || isChosen || isThere) {
    return 'there';
  }
  return options.exitAfterSync && options.screenshot === null ? 'do-without' : 'missing';
}

/**
 * Does the same in a process that asks for no display, and waits for its end. Chromium reads which
 * display it uses before any code of ours runs, so this process cannot change its mind.
 *
 * @returns its exit code
 */
export function runWithoutDisplay(execPath: string, args: readonly string[]): number {
  // Not imported above: no other start needs it, and each would wait for it before the tray.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const command = [execPath, ...args, '--ozone-platform=headless', '--disable-gpu'];
  const run = ([program = execPath, ...rest]: readonly string[]) =>
    spawnSync(program, rest, { stdio: 'inherit' });
  // Waiting like this, no signal can be passed on; so the system is asked to do it at our end.
  const watched = run(['setpriv', '--pdeathsig', 'TERM', '--', ...command]);
  const { status } = watched.error === undefined ? watched : run(command);
  return status ?? EXIT_CODES.unexpected;
}
