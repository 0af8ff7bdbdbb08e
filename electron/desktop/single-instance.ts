import type { App } from 'electron';
import type { CommandLineOptions } from './command-line.ts';

/** What a second start passes to the first: Chromium may reorder its command line on the way. */
export interface SecondStart {
  readonly hidden: boolean;
  readonly exitAfterSync: boolean;
}

/** Whether the first one should come to the front: a start without a window asks for nothing. */
export function wantsWindow(second: SecondStart): boolean {
  return !second.hidden && !second.exitAfterSync;
}

/** Reads what came from the other process; anything unknown counts as an ordinary start. */
export function readSecondStart(data: unknown): SecondStart {
  return { hidden: flag(data, 'hidden'), exitAfterSync: flag(data, 'exitAfterSync') };
}

/**
 * Makes this the only Cratewatch of its profile folder. False when there is one already; it was told
 * of this start, and this process should end.
 */
export function acquireSingleInstance(
  app: App,
  options: CommandLineOptions,
  onSecondStart: (second: SecondStart) => void,
): boolean {
  const own: SecondStart = { hidden: options.hidden, exitAfterSync: options.exitAfterSync };
  if (!app.requestSingleInstanceLock({ ...own })) {
    return false;
  }
  app.on('second-instance', (_event, _argv, _folder, data) => onSecondStart(readSecondStart(data)));
  return true;
}

function flag(data: unknown, name: string): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    Object.entries(data).some(([k, v]) => k === name && v === true)
  );
}
