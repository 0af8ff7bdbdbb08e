import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A program that answers each message with one message. */
export class Child {
  readonly #process: ChildProcess;
  readonly #path: string;

  constructor(program: URL) {
    this.#path = fileURLToPath(program);
    this.#process = fork(this.#path, { execArgv: [] });
  }

  /** @throws Error when the program ends instead */
  async ask(message: object): Promise<unknown> {
    const ended = new AbortController();
    const answer = once(this.#process, 'message', { signal: ended.signal });
    const end = () => ended.abort();
    this.#process.once('exit', end);
    this.#process.send(message);
    try {
      return (await answer)[0];
    } catch {
      // What went wrong stands on standard error, which is the parent's own.
      throw new Error(`${this.#path} ended without an answer.`);
    } finally {
      this.#process.off('exit', end);
    }
  }

  async end(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const exit = once(this.#process, 'exit');
      this.#process.kill();
      await exit;
    }
  }
}
