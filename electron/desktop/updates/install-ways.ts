import { rm } from 'node:fs/promises';
import type { BaseUpdater, MacUpdater } from 'electron-updater';
import type { Clock } from '../../../shared/clock.ts';
import { pause } from '../../session/pause.ts';
import { AppImageSwap } from './app-image-swap.ts';
import { fileSha512 } from './file-sha512.ts';

/** Long enough for an installer to begin, or to say that it cannot. */
const INSTALLER_BEGINS_MS = 1_500;
/** Squirrel takes the package over, looks at its signature and unpacks it. */
const SQUIRREL_LIMIT_MS = 3 * 60_000;

/** The package of the new version, downloaded and once found right. */
export interface DownloadedPackage {
  readonly path: string;
  /** Base64, as announced. */
  readonly sha512: string;
}

/** How a package takes the place of the running version. */
export interface InstallWay {
  /**
   * Before anything is closed. False where the file is no longer the announced one.
   *
   * @throws Node's error where it cannot be done
   */
  prepare(file: DownloadedPackage): Promise<boolean>;
  /** @throws where the system did not do it */
  finish(): Promise<void>;
  /** Deletes what was prepared. */
  discard(): Promise<void>;
}

/** Where nothing is prepared but the package itself. */
const nothingToDiscard = async (): Promise<void> => undefined;

/**
 * Linux: another file under the same name.
 *
 * @param appImage - the file that runs
 */
export function appImageWay(appImage: string, startAnew: () => void): InstallWay {
  let swap: AppImageSwap | null = null;
  return {
    prepare: async ({ path, sha512 }) => {
      swap = await AppImageSwap.stage(appImage, path, sha512);
      if (swap !== null) {
        // It lies where it is needed now; a second hundred megabytes would lie there for ever.
        await rm(path, { force: true });
      }
      return swap !== null;
    },
    finish: async () => {
      if (swap === null) {
        throw new Error('Nothing was prepared');
      }
      await swap.finish();
      startAnew();
    },
    discard: async () => {
      await swap?.discard();
      swap = null;
    },
  };
}

/** Windows: the installer takes over as soon as this process has ended. */
export function installerWay(updater: BaseUpdater, clock: Clock): InstallWay {
  return {
    prepare: async ({ path, sha512 }) => (await fileSha512(path)) === sha512,
    finish: async () => {
      let problem: Error | null = null;
      updater.once('error', (error) => {
        problem = error;
      });
      // Without its own questions, which were answered at the first installation, and starting anew.
      const hasBegun = updater.install(true, true);
      await pause(clock, INSTALLER_BEGINS_MS, new AbortController().signal);
      if (!hasBegun || problem !== null) {
        throw problem ?? new Error('The installer did not begin');
      }
    },
    discard: nothingToDiscard,
  };
}

/** macOS: Squirrel.Mac checks the signature, quits this process and starts the new one. */
export function squirrelWay(updater: MacUpdater, clock: Clock): InstallWay {
  return {
    prepare: async ({ path, sha512 }) => (await fileSha512(path)) === sha512,
    finish: () =>
      new Promise((_resolve, reject) => {
        updater.once('error', reject);
        clock.setTimer(SQUIRREL_LIMIT_MS, () => reject(new Error('Squirrel took too long')));
        updater.quitAndInstall();
      }),
    discard: nothingToDiscard,
  };
}
