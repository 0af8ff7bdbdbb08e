import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type InstalledRoot, NOBODY } from './installed-root.ts';

/** Cratewatch as a user starts it after installing the package: not as root, in its sandbox. */
export class InstalledProgram {
  readonly #process: ChildProcess;
  stdout = '';
  stderr = '';

  private constructor(process: ChildProcess) {
    this.#process = process;
    process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text;
    });
    process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
    });
  }

  /** @param env all of its environment */
  static start(
    root: InstalledRoot,
    env: Readonly<Record<string, string>>,
    args: readonly string[],
  ): InstalledProgram {
    const [tool, ...before] = root.enter(NOBODY);
    return new InstalledProgram(
      spawn(tool, [...before, '/usr/bin/cratewatch', ...args], {
        env: { ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  /** The command replaces itself on the way in, so this is the program's own id. */
  get pid(): number {
    const { pid } = this.#process;
    if (pid === undefined) throw new Error('It was not started.');
    return pid;
  }

  get hasEnded(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** Waits until it ends by itself; null where a signal ended it. */
  async exitCode(): Promise<number | null> {
    if (!this.hasEnded) await once(this.#process, 'close');
    return this.#process.exitCode;
  }

  async kill(): Promise<void> {
    if (this.hasEnded) return;
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await gone;
  }
}
