import type { App } from 'electron';
import type { CommandLineOptions } from './command-line.ts';

/** What a second start passes to the first: Chromium may reorder its command line on the way. */
export type SecondStart = Pick<CommandLineOptions, 'hidden' | 'exitAfterSync' | 'sample'>;

/** What the first one does for the second. */
export interface SecondStartActs {
  readonly exploreSample: boolean;
  readonly openWindow: boolean;
}

/**
 * A start without a window asks for none. The sample is explored as a first start would: the user's
 * own library is left as it is and can be gone back to; but not in the middle of a run for cron,
 * which was started to check just that library.
 */
export function secondStartActs(
  second: SecondStart,
  first: Pick<CommandLineOptions, 'exitAfterSync'>,
): SecondStartActs {
  return {
    exploreSample: second.sample && !second.exitAfterSync && !first.exitAfterSync,
    openWindow: !second.hidden && !second.exitAfterSync,
  };
}

/** Reads what came from the other process; anything unknown counts as an ordinary start. */
export function readSecondStart(data: unknown): SecondStart {
  return {
    hidden: flag(data, 'hidden'),
    exitAfterSync: flag(data, 'exitAfterSync'),
    sample: flag(data, 'sample'),
  };
}

/**
 * Makes this the only Cratewatch of its profile folder. False when there is one already; it was told
 * of this start, and this process should end.
 */
export function acquireSingleInstance(
  app: App,
  { hidden, exitAfterSync, sample }: CommandLineOptions,
  onSecondStart: (second: SecondStart) => void,
): boolean {
  if (!app.requestSingleInstanceLock({ hidden, exitAfterSync, sample })) {
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
