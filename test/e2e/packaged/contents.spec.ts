import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { extractFile, getRawHeader, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { runCaptured } from '../../../scripts/child-process.ts';
import { projectRoot } from '../../../scripts/project-root.ts';
import { madePackages } from '../../../scripts/shipping/ensure-packages.ts';
import { shippedPackages } from '../../../scripts/shipping/third-party-licences.ts';
import { filesBelow } from '../harness/files-below.ts';
import { InstalledRoot } from './harness/installed-root.ts';

const unavailable = InstalledRoot.unavailable();
test.skip(unavailable !== null, unavailable ?? '');

/** Everything that the archive may hold. */
const ALLOWED_IN_ARCHIVE = [
  /^\/package\.json$/,
  /^\/out\/main\/[\w.-]+\.js$/,
  /^\/out\/preload\/preload\.cjs$/,
  /^\/out\/renderer\/(index\.html|assets\/[\w.-]+\.(js|css|svg|png))$/,
  /^\/assets\/tray\/[\w@-]+\.png$/,
  /^\/assets\/app\/icons\/256x256\.png$/,
  /^\/node_modules\/keytar\/(package\.json|lib\/keytar\.js|prebuilds\/linux-x64\/keytar\.node)$/,
  /^\/node_modules\/@photostructure\/sqlite\/(package\.json|dist\/index\.cjs)$/,
  /^\/node_modules\/@photostructure\/sqlite\/prebuilds\/linux-x64\/[\w@+]+\.glibc\.node$/,
  /^\/node_modules\/node-gyp-build\/(package\.json|index\.js|node-gyp-build\.js)$/,
];

const BESIDE_ELECTRON = ['LICENSE', 'THIRD-PARTY-LICENSES.txt'];

interface ArchiveEntry {
  readonly files?: Readonly<Record<string, ArchiveEntry>>;
  readonly unpacked?: boolean;
  readonly integrity?: { readonly algorithm: string; readonly hash: string };
}

async function archive(): Promise<{ path: string; files: string[] }> {
  const { programFolder } = await madePackages();
  const path = join(programFolder, 'resources', 'app.asar');
  const entries = listPackage(path, { isPack: false });
  const files = entries.filter((entry) => !entries.some((one) => one.startsWith(`${entry}/`)));
  return { path, files };
}

test('every fuse is as the security of the program needs it, in the binary itself', async () => {
  const { programFolder } = await madePackages();
  const wire = await getCurrentFuseWire(join(programFolder, 'cratewatch'));
  expect(wire.version).toBe(FuseVersion.V1);
  expect({
    runAsNode: wire[FuseV1Options.RunAsNode],
    cookieEncryption: wire[FuseV1Options.EnableCookieEncryption],
    nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    nodeCliInspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
    asarIntegrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
    fileProtocol: wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
  }).toEqual({
    runAsNode: FuseState.DISABLE,
    cookieEncryption: FuseState.ENABLE,
    nodeOptions: FuseState.DISABLE,
    nodeCliInspect: FuseState.DISABLE,
    asarIntegrity: FuseState.ENABLE,
    onlyAsar: FuseState.ENABLE,
    fileProtocol: FuseState.DISABLE,
  });
});

test('the archive holds what is needed and nothing else', async () => {
  const { path, files } = await archive();
  expect(files.filter((file) => !ALLOWED_IN_ARCHIVE.some((one) => one.test(file)))).toEqual([]);
  const unmet = ALLOWED_IN_ARCHIVE.filter((one) => !files.some((file) => one.test(file)));
  expect(unmet).toEqual([]);
  expect((await stat(path)).size).toBeLessThan(5_000_000);

  const unpacked = await filesBelow(`${path}.unpacked`);
  expect(unpacked.map((file) => file.replace(/^.*\./, '.'))).toEqual(['.node', '.node']);
});

test('each file of the archive is what its hash in the header says', async () => {
  // Electron compares them at run time on macOS and Windows, but not on Linux.
  const { path } = await archive();
  const { header } = getRawHeader(path) as { header: ArchiveEntry };
  const check = (entry: ArchiveEntry, at: string): number => {
    if (entry.files !== undefined) {
      return Object.entries(entry.files)
        .map(([name, below]) => check(below, join(at, name)))
        .reduce((sum, count) => sum + count, 0);
    }
    expect(entry.integrity?.algorithm, at).toBe('SHA256');
    expect(createHash('sha256').update(extractFile(path, at)).digest('hex'), at).toBe(
      entry.integrity?.hash,
    );
    return 1;
  };
  expect(check(header, '')).toBeGreaterThan(40);
});

test('nothing tells where or from what it was built', async () => {
  const { path, files } = await archive();
  const told = [new RegExp(projectRoot), /\/(root|home|tmp|Users)\/\w/];
  for (const file of files.filter((name) => /\.(js|cjs|css|html|json)$/.test(name))) {
    const text = extractFile(path, file.slice(1)).toString('utf8');
    // Packages name the map that they were published with; it is not shipped.
    const maps = file.startsWith('/out/') ? [/sourceMappingURL=/] : [];
    for (const pattern of [...told, ...maps]) {
      const found = pattern.exec(text);
      expect(found && `${file}: ${text.slice(found.index - 80, found.index + 80)}`).toBeNull();
    }
  }
});

test('its manifest has lost what is for building it', async () => {
  const { path } = await archive();
  const manifest = JSON.parse(extractFile(path, 'package.json').toString('utf8'));
  expect(Object.keys(manifest).sort()).toEqual([
    'allowScripts',
    'author',
    'dependencies',
    'description',
    'desktopName',
    'engines',
    'homepage',
    'license',
    'main',
    'name',
    'overrides',
    'private',
    'productName',
    'type',
    'version',
  ]);
});

test('beside the program lie Electron and the licences, and no start screen of Electron’s', async () => {
  const { programFolder } = await madePackages();
  const names = await readdir(programFolder);
  expect(names).toEqual(
    expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html', ...BESIDE_ELECTRON]),
  );
  expect(names).not.toContain('version');
  const resources = await readdir(join(programFolder, 'resources'));
  expect(resources.filter((name) => name !== 'app-update.yml' && name !== 'package-type')).toEqual([
    'app.asar',
    'app.asar.unpacked',
    'apparmor-profile',
  ]);
});

test('the text of every licence comes along', async () => {
  const { programFolder } = await madePackages();
  const shown = await readFile(join(programFolder, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  const packages = await shippedPackages(projectRoot);
  expect(packages.length).toBeGreaterThan(30);
  for (const { name, version, licence, text } of packages) {
    expect(shown).toContain(`\n${name} ${version} – ${licence}\n`);
    expect(text.length, name).toBeGreaterThan(200);
    expect(shown).toContain(text);
  }
});

test('the description for software centres is valid', async () => {
  const { exitCode, stdout } = await runCaptured(
    'appstreamcli',
    [
      ...['validate', '--no-net', '--no-color'],
      'scripts/shipping/linux/io.github.cratewatch.app.metainfo.xml',
    ],
    { cwd: projectRoot, timeLimitMs: 20_000 },
  );
  expect(exitCode, stdout).toBe(0);
  expect(stdout).not.toMatch(/^[EW]:/m);
});
