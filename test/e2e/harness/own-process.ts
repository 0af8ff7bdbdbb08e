import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PROJECT_ROOT = resolve(import.meta.dirname, '../../..');
const FAULT_TAP = resolve(import.meta.dirname, 'fault-tap.cjs');

/**
 * Starts Cratewatch without Playwright, whose attachment no process survives that starts itself
 * again. SIGUSR2 throws an error in it.
 */
export function startByItself(
  profile: string,
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): ChildProcess {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '';
  return spawn(
    join(folder, 'electron'),
    [
      // As root Chromium's own sandbox cannot start.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      PROJECT_ROOT,
      `--user-data-dir=${profile}`,
      ...args,
    ],
    {
      // Not with `-r`: Chromium sorts the arguments of a start that follows.
      env: { ...process.env, ...env, NODE_OPTIONS: `--require ${FAULT_TAP}` },
      stdio: 'ignore',
    },
  );
}

export interface MainProcess {
  readonly pid: number;
  readonly args: readonly string[];
}

/**
 * The main processes that work in a profile: helpers have a `--type`. One that was started by another
 * has gaps between its arguments instead of zeros.
 */
export function mainProcessesOf(profile: string): readonly MainProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const args = readFileSync(`/proc/${name}/cmdline`, 'utf8').split(/[\0 ]/);
        const isMain =
          args.includes(`--user-data-dir=${profile}`) &&
          !args.some((argument) => /^--(?:type=|relaunch)/.test(argument));
        return isMain ? [{ pid: Number(name), args }] : [];
      } catch {
        return []; // It ended between the two looks.
      }
    });
}
