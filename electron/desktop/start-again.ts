import type { App } from 'electron';
import { linuxProgram } from './login-item/login-program.ts';
import type { SecondStart } from './single-instance.ts';

const OWN_OPTIONS = /^--(hidden|exit-after-sync|sample|screenshot)(=|$)/;

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

/** Starts Cratewatch anew once this process has ended. To be called when it is about to. */
export function startAgain(app: Pick<App, 'relaunch'>, next: SecondStart): void {
  const { platform, env, execPath, argv } = process;
  app.relaunch({
    // The mount of an AppImage goes with this process.
    execPath: platform === 'linux' ? linuxProgram({ env, execPath }) : execPath,
    args: argumentsOfNextStart(argv.slice(1), next),
  });
}
