import { test as base } from '@playwright/test';
import { madePackages } from '../../../scripts/shipping/ensure-packages.ts';
import { expect } from './fixtures.ts';
import { InstalledRoot } from './harness/installed-root.ts';

const unavailable = InstalledRoot.unavailable();

const test = base.extend<{ readonly root: InstalledRoot }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from here
  root: async ({}, use) => {
    const root = await InstalledRoot.create();
    await use(root);
    await root.close();
  },
});
test.skip(unavailable !== null, unavailable ?? '');

const LINK = '/usr/bin/cratewatch';
const SANDBOX = '/opt/Cratewatch/chrome-sandbox';
/** By this the search for newer versions knows which package to ask for. */
const KIND = '/opt/Cratewatch/resources/package-type';
const ENTRY = '/usr/share/applications/io.github.cratewatch.app.desktop';

/** Everything of ours on this system. */
async function found(root: InstalledRoot): Promise<string[]> {
  const { stdout } = await root.run(
    ...['find', '/opt', '/usr/bin', '/usr/share', '/etc', '-iname', '*cratewatch*'],
  );
  return stdout.trim().split('\n').filter(Boolean).sort();
}

test('a deb is installed, updated, removed, and leaves nothing', async ({ root }) => {
  expect(await found(root)).toEqual([]);
  const { debPath } = await madePackages();
  await root.require('dpkg', '-i', debPath);
  const installed = await found(root);
  expect(installed).toEqual(
    expect.arrayContaining([
      '/opt/Cratewatch',
      ENTRY,
      LINK,
      '/usr/share/doc/cratewatch',
      '/usr/share/icons/hicolor/512x512/apps/cratewatch.png',
      '/usr/share/metainfo/io.github.cratewatch.app.metainfo.xml',
    ]),
  );
  expect(await root.require('readlink', LINK)).toBe('/opt/Cratewatch/cratewatch\n');
  expect(await root.require('stat', '-c', '%a %U', SANDBOX)).toBe('4755 root\n');
  expect(await root.require('desktop-file-validate', ENTRY)).toBe('');
  expect(await root.require('cat', KIND)).toBe('deb');
  const others = await root.require(
    'find',
    '/opt/Cratewatch',
    '-perm',
    '/022',
    '-not',
    '-type',
    'l',
  );
  expect(others, 'Only root may write there').toBe('');

  // An update runs the removal script of the version before.
  await root.require('dpkg', '-i', debPath);
  expect(await found(root)).toEqual(installed);
  expect(await root.require('stat', '-c', '%a %U', SANDBOX)).toBe('4755 root\n');

  await root.require('dpkg', '--purge', 'cratewatch');
  expect(await found(root)).toEqual([]);
});

test('the deb names every package whose libraries are loaded', async ({ root }) => {
  await root.require('dpkg', '-i', (await madePackages()).debPath);
  const binaries = await root.require(
    ...['find', '/opt/Cratewatch', '(', '-name', '*.node', '-o', '-name', 'cratewatch', ')'],
    ...['-type', 'f'],
  );
  const loaded = await root.require('ldd', ...binaries.trim().split('\n'));
  expect(loaded).not.toContain('not found');
  const libraries = new Set(
    [...loaded.matchAll(/=> (\/\S+) \(/g)].flatMap(([, path = '']) =>
      path.startsWith('/opt/') ? [] : [path.replace(/^\/usr\//, '/')],
    ),
  );
  expect(libraries.size).toBeGreaterThan(30);

  const closure = await root.require(
    ...['apt-cache', 'depends', '--recurse', '--installed', '--important', 'cratewatch'],
  );
  const named = new Set(closure.split('\n').filter((line) => /^\S/.test(line)));
  // Packages name their files with or without /usr before them. A line is `a:arch, b: /path`.
  const { stdout } = await root.run(
    ...['dpkg-query', '--search', ...[...libraries].flatMap((path) => [path, `/usr${path}`])],
  );
  const covered = stdout.split('\n').flatMap((line) => {
    const [owners = '', path = ''] = line.split(': ');
    const isNamed = owners.split(', ').some((owner) => named.has(owner.replace(/:.*$/, '')));
    return isNamed ? [path.replace(/^\/usr\//, '/')] : [];
  });
  expect([...libraries].filter((library) => !covered.includes(library))).toEqual([]);
});

test('an rpm holds the same, and its scripts do the same', async ({ root }) => {
  const { debPath, rpmPath } = await madePackages();
  await root.require('dpkg', '-i', debPath);
  const byDeb = (await found(root)).filter((path) => !path.startsWith('/usr/share/lintian'));
  await root.require('dpkg', '--purge', 'cratewatch');

  // What it needs goes by the names of other distributions.
  await root.require('rpm', '--force-debian', '--install', '--nodeps', rpmPath);
  expect(await found(root)).toEqual(byDeb);
  expect(await root.require('stat', '-c', '%a %U', SANDBOX)).toBe('4755 root\n');
  expect(await root.require('cat', KIND)).toBe('rpm');
  expect(await root.require('/opt/Cratewatch/cratewatch', '--no-sandbox', '--version')).toMatch(
    /^Cratewatch \d/,
  );
  const needs = await root.require('rpm', '--query', '--requires', 'cratewatch');
  expect(needs).toContain('libgtk-3.so.0()(64bit)');

  // An update removes the old version last, and says that another stays.
  await root.require('rpm', '--force-debian', '--upgrade', '--nodeps', '--replacepkgs', rpmPath);
  expect(await found(root)).toEqual(byDeb);
  await root.require('rpm', '--force-debian', '--erase', 'cratewatch');
  expect(await found(root)).toEqual([]);
});

test('the removal script takes the command away, but not at an update', async ({ root }) => {
  await root.require('dpkg', '-i', (await madePackages()).debPath);
  const after = async (argument: string) => {
    await root.require('ln', '-sf', '/opt/Cratewatch/cratewatch', LINK);
    await root.require('sh', '/var/lib/dpkg/info/cratewatch.postrm', argument);
    return (await root.run('test', '-L', LINK)).exitCode === 0 ? 'stays' : 'gone';
  };
  // As dpkg says it, and how many versions stay as rpm counts them.
  expect([await after('upgrade'), await after('1')]).toEqual(['stays', 'stays']);
  expect([await after('remove'), await after('0')]).toEqual(['gone', 'gone']);

  // What somebody else put there is not ours to take.
  await root.require('ln', '-sf', '/bin/true', LINK);
  await root.require('sh', '/var/lib/dpkg/info/cratewatch.postrm', 'remove');
  expect(await root.require('readlink', LINK)).toBe('/bin/true\n');
});
