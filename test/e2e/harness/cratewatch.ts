import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { programArguments } from './program-arguments.ts';

const IPC_TAP = resolve(import.meta.dirname, 'ipc-tap.cjs');

export interface LaunchOptions {
  /** Electron's user data folder: everything Cratewatch keeps outside the keychain. */
  readonly profile: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** A running Cratewatch: the built program in a real Electron. */
export class Cratewatch {
  readonly electron: ElectronApplication;
  /** Kept, since Playwright forgets it when the process ends. */
  readonly #process: ChildProcess;
  /** Everything it printed so far, both streams. */
  output = '';

  private constructor(electron: ElectronApplication) {
    this.electron = electron;
    this.#process = electron.process();
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString('utf8');
      });
    }
  }

  static async launch({ profile, env, args = [] }: LaunchOptions): Promise<Cratewatch> {
    const electron = await _electron.launch({
      args: ['-r', IPC_TAP, ...programArguments(profile, args)],
      env: { ...definedEnv(), ...env },
    });
    return new Cratewatch(electron);
  }

  /** The window, once it shows its first content. */
  async window(): Promise<Page> {
    const page = await this.electron.firstWindow();
    await page.locator('html[data-ready="true"]').waitFor();
    return page;
  }

  /** What the tray shows: the same view that main gave it. */
  async ipcMessages(): Promise<readonly string[]> {
    return await this.electron.evaluate(
      () => (globalThis as unknown as { ipcTapMessages: string[] }).ipcTapMessages,
    );
  }

  /** Quits as the user would and waits until the process is gone. */
  async quit(): Promise<void> {
    const gone = new Promise((done) => this.#process.once('exit', done));
    await this.electron
      .evaluate(({ app }) => app.quit())
      .catch((error: unknown) => {
        // The process may be gone before it could answer: that is what was asked for.
        if (!/closed|destroyed/.test(String(error))) throw error;
      });
    await gone;
  }

  /** Ends the process without a word, as a power cut would. */
  async kill(): Promise<void> {
    const gone = new Promise((done) => this.#process.once('exit', done));
    this.#process.kill('SIGKILL');
    await gone;
  }

  /** Waits until the process ends by itself; the signal's name where one ended it. */
  async exitCode(): Promise<number | string | null> {
    if (!this.hasEnded) {
      await new Promise((done) => this.#process.once('exit', done));
    }
    return this.#process.exitCode ?? this.#process.signalCode;
  }

  get hasEnded(): boolean {
    const { exitCode, signalCode } = this.#process;
    return exitCode !== null || signalCode !== null;
  }
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
