import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file system of a few megabytes in memory. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves so many bytes of it free. */
  fill(freeBytes: number): void;
  /** Gives back what `fill` took. */
  free(): void;
  makeReadOnly(): void;
  unmount(): void;
}

/** Null where nothing may be mounted: that takes root, and not every container allows it. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | null {
  mkdirSync(folder, { recursive: true });
  const mount = (...options: string[]) => execFileSync('mount', options, { stdio: 'ignore' });
  try {
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder);
  } catch {
    process.stdout.write('Skipped: a small file system cannot be mounted here.\n');
    return null;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: (freeBytes) => {
      rmSync(filler, { force: true });
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - freeBytes)));
    },
    free: () => rmSync(filler, { force: true }),
    makeReadOnly: () => mount('-o', 'remount,ro', folder),
    unmount: () => execFileSync('umount', ['-l', folder]),
  };
}
