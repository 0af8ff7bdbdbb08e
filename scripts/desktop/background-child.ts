import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { PlainFailure } from '../plain-failure.ts';
import { signalGroup } from '../signal-group.ts';

const readyLimitMs = 20_000;

interface BackgroundOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** The file descriptor on which it writes one line when it is ready. */
  readonly readyOn: 1 | 3;
}

/** A program that runs beside ours until it is ended. */
export interface BackgroundChild {
  readonly readyLine: string;
  end(): Promise<void>;
}

/**
 * Starts a program in a process group of its own and waits for its line of readiness.
 *
 * @throws PlainFailure when it ends first, says nothing for 20 s, or is not installed
 */
export async function startBackground(
  command: string,
  args: readonly string[],
  { env, readyOn }: BackgroundOptions,
): Promise<BackgroundChild> {
  const child = spawn(command, [...args], {
    detached: true,
    env: env ?? process.env,
    stdio: readyOn === 1 ? ['ignore', 'pipe', 'ignore'] : ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  try {
    const readyLine = await firstLine(child, command, readyOn);
    return { readyLine, end: () => endGroup(child) };
  } catch (error) {
    await endGroup(child);
    throw error;
  }
}

function firstLine(child: ChildProcess, command: string, readyOn: 1 | 3): Promise<string> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new PlainFailure(`${command} was not ready within 20 s.`)),
      readyLimitMs,
    );
    const fail = (why: string) => {
      clearTimeout(limit);
      reject(new PlainFailure(`${command} could not be started: ${why}`));
    };
    child.once('error', (error) => fail(error.message));
    child.once('exit', (exitCode) => fail(`it ended with code ${exitCode}.`));
    const output = child.stdio[readyOn] as Readable | null;
    let text = '';
    output?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const end = text.indexOf('\n');
      if (end === -1) return;
      clearTimeout(limit);
      resolve(text.slice(0, end));
    });
  });
}

function endGroup(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const insist = setTimeout(() => signalGroup(pid, 'SIGKILL'), 3_000);
    child.once('exit', () => {
      clearTimeout(insist);
      // Whatever it started itself goes with it.
      signalGroup(pid, 'SIGKILL');
      resolve();
    });
    signalGroup(pid, 'SIGTERM');
  });
}
