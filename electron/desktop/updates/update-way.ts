import type { UpdateWay } from '../../../shared/update-state.ts';

/** What tells how this copy came to stand where it stands. */
export interface CopyFacts {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  /** Whether it knows a server of newer versions. */
  readonly hasFeed: boolean;
  /**
   * What `resources/package-type` names: `deb`, `rpm`; null where there is none. A build makes all
   * packages from one folder, so an archive can hold the file that was meant for a package.
   */
  readonly packageType: string | null;
  /** The program that runs. */
  readonly execPath: string;
  /** Linux: the AppImage that runs, by its runtime's variables; null where none does. */
  readonly appImage: string | null;
  /** Windows: an uninstaller stands beside the program. */
  readonly hasUninstaller: boolean;
  /** macOS: it stands in a folder for applications, not in a disk image or among downloads. */
  readonly isInApplications: boolean;
}

/** Where packages put programs. */
const SYSTEM_FOLDERS = /^\/(opt|usr)\//;

/**
 * What this copy can do about a newer version. Only what a user installed alone is replaced: what
 * the system installed belongs to its package manager, and would need the rights of root.
 */
export function updateWay(copy: CopyFacts): UpdateWay {
  if (!copy.hasFeed) {
    return 'not-released';
  }
  switch (copy.platform) {
    case 'linux':
      if (copy.appImage !== null) {
        return 'installs';
      }
      return copy.packaged && copy.packageType !== null && SYSTEM_FOLDERS.test(copy.execPath)
        ? 'package-manager'
        : 'by-hand';
    case 'win32':
      return copy.packaged && copy.hasUninstaller ? 'installs' : 'by-hand';
    case 'darwin':
      return copy.packaged && copy.isInApplications ? 'installs' : 'by-hand';
    default:
      return 'by-hand';
  }
}
