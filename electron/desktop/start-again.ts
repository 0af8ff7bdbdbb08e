import type { App } from 'electron';
import { linuxProgram } from './login-item/login-program.ts';
import type { SecondStart } from './single-instance.ts';

const OWN_OPTIONS = /^--(hidden|exit-after-sync|sample|screenshot)(=|$)/;

/** Half a minute: a process that is gone may stay listed where nobody asks how it ended. */
const WAIT =
  'n=0; while kill -0 "$1" 2>/dev/null && [ $n -lt 300 ]; do sleep 0.1; n=$((n+1)); done; shift; exec "$@"';

/** The command that waits until that process is gone and then becomes another program. */
export function afterProcess(
  pid: number,
  command: readonly string[],
): readonly [string, ...string[]] {
  return ['/bin/sh', '-c', WAIT, 'sh', String(pid), ...command];
}

/**
 * The arguments of a start that follows this one: the switches of the runtime and, in a development
 * build, the app's folder stay; what was asked of this start does not hold for the next.
 *
 * @param args everything after the executable
 */
export function argumentsOfNextStart(args: readonly string[], next: SecondStart): string[] {
  return [
    ...args.filter((argument) => !OWN_OPTIONS.test(argument)),
    ...(next.hidden ? ['--hidden'] : []),
    ...(next.exitAfterSync ? ['--exit-after-sync'] : []),
    ...(next.sample ? ['--sample'] : []),
  ];
}

/**
 * The one start that does what two of them asked for, when both wait for the end of this one. A run
 * for cron only looks once: it never stands in the way of one that stays.
 */
export function mergedStart(pending: SecondStart | null, next: SecondStart): SecondStart {
  if (pending === null || (pending.exitAfterSync && !next.exitAfterSync)) return next;
  if (next.exitAfterSync && !pending.exitAfterSync) return pending;
  return {
    hidden: pending.hidden && next.hidden,
    exitAfterSync: pending.exitAfterSync,
    sample: pending.sample || next.sample,
  };
}

/**
 * What a start during a run for cron leaves to be done after it: that run ends by itself, and whoever
 * started Cratewatch meant it to stay. Its window is open already, so this one stays in the tray; the
 * sample is what such a run does not show.
 */
export function startAfterUnattendedRun(second: SecondStart): SecondStart {
  return { ...second, hidden: second.hidden || !second.sample };
}

/** Starts Cratewatch anew once this process has ended. To be called when it is about to. */
export function startAgain(app: Pick<App, 'relaunch'>, next: SecondStart): void {
  const { platform, env, execPath, argv, pid } = process;
  const args = argumentsOfNextStart(argv.slice(1), next);
  const program = platform === 'linux' ? linuxProgram({ env, execPath }) : execPath;
  if (program === execPath) {
    app.relaunch({ execPath, args });
    return;
  }
  // Electron's own way starts a helper from this very program, whose mount goes with this process.
  // Not imported above: no other start needs it, and each would wait for it before the tray.
  const { spawn } = process.getBuiltinModule('node:child_process');
  const [shell, ...rest] = afterProcess(pid, [program, ...args]);
  spawn(shell, rest, { cwd: '/', detached: true, stdio: 'ignore' }).unref();
}
