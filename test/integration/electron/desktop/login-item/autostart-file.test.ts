import { execFile } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  AutostartFile,
  autostartFolder,
} from '../../../../../electron/desktop/login-item/autostart-file.ts';
import type { LoginProgram } from '../../../../../electron/desktop/login-item/login-program.ts';
import { silentLogger } from '../../../../../shared/logger.ts';

const run = promisify(execFile);

let folder: string;
let program: LoginProgram;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cratewatch-autostart-'));
  program = { path: await recorder('cratewatch'), args: ['--hidden'] };
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A program that writes its arguments beside itself, one a line. */
async function recorder(name: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '#!/bin/sh\nprintf \'%s\\0\' "$@" > "$0.args"\n');
  await chmod(path, 0o755);
  return path;
}

function fileOf(parts: { program?: LoginProgram; packaged?: boolean } = {}): AutostartFile {
  return new AutostartFile({
    env: { XDG_CONFIG_HOME: join(folder, 'config') },
    homeFolder: folder,
    program,
    packaged: true,
    logger: silentLogger,
    ...parts,
  });
}

const entryPath = () => join(folder, 'config', 'autostart', 'cratewatch.desktop');

test.each([
  [{ XDG_CONFIG_HOME: '/c' }, '/c/autostart'],
  [{ XDG_CONFIG_HOME: 'c' }, '/home/mia/.config/autostart'],
  [{ XDG_CONFIG_HOME: '' }, '/home/mia/.config/autostart'],
  [{}, '/home/mia/.config/autostart'],
])('with %j the folder is %s', (env, expected) => {
  expect(autostartFolder(env, '/home/mia')).toBe(expected);
});

test('switched on, a valid entry is there; switched off, nothing is', async () => {
  const file = fileOf();
  expect(await file.read()).toEqual({ kind: 'off' });
  await file.set(true);
  expect(await file.read()).toEqual({ kind: 'on' });
  await run('desktop-file-validate', ['--warn-kde', entryPath()]);
  await file.set(false);
  expect(await file.read()).toEqual({ kind: 'off' });
  expect(await readdir(dirname(entryPath()))).toEqual([]);
});

test.each([
  'plain',
  'My Apps/crate watch',
  'quo"te/it\'s',
  'dollar$HOME/`id`',
  'hundred%/%U%f/100%%',
  'a=b/c',
  'back\\slash\\n',
  'Müsli/кот/音楽 🎵',
  'semi;colon&and|pipe>(x)*?#~',
])('what a desktop starts by the entry of a program at %s is that program', async (name) => {
  const path = await recorder(name);
  const args = ['--user-data-dir=/tmp/a b"c\\d$e%u', '', '--hidden'];
  await fileOf({ program: { path, args } }).set(true);
  await run('desktop-file-validate', [entryPath()]);
  await run('gio', ['launch', entryPath()]);
  await expect
    .poll(async () => await readFile(`${path}.args`, 'utf8').catch(() => null))
    .toBe(args.map((argument) => `${argument}\0`).join(''));
});

describe('what the user did to the entry', () => {
  async function putEntry(text: string): Promise<void> {
    await mkdir(dirname(entryPath()), { recursive: true });
    await writeFile(entryPath(), text);
  }
  const textNow = async () => await readFile(entryPath(), 'utf8');

  test('is told: hidden is off, and switching on undoes that and nothing else', async () => {
    await fileOf().set(true);
    const delayed = `${await textNow()}X-GNOME-Autostart-Delay=20\n`;
    await putEntry(`${delayed}Hidden=true\n`);
    expect(await fileOf().read()).toEqual({ kind: 'off' });
    await fileOf().set(true);
    expect(await fileOf().read()).toEqual({ kind: 'on' });
    expect(await textNow()).toBe(delayed);
  });

  test('survives switching off and on, and what is theirs is never deleted', async () => {
    await fileOf().set(true);
    const entered = await textNow();
    const wrapped = entered.replace(/^Exec=/m, 'Exec=nice ');
    for (const theirs of [wrapped, `${entered}X-GNOME-Autostart-Delay=20\n`]) {
      await putEntry(theirs);
      await fileOf().set(false);
      expect(await fileOf().read()).toEqual({ kind: 'off' });
      expect(await textNow()).toBe(`${theirs}Hidden=true\n`);
      await fileOf().set(true);
      expect(await textNow()).toBe(theirs);
    }
  });

  test('makes way where it starts nothing: the switch is to be heeded', async () => {
    await putEntry(
      '[Desktop Entry]\nType=Application\nExec=/nowhere/cratewatch\nX-KDE-autostart-phase=2\n',
    );
    expect(await fileOf().read()).toEqual({ kind: 'off' });
    await fileOf().set(true);
    expect(await fileOf().read()).toEqual({ kind: 'on' });
    expect(await textNow()).toContain('X-KDE-autostart-phase=2');
    for (const none of ['[Desktop Entry]\nType=Link\nExec=cratewatch\n', 'Hello\n']) {
      await putEntry(none);
      await fileOf().set(true);
      expect(await fileOf().read()).toEqual({ kind: 'on' });
    }
  });

  test('is left as it is where it is switched on, or off, as it should be', async () => {
    await mkdir(dirname(entryPath()), { recursive: true });
    const own = '[Desktop Entry]\nType=Application\nName=Mine\nExec=nice cratewatch\n';
    await writeFile(entryPath(), own);
    await fileOf().set(true);
    await fileOf().putRight();
    expect(await readFile(entryPath(), 'utf8')).toBe(own);
    const hidden = `${own}Hidden=true\n`;
    await writeFile(entryPath(), hidden);
    await fileOf().set(false);
    expect(await readFile(entryPath(), 'utf8')).toBe(hidden);
  });

  test('is kept where it is a link to the user’s own files', async () => {
    await mkdir(dirname(entryPath()), { recursive: true });
    await writeFile(join(folder, 'mine.desktop'), '');
    await symlink(join(folder, 'mine.desktop'), entryPath());
    await fileOf().set(true);
    expect(await readFile(join(folder, 'mine.desktop'), 'utf8')).toContain('[Desktop Entry]');
  });
});

describe('at the start', () => {
  test('a program that was renamed is named anew', async () => {
    await fileOf().set(true);
    const renamed = { path: join(folder, 'Cratewatch 2'), args: program.args };
    await rename(program.path, renamed.path);
    expect(await fileOf({ program: renamed }).read()).toEqual({ kind: 'off' });
    await fileOf({ program: renamed }).putRight();
    expect(await fileOf({ program: renamed }).read()).toEqual({ kind: 'on' });
  });

  test('nothing is written where nothing was switched on, or nothing moved', async () => {
    await fileOf().putRight();
    await expect(stat(entryPath())).rejects.toThrow('ENOENT');
    await fileOf().set(true);
    const before = await stat(entryPath());
    await fileOf().putRight();
    expect((await stat(entryPath())).ino).toBe(before.ino);
  });
});

test('a folder that cannot be written is told, and nothing is half there', async () => {
  await writeFile(join(folder, 'config'), 'not a folder');
  await expect(fileOf().set(true)).rejects.toThrow(/ENOTDIR|EEXIST/);
});
