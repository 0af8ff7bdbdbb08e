import { describe, expect, it } from 'vitest';
import { readFpmArguments } from '../../../../../scripts/shipping/stand-ins/fpm-arguments.ts';
import { debControl } from '../../../../../scripts/shipping/stand-ins/package-descriptions.ts';

/** As electron-builder's FpmTarget gives them. */
const DEB = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libgtk-3-0', '-d', 'libnss3'],
  ...['--deb-recommends', 'gnome-keyring | keepassxc', '--deb-compression', 'xz'],
  ...['--architecture', 'amd64', '--after-install', '/t/in.sh', '--after-remove', '/t/out.sh'],
  ...['--description', 'A watch\n It watches.\n\n Always.', '--version', '1.0.0~rc.1'],
  ...[
    '--package',
    '/out/cratewatch.deb',
    '--name',
    'cratewatch',
    '--maintainer',
    'A <a@b.invalid>',
  ],
  ...['--vendor', 'A', '--url', 'https://b.example', '--category', 'sound'],
  ...['--deb-priority', 'optional', '--license', 'MIT'],
  ...['/app/=/opt/Cratewatch', '/t/a.desktop=/usr/share/applications/a.desktop'],
];

describe('the stand-in for fpm', () => {
  it('understands what electron-builder asks for', () => {
    expect(readFpmArguments(DEB)).toMatchObject({
      type: 'deb',
      name: 'cratewatch',
      arch: 'amd64',
      summary: 'A watch',
      depends: ['libgtk-3-0', 'libnss3'],
      recommends: ['gnome-keyring | keepassxc'],
      afterInstall: '/t/in.sh',
      files: [
        { from: '/app/', to: '/opt/Cratewatch' },
        { from: '/t/a.desktop', to: '/usr/share/applications/a.desktop' },
      ],
      output: '/out/cratewatch.deb',
    });
  });

  it('takes the names of processors over into those of rpm', () => {
    const rpm = DEB.map((argument) => (argument === 'deb' ? 'rpm' : argument));
    const more = ['--rpm-summary', 'A watch', '--rpm-compression', 'xzmt'];
    expect(readFpmArguments([...rpm, ...more]).arch).toBe('x86_64');
  });

  it('writes a control file in which empty lines of the description have their dot', () => {
    expect(debControl(readFpmArguments(DEB))).toBe(
      [
        'Package: cratewatch',
        'Version: 1.0.0~rc.1',
        'License: MIT',
        'Vendor: A',
        'Architecture: amd64',
        'Maintainer: A <a@b.invalid>',
        'Depends: libgtk-3-0, libnss3',
        'Recommends: gnome-keyring | keepassxc',
        'Section: sound',
        'Priority: optional',
        'Homepage: https://b.example',
        'Description: A watch',
        ' It watches.',
        ' .',
        ' Always.',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['a missing argument', ['-t', 'deb'], /--/],
    ['another kind of package', DEB.map((one) => (one === 'deb' ? 'pacman' : one)), /pacman/],
    ['a path without a place', [...DEB, 'stray'], /stray/],
  ])('refuses %s', (_what, args, message) => {
    expect(() => readFpmArguments(args)).toThrow(message);
  });
});
