import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileDigest } from './file-digest.ts';
import type { PinnedRuntime } from './pinned-runtime.ts';

interface RuntimeStamp {
  readonly executableSha256: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

const stampPath = (dist: string) => join(dist, 'proven.json');

/** Written last, once every hash has been proven. */
export async function writeStamp(dist: string, runtime: PinnedRuntime): Promise<void> {
  const { size, mtimeMs } = await stat(join(dist, 'electron'));
  const stamp: RuntimeStamp = {
    executableSha256: runtime.resetExecutableSha256,
    sizeBytes: size,
    modifiedMs: mtimeMs,
  };
  await writeFile(stampPath(dist), JSON.stringify(stamp));
}

/**
 * Whether the unpacked distribution is whole and unchanged. An untouched executable (size and time
 * as stamped) is not hashed again, which keeps every start quick; a touched one is.
 */
export async function isProven(dist: string, runtime: PinnedRuntime): Promise<boolean> {
  try {
    const stamp: Partial<RuntimeStamp> = JSON.parse(await readFile(stampPath(dist), 'utf8'));
    if (stamp.executableSha256 !== runtime.resetExecutableSha256) return false;
    const executable = join(dist, 'electron');
    const { size, mtimeMs } = await stat(executable);
    if (size === stamp.sizeBytes && mtimeMs === stamp.modifiedMs) return true;
    return (await fileDigest(executable, 'sha256', 'hex')) === runtime.resetExecutableSha256;
  } catch {
    // No stamp, no executable or an unreadable stamp: it was never finished.
    return false;
  }
}
