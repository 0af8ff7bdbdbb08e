import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { electronArguments } from '../../scripts/launch/electron-arguments.ts';

const markLimitMs = 60_000;

/** A program that prints `mark <name> <epoch ms>` lines on its standard output. */
export interface RunningProgram {
  readonly pid: number;
  readonly startedAtMs: number;
  /** The time of a mark, past or to come; rejects when the program ends without it. */
  mark(name: string): Promise<number>;
  end(): Promise<void>;
}

export interface ProgramStarter {
  readonly executablePath: string;
  readonly env: NodeJS.ProcessEnv;
  argumentsFor(options: readonly string[]): string[];
}

export function programStarter(
  executablePath: string,
  appFolder: string,
  env: NodeJS.ProcessEnv,
): ProgramStarter {
  return {
    executablePath,
    env: { ...env, CRATEWATCH_BENCH_MARKS: '1' },
    argumentsFor: (options) =>
      electronArguments({
        appFolder,
        options,
        platform: process.platform,
        isRoot: process.getuid?.() === 0,
      }),
  };
}

export function startProgram(starter: ProgramStarter, options: readonly string[]): RunningProgram {
  const startedAtMs = Date.now();
  const child = spawn(starter.executablePath, starter.argumentsFor(options), {
    env: starter.env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (child.pid === undefined) throw new Error(`${starter.executablePath} could not be started.`);
  const marks = watchMarks(child);
  return {
    pid: child.pid,
    startedAtMs,
    mark: (name) => marks(name),
    end: () => endProgram(child),
  };
}

function watchMarks(child: ChildProcess): (name: string) => Promise<number> {
  const seen = new Map<string, number>();
  const waiting = new Map<string, (timeMs: number) => void>();
  if (child.stdout !== null) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, name, timeMs] = /^mark (\S+) (\d+(?:\.\d+)?)$/.exec(line) ?? [];
      if (name === undefined || timeMs === undefined) return;
      seen.set(name, Number(timeMs));
      waiting.get(name)?.(Number(timeMs));
    });
  }
  return (name) =>
    new Promise((resolve, reject) => {
      const early = seen.get(name);
      if (early !== undefined) {
        resolve(early);
        return;
      }
      const fail = (why: string) => reject(new Error(`No mark "${name}": ${why}.`));
      const limit = setTimeout(() => fail('it took longer than 60 s'), markLimitMs);
      child.once('exit', (exitCode) => {
        clearTimeout(limit);
        fail(`the program ended with code ${exitCode}`);
      });
      waiting.set(name, (timeMs) => {
        clearTimeout(limit);
        resolve(timeMs);
      });
    });
}

async function endProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(insist);
}
