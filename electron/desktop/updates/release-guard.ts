import type { AppUpdater, UpdateInfo } from 'electron-updater';
import { isNewerVersion } from './compare-versions.ts';
import { UnfitRelease } from './update-fault.ts';
import { type Machine, type ReleasePackage, readOffer } from './update-offer.ts';

/** electron-updater's own question whether a release may be taken; here it reads it as well. */
type Gate = Pick<AppUpdater, 'isUpdateSupported'>;

/** Judges every release before electron-updater does anything about it. */
export class ReleaseGuard {
  readonly #machine: Machine;
  readonly #version: string;
  #found: ReleasePackage | null = null;
  #isSystemTooOld = false;

  /** @param version - the one that runs */
  constructor(updater: Gate, machine: Machine, version: string) {
    this.#machine = machine;
    this.#version = version;
    const isSystemNewEnough = updater.isUpdateSupported;
    updater.isUpdateSupported = async (release) => {
      const isNewer = this.#judge(release);
      this.#isSystemTooOld = isNewer && !(await isSystemNewEnough(release));
      return !this.#isSystemTooOld;
    };
  }

  /** The newer version of the last look; null where there was none. */
  get found(): ReleasePackage | null {
    return this.#found;
  }

  /** Whether the last look found a newer version that does not run on this system. */
  get isSystemTooOld(): boolean {
    return this.#isSystemTooOld;
  }

  reset(): void {
    this.#found = null;
    this.#isSystemTooOld = false;
  }

  #judge(release: UpdateInfo): boolean {
    const reading = readOffer(release, this.#machine);
    const isNewer = isNewerVersion(release.version, this.#version);
    if (reading.kind === 'unfit' && (isNewer || reading.fault === 'unreadable')) {
      throw new UnfitRelease(reading.fault);
    }
    this.#found = reading.kind === 'ok' && isNewer ? reading.found : null;
    return isNewer;
  }
}
