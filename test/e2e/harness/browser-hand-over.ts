import { existsSync, watch } from 'node:fs';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Stands where the desktop would choose a browser: an `xdg-open` that comes first in the PATH and
 * writes down the address it was given. Electron's own hand-over runs unchanged up to that point.
 */
export class BrowserHandOver {
  readonly #folder: string;
  readonly #file: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#file = join(folder, 'opened-url');
  }

  static async create(folder: string): Promise<BrowserHandOver> {
    const bin = join(folder, 'bin');
    await mkdir(bin, { recursive: true });
    const script = join(bin, 'xdg-open');
    const file = join(folder, 'opened-url');
    await writeFile(
      script,
      `#!/bin/sh\nprintf %s "$1" > '${file}.part'\nmv '${file}.part' '${file}'\n`,
    );
    await chmod(script, 0o755);
    return new BrowserHandOver(folder);
  }

  /** The environment under which the app must run. */
  env(path = process.env.PATH ?? ''): { PATH: string } {
    return { PATH: `${join(this.#folder, 'bin')}:${path}` };
  }

  /** The next address that the app asks the system to open. */
  async nextUrl(): Promise<string> {
    await this.#appears();
    const url = await readFile(this.#file, 'utf8');
    await rename(this.#file, `${this.#file}.taken`);
    return url;
  }

  async #appears(): Promise<void> {
    await new Promise<void>((resolve) => {
      const watcher = watch(this.#folder, () => check());
      const check = (): void => {
        if (existsSync(this.#file)) {
          watcher.close();
          resolve();
        }
      };
      check();
    });
  }
}
