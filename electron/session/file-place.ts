import { readlink, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { errorCode } from './error-code.ts';

/**
 * Where the file is, or would be: links are followed, also one whose file is not there yet. Null
 * where something else stands, as a folder, a pipe or a device, which a file must not replace.
 * Rejects with the file system's error.
 */
export async function placeOfFile(path: string): Promise<string | null> {
  try {
    const place = await realpath(path);
    return (await stat(place)).isFile() ? place : null;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') {
      throw error;
    }
  }
  const target = await readlink(path).catch(() => null);
  return target === null ? path : await placeOfFile(resolve(await realpath(dirname(path)), target));
}
