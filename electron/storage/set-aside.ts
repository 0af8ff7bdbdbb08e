import { existsSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/**
 * Moves a file that cannot be used out of the way, together with the files that belong to it, and
 * answers its new name. Nothing is ever overwritten.
 *
 * @param why - goes into the name: `library.sqlite` becomes `library.damaged-<date>.sqlite`
 * @param companions - endings of files that belong to it, as `-wal`
 */
export function setAside(
  path: string,
  why: 'damaged' | 'from-newer-version',
  nowMs: number,
  companions: readonly string[] = [],
): string {
  const extension = extname(path);
  const stem = basename(path, extension);
  const date = new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '-');
  const folder = dirname(path);
  let name = `${stem}.${why}-${date}${extension}`;
  for (let copy = 2; existsSync(join(folder, name)); copy += 1) {
    name = `${stem}.${why}-${date}-${copy}${extension}`;
  }
  renameSync(path, join(folder, name));
  for (const companion of companions) {
    if (existsSync(path + companion)) {
      renameSync(path + companion, join(folder, name + companion));
    }
  }
  return name;
}

/** Everything that was ever set aside of a file, companions included. Absolute paths. */
export function filesSetAside(path: string): string[] {
  const extension = extname(path);
  const stem = basename(path, extension);
  const folder = dirname(path);
  if (!existsSync(folder)) {
    return [];
  }
  const prefixes = ['damaged', 'from-newer-version'].map((why) => `${stem}.${why}-`);
  return readdirSync(folder)
    .filter((name) => prefixes.some((prefix) => name.startsWith(prefix)))
    .map((name) => join(folder, name));
}
