import { glob, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runForeground } from '../foreground-child.ts';
import { PlainFailure } from '../plain-failure.ts';
import { projectRoot } from '../project-root.ts';
import { toolEnvironment } from '../tool-environment.ts';
import { isBuildFresh } from './build-freshness.ts';

const outputs = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];
const sources = [
  '{electron,renderer,shared}/**/*',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

async function modifiedMs(path: string): Promise<number | null> {
  try {
    return (await stat(join(projectRoot, path))).mtimeMs;
  } catch {
    // Not there (any more).
    return null;
  }
}

async function newestSourceMs(): Promise<number> {
  let newest = 0;
  for await (const path of glob(sources, { cwd: projectRoot })) {
    newest = Math.max(newest, (await modifiedMs(path)) ?? 0);
  }
  return newest;
}

/** Builds the app when there is no build or the sources have changed since. */
export async function ensureBuild(announce: (line: string) => void): Promise<void> {
  const outputsMs = await Promise.all(outputs.map(modifiedMs));
  if (isBuildFresh({ outputsMs, newestSourceMs: await newestSourceMs() })) return;
  announce('Building Cratewatch…');
  const exitCode = await runForeground('electron-vite', ['build', '--logLevel', 'warn'], {
    cwd: projectRoot,
    env: toolEnvironment(),
    // What the build says is no output of ours: it goes to stderr.
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  if (exitCode !== 0) throw new PlainFailure('The build failed; see above.');
}
