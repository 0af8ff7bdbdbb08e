import { existsSync, watch } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * What Cratewatch takes for the AppImage that it runs from: a file of the test. What would take its
 * place is a script that writes down that it was started.
 */
export class ScratchAppImage {
  readonly folder: string;
  readonly path: string;
  readonly #mark: string;
  /** What the file holds before anything is installed. */
  readonly original = '#!/bin/sh\necho the old one\n';

  private constructor(folder: string) {
    this.folder = join(folder, 'applications');
    this.path = join(this.folder, 'Cratewatch-0.1.0.AppImage');
    this.#mark = join(folder, 'mark-of-the-new-one');
  }

  static async create(folder: string): Promise<ScratchAppImage> {
    const scratch = new ScratchAppImage(folder);
    await mkdir(scratch.folder, { recursive: true });
    await writeFile(scratch.path, scratch.original);
    await chmod(scratch.path, 0o755);
    return scratch;
  }

  /** A package of a newer version, padded to a size. */
  newVersion(bytes = 0): Buffer {
    // Under its name only when it is whole.
    const written = `printf '%s\\n' "$0" "$@" > '${this.#mark}.part'`;
    const script = `#!/bin/sh\n${written}\nmv '${this.#mark}.part' '${this.#mark}'\nexit 0\n`;
    return Buffer.concat([Buffer.from(script), Buffer.alloc(Math.max(0, bytes - script.length))]);
  }

  /** The environment of an AppImage's runtime, mounted where the tests' Electron stands. */
  env(execPath: string, cacheFolder: string): Readonly<Record<string, string>> {
    return { APPIMAGE: this.path, APPDIR: dirname(execPath), XDG_CACHE_HOME: cacheFolder };
  }

  content(): Promise<Buffer> {
    return readFile(this.path);
  }

  /** Resolves when the new version was started: with its path and its arguments. */
  async started(): Promise<readonly string[]> {
    await new Promise<void>((resolve) => {
      const watcher = watch(dirname(this.#mark), () => look());
      const look = (): void => {
        if (existsSync(this.#mark)) {
          watcher.close();
          resolve();
        }
      };
      look();
    });
    return (await readFile(this.#mark, 'utf8')).trim().split('\n');
  }
}
