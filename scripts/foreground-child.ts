import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { signalGroup } from './signal-group.ts';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

interface ForegroundOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly stdio?: StdioOptions;
  readonly cwd?: string;
  /** After this the child and everything it started is ended; the exit code is then 124. */
  readonly timeLimitMs?: number;
  /** Sees the child right after its start, to read its output. */
  readonly onStart?: (child: ChildProcess) => void;
}

/**
 * Runs a program in our place: signals that reach us are passed to it, and its exit code comes
 * back. An end by a signal becomes 128 + its number, as in a shell.
 */
export function runForeground(
  command: string,
  args: readonly string[],
  { env, stdio = 'inherit', cwd, timeLimitMs, onStart }: ForegroundOptions,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      env,
      stdio,
      ...(cwd === undefined ? {} : { cwd }),
      // A group of its own, so that a time limit ends what the child started, too.
      detached: timeLimitMs !== undefined,
    });
    let timedOut = false;
    const limit =
      timeLimitMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
          }, timeLimitMs);
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    for (const signal of forwarded) process.on(signal, forward);
    const stopForwarding = () => {
      clearTimeout(limit);
      for (const signal of forwarded) process.off(signal, forward);
    };
    child.once('error', (error) => {
      stopForwarding();
      reject(error);
    });
    child.once('close', (exitCode, signal) => {
      stopForwarding();
      if (timedOut) resolve(124);
      else resolve(exitCode ?? (signal === null ? 1 : 128 + constants.signals[signal]));
    });
    onStart?.(child);
  });
}
