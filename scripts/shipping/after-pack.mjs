import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { licenceDocument, shippedPackages } from './third-party-licences.ts';

/**
 * What electron-builder does when the program's folder is complete, before its fuses are set: adds
 * the licences and takes away what only an unpackaged Electron needs.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  // Only what is inside the .app folder reaches a Mac.
  const besideProgram = electronPlatformName === 'darwin' ? resources : appOutDir;
  await copyFile(join(projectRoot, 'LICENSE'), join(besideProgram, 'LICENSE'));
  await writeFile(
    join(besideProgram, 'THIRD-PARTY-LICENSES.txt'),
    licenceDocument(await shippedPackages(projectRoot)),
  );
  for (const leftover of [
    join(resources, 'default_app.asar'),
    join(appOutDir, 'version'),
    join(appOutDir, 'proven.json'),
  ]) {
    await rm(leftover, { force: true });
  }
}
