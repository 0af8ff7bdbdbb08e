import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findElectron } from './electron-runtime/find-electron.ts';
import { PlainFailure, runScript } from './plain-failure.ts';
import { projectRoot } from './project-root.ts';
import { TESTING_FOLDER } from './shipping/builder-config.ts';
import { LINUX_PACKAGES, type MadePackage, packageTable } from './shipping/package-table.ts';
import { runBuilder } from './shipping/run-builder.ts';
import { ensureSystemPackages } from './system-packages/system-packages.ts';

const PACKAGE = /\.(AppImage|deb|rpm|tar\.gz)$/;

/** What is made where tools cannot be downloaded. */
const withoutDownloads = [
  '--linux',
  'dir',
  ...LINUX_PACKAGES.filter(({ needsDownload }) => !needsDownload).map(({ target }) => target),
];

async function madePackages(folder: string): Promise<MadePackage[]> {
  const names = (await readdir(folder)).filter((name) => PACKAGE.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({ name, bytes: (await stat(join(folder, name))).size })),
  );
}

// Packs the built app into packages for this system:
//   npm run package                    every one that can be built here
//   npm run package -- --linux deb     any target, with electron-builder's own options
await runScript(async () => {
  const electron = await findElectron((line) => console.error(line));
  console.error(electron.line);
  const given = process.argv.slice(2);
  const isPinned = electron.source === 'pinned';
  if (isPinned) {
    const packages = await ensureSystemPackages(['packages'], console.error);
    if (packages.kind === 'missing') throw new PlainFailure(packages.advice);
  }
  const args = given.length === 0 && isPinned ? withoutDownloads : given;
  const exitCode = await runBuilder({ electron, args, forTesting: isPinned });
  if (exitCode !== 0 || process.platform !== 'linux') return exitCode;

  const folder = join(projectRoot, isPinned ? TESTING_FOLDER : 'dist');
  console.log(`\nIn ${folder}:\n${packageTable(await madePackages(folder))}`);
  if (isPinned) {
    console.log(
      `They contain Electron ${electron.version}, for testing only: give them to nobody.`,
    );
  }
  return 0;
});
