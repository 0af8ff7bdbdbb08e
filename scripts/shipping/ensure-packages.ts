import { createHash } from 'node:crypto';
import { glob, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FoundElectron, findElectron } from '../electron-runtime/find-electron.ts';
import { PlainFailure } from '../plain-failure.ts';
import { projectRoot } from '../project-root.ts';
import { TESTING_FOLDER } from './builder-config.ts';
import { runBuilder } from './run-builder.ts';

/** Packages for tests and measurements. */
export interface MadePackages {
  /** The program as it is installed. */
  readonly programFolder: string;
  readonly debPath: string;
  readonly rpmPath: string;
}

const sources = [
  'out/**/*',
  'assets/{app,tray}/**/*',
  'scripts/shipping/**/*',
  'electron-builder.yml',
  'package.json',
  'package-lock.json',
  'LICENSE',
];

const folder = join(projectRoot, TESTING_FOLDER);
const stampPath = join(folder, 'made-from.txt');

/** Where the packages stand, once `ensurePackages` has been called. */
export async function madePackages(): Promise<MadePackages> {
  const only = async (pattern: string) => {
    const [path, ...others] = await filesOf(pattern, folder);
    if (path === undefined || others.length > 0) throw new Error(`There is not one ${pattern}.`);
    return path;
  };
  return {
    programFolder: join(folder, 'linux-unpacked'),
    debPath: await only('*.deb'),
    rpmPath: await only('*.rpm'),
  };
}

/**
 * Makes a deb and an rpm of what was built, unless they were made of the very same files before.
 * About 15 s.
 *
 * @throws PlainFailure when electron-builder fails
 */
export async function ensurePackages(announce: (line: string) => void): Promise<MadePackages> {
  const electron = await findElectron(announce);
  const stamp = await sourceDigest(electron);
  if ((await lastStamp()) !== stamp) {
    announce('Making packages…');
    await rm(folder, { recursive: true, force: true });
    const args = ['--linux', 'dir', 'deb', 'rpm'];
    const exitCode = await runBuilder({ electron, args, forTesting: true, quiet: true });
    if (exitCode !== 0) throw new PlainFailure('The packages could not be made; see above.');
    await writeFile(stampPath, stamp);
  }
  return madePackages();
}

async function lastStamp(): Promise<string | null> {
  try {
    return await readFile(stampPath, 'utf8');
  } catch {
    // None were made, or not to the end.
    return null;
  }
}

/** Of the content, since a build writes every file anew. */
async function sourceDigest({ distPath, version }: FoundElectron): Promise<string> {
  const hash = createHash('sha256').update(`${distPath}\0${version}\0`);
  for (const pattern of sources) {
    for (const path of await filesOf(pattern, projectRoot)) {
      hash.update(`${path}\0`).update(await readFile(path));
    }
  }
  return hash.digest('hex');
}

async function filesOf(pattern: string, cwd: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const entry of glob(pattern, { cwd, withFileTypes: true })) {
    if (entry.isFile()) paths.push(join(entry.parentPath, entry.name));
  }
  return paths.sort();
}
