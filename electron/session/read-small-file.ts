import { open, stat } from 'node:fs/promises';
import { errorCode } from './error-code.ts';

export type SmallFileRead =
  /** `mode`: the permission bits. */
  | { readonly kind: 'text'; readonly text: string; readonly mode: number }
  | { readonly kind: 'too-large' }
  /** A folder, a pipe, a device. */
  | { readonly kind: 'not-a-file' }
  /** `code`: the system's word for it, as ENOENT. */
  | { readonly kind: 'failed'; readonly code: string };

/** Reads a whole regular file as UTF-8, unless it has more than `maxBytes`. Never throws. */
export async function readSmallFile(path: string, maxBytes: number): Promise<SmallFileRead> {
  try {
    // Looked at before it is opened: opening alone can wait (a pipe) or act (some devices).
    const stats = await stat(path);
    if (!stats.isFile()) {
      return { kind: 'not-a-file' };
    }
    if (stats.size > maxBytes) {
      return { kind: 'too-large' };
    }
    const bytes = await readUpTo(path, maxBytes + 1);
    return bytes.length > maxBytes
      ? { kind: 'too-large' }
      : { kind: 'text', text: bytes.toString('utf8'), mode: stats.mode & 0o777 };
  } catch (error) {
    return { kind: 'failed', code: errorCode(error) };
  }
}

/** The size that `stat` told may be wrong: a file can grow, and those of the kernel tell 0. */
async function readUpTo(path: string, maxBytes: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(maxBytes);
    let length = 0;
    while (length < maxBytes) {
      const { bytesRead } = await file.read(bytes, length, maxBytes - length);
      if (bytesRead === 0) {
        break;
      }
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}
