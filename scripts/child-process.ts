import { spawn } from 'node:child_process';

export interface FinishedChild {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
}

interface CaptureOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeLimitMs: number;
}

/**
 * Runs a command to its end and keeps what it printed. A command that cannot be started (not
 * installed) counts as exit code 127, as in a shell; one past its time limit is killed.
 */
export function runCaptured(
  command: string,
  args: readonly string[],
  { cwd, env, timeLimitMs }: CaptureOptions,
): Promise<FinishedChild> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      ...(cwd === undefined ? {} : { cwd }),
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const limit = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, timeLimitMs);
    child.once('error', (error) => {
      clearTimeout(limit);
      resolve({ exitCode: 127, stdout, stderr: `${stderr}${error.message}`, timedOut });
    });
    child.once('close', (exitCode) => {
      clearTimeout(limit);
      resolve({ exitCode, stdout, stderr, timedOut });
    });
  });
}
