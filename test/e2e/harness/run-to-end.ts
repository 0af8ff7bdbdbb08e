import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { programArguments } from './program-arguments.ts';

export interface EndedRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts Cratewatch from the command line; nobody drives it. */
export function startProgram(
  profile: string,
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(electronPath(), programArguments(profile, args), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs Cratewatch from the command line, as cron would, and waits until it ends by itself. */
export async function runToEnd(
  profile: string,
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<EndedRun> {
  const child = startProgram(profile, env, ...args);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  await once(child, 'close');
  return { exitCode: child.exitCode, stdout, stderr };
}

function electronPath(): string {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (folder === undefined) {
    throw new Error('Run the tests with "npm run test:e2e": it finds an Electron first.');
  }
  return join(folder, 'electron');
}
