import { describe, expect, it } from 'vitest';
import { type CopyFacts, updateWay } from '../../../../../electron/desktop/updates/update-way.ts';
import type { UpdateWay } from '../../../../../shared/update-state.ts';

const PACKAGED: CopyFacts = {
  platform: 'linux',
  packaged: true,
  hasFeed: true,
  packageType: null,
  execPath: '/opt/Cratewatch/cratewatch',
  appImage: null,
  hasUninstaller: false,
  isInApplications: false,
};

const APP_IMAGE = '/home/ann/Cratewatch.AppImage';

describe('a copy of Cratewatch', () => {
  it.each<[string, Partial<CopyFacts>, UpdateWay]>([
    ['an AppImage', { appImage: APP_IMAGE }, 'installs'],
    ['an AppImage of a development build', { appImage: APP_IMAGE, packaged: false }, 'installs'],
    ['a Debian package', { packageType: 'deb' }, 'package-manager'],
    ['an RPM package', { packageType: 'rpm' }, 'package-manager'],
    [
      'one that holds the file of a package',
      { appImage: APP_IMAGE, packageType: 'rpm' },
      'installs',
    ],
    [
      'an archive that holds it',
      { packageType: 'rpm', execPath: '/home/ann/Cratewatch/cratewatch' },
      'by-hand',
    ],
    ['a build that holds it', { packageType: 'rpm', packaged: false }, 'by-hand'],
    ['an unpacked archive', {}, 'by-hand'],
    ['a development build', { packaged: false }, 'by-hand'],
    ['an installation on Windows', { platform: 'win32', hasUninstaller: true }, 'installs'],
    ['a folder on Windows', { platform: 'win32' }, 'by-hand'],
    [
      'a folder of a build',
      { platform: 'win32', hasUninstaller: true, packaged: false },
      'by-hand',
    ],
    ['an application of a Mac', { platform: 'darwin', isInApplications: true }, 'installs'],
    ['a disk image', { platform: 'darwin' }, 'by-hand'],
    ['another system', { platform: 'freebsd', appImage: '/x' }, 'by-hand'],
  ])('that is %s: %o → %s', (_name, facts, way) => {
    expect(updateWay({ ...PACKAGED, ...facts })).toBe(way);
    expect(updateWay({ ...PACKAGED, ...facts, hasFeed: false })).toBe('not-released');
  });
});
