import type { UpdateWay } from '../../../shared/update-state.ts';

/** What tells how this copy came to stand where it stands. */
export interface CopyFacts {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  /** Whether it knows a server of newer versions. */
  readonly hasFeed: boolean;
  /** What `resources/package-type` names: `deb`, `rpm`, `pacman`; null where there is none. */
  readonly packageType: string | null;
  /** Linux: the AppImage that runs, by its runtime's variables; null where none does. */
  readonly appImage: string | null;
  /** Windows: an uninstaller stands beside the program. */
  readonly hasUninstaller: boolean;
  /** macOS: it stands in a folder for applications, not in a disk image or among downloads. */
  readonly isInApplications: boolean;
}

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
      if (copy.packaged && copy.packageType !== null) {
        return 'package-manager';
      }
      return copy.appImage === null ? 'by-hand' : 'installs';
    case 'win32':
      return copy.packaged && copy.hasUninstaller ? 'installs' : 'by-hand';
    case 'darwin':
      return copy.packaged && copy.isInApplications ? 'installs' : 'by-hand';
    default:
      return 'by-hand';
  }
}
