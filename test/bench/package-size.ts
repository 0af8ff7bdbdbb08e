import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { listPackage } from '@electron/asar';
import { findElectron } from '../../scripts/electron-runtime/find-electron.ts';
import { ensurePackages } from '../../scripts/shipping/ensure-packages.ts';
import { filesBelow } from '../e2e/harness/files-below.ts';
import type { Measurement } from './measurement.ts';
import { plainRow, ratioRow } from './row.ts';

const MEGABYTE = 1_000_000;

/** Nearly all of it is Electron; what is ours must stay a small part. */
const BUDGET_RATIO = 1.05;
const BUDGET_ARCHIVE_MB = 5;
/** Two thirds are the icons of the tray. */
const BUDGET_ARCHIVE_FILES = 120;
/** A deb that large takes a minute at 16 Mbit/s. */
const BUDGET_PACKAGE_MB = 130;

/** Size of what is downloaded and of what is installed: both grow with whatever slips in. */
export const packageSize: Measurement = {
  ids: [
    'package-size-installed',
    'package-size-deb',
    'package-size-rpm',
    'package-size-archive',
    'package-size-files',
  ],
  async measure({ say }) {
    const packages = await ensurePackages(say);
    const { distPath } = await findElectron(say);
    const archivePath = join(packages.programFolder, 'resources', 'app.asar');
    const packed = async (id: string, path: string) => ({
      ...plainRow({ id, value: await megabytes([path]), unit: 'MB', budget: BUDGET_PACKAGE_MB }),
      note: 'Packed for speed; what is released is packed with xz, about a third smaller.',
    });
    return [
      ratioRow({
        id: 'package-size-installed',
        value: await megabytes(await filesBelow(packages.programFolder)),
        baseline: await megabytes(await filesBelow(distPath)),
        unit: 'MB',
        budget: BUDGET_RATIO,
      }),
      await packed('package-size-deb', packages.debPath),
      await packed('package-size-rpm', packages.rpmPath),
      plainRow({
        id: 'package-size-archive',
        value: await megabytes([archivePath]),
        unit: 'MB',
        budget: BUDGET_ARCHIVE_MB,
      }),
      plainRow({
        id: 'package-size-files',
        value: listPackage(archivePath, { isPack: false }).filter((path) => extname(path) !== '')
          .length,
        unit: 'files',
        budget: BUDGET_ARCHIVE_FILES,
      }),
    ];
  },
};

async function megabytes(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  return sizes.reduce((sum, size) => sum + size, 0) / MEGABYTE;
}
