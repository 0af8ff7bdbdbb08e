import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './error-code.ts';

/** Windows has neither these permissions nor folders that can be opened. */
export const HAS_POSIX_MODES = process.platform !== 'win32';

/** No write takes that long. */
const ABANDONED_AFTER_MS = 60_000;

/**
 * Puts `text` in the place of a file that only its owner may read. Whatever happens, a reader finds
 * the old file or the new one, never a part; when this resolves, the new one is on the disk.
 * Folders are made, for the owner alone. Rejects with the file system's error, and then the old file
 * is untouched, unless the folder alone could not be synced.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // In the same folder: a rename does not reach over file systems.
  const unfinished = join(dirname(path), `${prefixOf(path)}${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeNew(unfinished, text);
    await rename(unfinished, path);
  } catch (error) {
    // If this fails too, a later write clears it away; the first error says more.
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

/**
 * Deletes what writes to `path` left behind that were killed; the `abandoned` ones alone may run
 * beside the writes of another process. Rejects where something stays.
 */
export async function removeUnfinished(path: string, which: 'all' | 'abandoned'): Promise<void> {
  const prefix = prefixOf(path);
  // By the clock of the file system, which is not always this machine's.
  const beforeMs = which === 'all' ? null : (await stat(path)).mtimeMs - ABANDONED_AFTER_MS;
  for (const name of await readdir(dirname(path))) {
    const unfinished = join(dirname(path), name);
    if (
      name.startsWith(prefix) &&
      /^[0-9a-f]{12}\.tmp$/.test(name.slice(prefix.length)) &&
      (beforeMs === null || (await stat(unfinished)).mtimeMs < beforeMs)
    ) {
      await rm(unfinished, { force: true });
    }
  }
}

function prefixOf(path: string): string {
  return `.${basename(path)}.`;
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A file's name is on the disk only when its folder is. */
export async function syncFolder(path: string): Promise<void> {
  if (!HAS_POSIX_MODES) {
    return;
  }
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    // Some network file systems cannot do that to a folder, and never lose its names.
    if (!['EINVAL', 'ENOTSUP'].includes(errorCode(error))) {
      throw error;
    }
  } finally {
    await folder.close();
  }
}
