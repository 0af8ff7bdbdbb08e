import { open } from 'node:fs/promises';

/** Far more than a hundred lines; only a log of huge ones gives fewer. */
const BYTES = 256 * 1024;
const LONGEST_LINE = 600;

/**
 * The last lines of the log, the older file's where the newer has too few. A file that cannot be read
 * has none.
 *
 * @param files the newest first
 */
export async function logTail(files: readonly string[], count: number): Promise<readonly string[]> {
  let lines: readonly string[] = [];
  for (const file of files) {
    if (lines.length >= count) break;
    lines = [...(await tailOf(file)), ...lines];
  }
  return lines
    .slice(-count)
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)} …` : line));
}

async function tailOf(path: string): Promise<readonly string[]> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const start = Math.max(0, size - BYTES);
      const { buffer, bytesRead } = await file.read(
        Buffer.alloc(size - start),
        0,
        size - start,
        start,
      );
      const lines = buffer.toString('utf8', 0, bytesRead).split(/\r?\n/);
      // The first is cut off where not all was read.
      return lines.slice(start === 0 ? 0 : 1).filter((line) => line !== '');
    } finally {
      await file.close();
    }
  } catch {
    return []; // There is none, or not for us; that the part is empty says so.
  }
}
