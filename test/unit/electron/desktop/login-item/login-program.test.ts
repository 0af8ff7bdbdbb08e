import { describe, expect, it } from 'vitest';
import {
  loginProgram,
  type OwnStart,
} from '../../../../../electron/desktop/login-item/login-program.ts';

const INSTALLED: OwnStart = {
  platform: 'linux',
  packaged: true,
  env: {},
  execPath: '/opt/Cratewatch/cratewatch',
  appPath: '/opt/Cratewatch/resources/app.asar',
  args: [],
  profileFolder: '/home/mia/.config/Cratewatch',
};
const MOUNT = '/tmp/.mount_CratewXyz';
const IN_MOUNT = { execPath: `${MOUNT}/cratewatch`, appPath: `${MOUNT}/resources/app.asar` };
const APPIMAGE = '/home/mia/Apps/Cratewatch 1.0.AppImage';

describe('what is started at login', () => {
  it.each<[string, Partial<OwnStart>, string, readonly string[]]>([
    ['an installed program', {}, '/opt/Cratewatch/cratewatch', ['--hidden']],
    [
      'an AppImage: the file, not its mount',
      { ...IN_MOUNT, env: { APPIMAGE, APPDIR: MOUNT } },
      APPIMAGE,
      ['--hidden'],
    ],
    [
      'an installed program in a terminal of another AppImage',
      { env: { APPIMAGE: '/home/mia/editor.AppImage', APPDIR: '/tmp/.mount_editor' } },
      '/opt/Cratewatch/cratewatch',
      ['--hidden'],
    ],
    [
      'an AppImage that was unpacked',
      { ...IN_MOUNT, env: { APPDIR: MOUNT } },
      `${MOUNT}/cratewatch`,
      ['--hidden'],
    ],
    [
      'a build from source on Linux',
      { packaged: false, execPath: '/src/electron', appPath: '/src/crate watch' },
      '/src/electron',
      ['/src/crate watch', '--hidden'],
    ],
    [
      'an installed program in a terminal of a Snap',
      { env: { SNAP: '/snap/code/12' } },
      '/opt/Cratewatch/cratewatch',
      ['--hidden'],
    ],
    [
      'a program on macOS',
      { platform: 'darwin', execPath: '/Applications/Cratewatch.app/Contents/MacOS/Cratewatch' },
      '/Applications/Cratewatch.app/Contents/MacOS/Cratewatch',
      ['--hidden'],
    ],
    [
      'a program on Windows',
      { platform: 'win32', execPath: 'C:\\Users\\Mia M\\Cratewatch.exe' },
      'C:\\Users\\Mia M\\Cratewatch.exe',
      ['--hidden'],
    ],
  ])('is %s', (_name, start, path, args) => {
    expect(loginProgram({ ...INSTALLED, ...start })).toEqual({
      kind: 'program',
      program: { path, args },
    });
  });

  it('keeps what is needed at each start, and a profile by its whole path', () => {
    const args = [
      '--no-sandbox',
      '--inspect=0',
      '--remote-debugging-port=0',
      '-r',
      '/tmp/tap.cjs',
      '--user-data-dir=./beside',
      '--password-store=basic',
      '--sample',
      '--exit-after-sync',
      '--hidden',
    ];
    expect(loginProgram({ ...INSTALLED, args, profileFolder: '/home/mia/beside' })).toEqual({
      kind: 'program',
      program: {
        path: '/opt/Cratewatch/cratewatch',
        args: [
          '--no-sandbox',
          '--user-data-dir=/home/mia/beside',
          '--password-store=basic',
          '--hidden',
        ],
      },
    });
  });

  it.each<[string, Partial<OwnStart>, string]>([
    ['from source on macOS', { packaged: false, platform: 'darwin' }, 'development'],
    ['from source on Windows', { packaged: false, platform: 'win32' }, 'development'],
    [
      'in a Flatpak',
      { env: { FLATPAK_ID: 'io.github.cratewatch' }, execPath: '/app/lib/cratewatch' },
      'sandboxed',
    ],
    [
      'in a Snap',
      { env: { SNAP: '/snap/cratewatch/3' }, execPath: '/snap/cratewatch/3/cratewatch' },
      'sandboxed',
    ],
    ['on another system', { platform: 'freebsd' }, 'unknown-system'],
  ])('is nothing %s', (_name, start, reason) => {
    expect(loginProgram({ ...INSTALLED, ...start })).toEqual({ kind: 'not-possible', reason });
  });
});
