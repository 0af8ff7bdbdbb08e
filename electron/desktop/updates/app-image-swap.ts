import { chmod, copyFile, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileSha512 } from './file-sha512.ts';

/**
 * Puts another file in the place of a running AppImage. electron-updater would delete this version
 * first and then move the new one; a full disk between the two leaves the user without either. Here
 * the new one is laid beside it, checked and written through, and takes its place in one step.
 *
 * The name stays, also where it holds a version: launchers and the start at login lead to it.
 */
export class AppImageSwap {
  readonly #target: string;
  readonly #staged: string;

  private constructor(target: string) {
    this.#target = target;
    this.#staged = join(dirname(target), `.${basename(target)}.new`);
  }

  /** Deletes what an installation that was broken off has left beside the AppImage. */
  static async tidy(appImage: string): Promise<void> {
    await new AppImageSwap(await realpath(appImage)).discard();
  }

  /**
   * Lays the new version beside the present one.
   *
   * @param sha512 - base64, of the file as it was announced
   * @returns null where the file is not that one
   * @throws Node's error where the folder does not take it; nothing is left behind then
   */
  static async stage(
    appImage: string,
    downloaded: string,
    sha512: string,
  ): Promise<AppImageSwap | null> {
    const swap = new AppImageSwap(await realpath(appImage));
    try {
      return (await swap.#stage(downloaded, sha512)) ? swap : null;
    } catch (error) {
      await swap.discard();
      throw error;
    }
  }

  async #stage(downloaded: string, sha512: string): Promise<boolean> {
    const { mode } = await stat(this.#target);
    await copyFile(downloaded, this.#staged);
    const isRight = (await fileSha512(this.#staged)) === sha512;
    if (!isRight) {
      await this.discard();
      return false;
    }
    // Whoever may read it may start it, as with the one that it replaces.
    await chmod(this.#staged, (mode & 0o777) | 0o100);
    const file = await open(this.#staged, 'r');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  }

  /** In one step: at every moment there is a whole program under this name. */
  async finish(): Promise<void> {
    await rename(this.#staged, this.#target);
  }

  async discard(): Promise<void> {
    await rm(this.#staged, { force: true });
  }
}
