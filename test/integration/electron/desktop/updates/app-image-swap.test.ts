import {
  chmod,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppImageSwap } from '../../../../../electron/desktop/updates/app-image-swap.ts';
import { fileSha512 } from '../../../../../electron/desktop/updates/file-sha512.ts';

let folder: string;
let appImage: string;
let downloaded: string;
let sha512: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cratewatch-swap-'));
  await mkdir(join(folder, 'apps'));
  appImage = join(folder, 'apps', 'Cratewatch.AppImage');
  downloaded = join(folder, 'downloaded');
  await writeFile(appImage, 'the old one');
  await chmod(appImage, 0o755);
  await writeFile(downloaded, 'the new one');
  sha512 = await fileSha512(downloaded);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('an AppImage', () => {
  it('is whole under its name until the new one takes its place, and then too', async () => {
    // A second name for the old file: what runs from it goes on reading it.
    await link(appImage, join(folder, 'still-open'));
    const swap = await AppImageSwap.stage(appImage, downloaded, sha512);
    expect(await readFile(appImage, 'utf8')).toBe('the old one');
    await swap?.finish();
    expect(await readFile(appImage, 'utf8')).toBe('the new one');
    expect(await readFile(join(folder, 'still-open'), 'utf8')).toBe('the old one');
    expect(await readdir(join(folder, 'apps'))).toEqual(['Cratewatch.AppImage']);
  });

  it.each([
    [0o755, 0o755],
    [0o700, 0o700],
    [0o500, 0o500],
    [0o644, 0o744],
  ])('with the rights %o is replaced by one with %o', async (before, after) => {
    await chmod(appImage, before);
    await chmod(downloaded, 0o600);
    await (await AppImageSwap.stage(appImage, downloaded, sha512))?.finish();
    expect((await stat(appImage)).mode & 0o777).toBe(after);
  });

  it('behind a link is replaced where it is, and the link stays', async () => {
    const shortcut = join(folder, 'shortcut');
    await symlink(appImage, shortcut);
    await (await AppImageSwap.stage(shortcut, downloaded, sha512))?.finish();
    expect(await readFile(appImage, 'utf8')).toBe('the new one');
    expect(await readFile(shortcut, 'utf8')).toBe('the new one');
    expect(await readdir(folder)).toContain('shortcut');
  });

  it('is not replaced by a file that changed after it was checked', async () => {
    await writeFile(downloaded, 'another one');
    expect(await AppImageSwap.stage(appImage, downloaded, sha512)).toBeNull();
    expect(await readFile(appImage, 'utf8')).toBe('the old one');
    expect(await readdir(join(folder, 'apps'))).toEqual(['Cratewatch.AppImage']);
  });

  it('is not touched, and nothing is left beside it, where the new one is gone', async () => {
    await rm(downloaded);
    await writeFile(join(folder, 'apps', '.Cratewatch.AppImage.new'), 'half of so');
    await expect(AppImageSwap.stage(appImage, downloaded, sha512)).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(await readdir(join(folder, 'apps'))).toEqual(['Cratewatch.AppImage']);
  });

  it('that is gone itself is not made anew', async () => {
    await rm(appImage);
    await expect(AppImageSwap.stage(appImage, downloaded, sha512)).rejects.toThrow();
    expect(await readdir(join(folder, 'apps'))).toEqual([]);
  });

  it('is alone again once what a broken-off installation left is tidied away', async () => {
    await AppImageSwap.stage(appImage, downloaded, sha512);
    expect(await readdir(join(folder, 'apps'))).toHaveLength(2);
    await AppImageSwap.tidy(appImage);
    expect(await readdir(join(folder, 'apps'))).toEqual(['Cratewatch.AppImage']);
    await AppImageSwap.tidy(appImage);
  });

  it('takes the place of what an earlier try left beside it', async () => {
    await writeFile(join(folder, 'apps', '.Cratewatch.AppImage.new'), 'half of so');
    await (await AppImageSwap.stage(appImage, downloaded, sha512))?.finish();
    expect(await readdir(join(folder, 'apps'))).toEqual(['Cratewatch.AppImage']);
    expect(await readFile(appImage, 'utf8')).toBe('the new one');
  });
});
