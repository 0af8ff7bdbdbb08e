import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Machine, readOffer } from '../../../../../electron/desktop/updates/update-offer.ts';

const SHA512 = `${'A'.repeat(86)}==`;
const LINUX: Machine = { platform: 'linux', arch: 'x64', installs: true };

function file(url: string, size = 98_000_000) {
  return { url, sha512: SHA512, size };
}

/** As electron-builder writes `latest-linux.yml`, with what is not looked at. */
function release(...files: readonly ReturnType<typeof file>[]) {
  const all = files.length === 0 ? [file('Cratewatch-1.2.0.AppImage')] : files;
  return {
    version: '1.2.0',
    files: all.map((each) => ({ ...each, blockMapSize: 100_000 })),
    path: all[0]?.url,
    sha512: all[0]?.sha512,
    releaseDate: '2026-11-21T12:00:00.000Z',
    releaseNotes: '<script>alert(1)</script>',
    stagingPercentage: 5,
  };
}

describe('what a server says of its newest release', () => {
  it('is its version and the size of the package for this machine', () => {
    expect(readOffer(release(), LINUX)).toEqual({
      kind: 'ok',
      found: { offer: { version: '1.2.0', sizeBytes: 98_000_000 }, sha512: SHA512 },
    });
  });

  const FILES = [
    file('Cratewatch-1.2.0-arm64-mac.zip', 1),
    file('Cratewatch-1.2.0-mac.zip', 2),
    file('Cratewatch-Setup-1.2.0.exe', 3),
    file('Cratewatch-1.2.0.deb', 4),
    file('Cratewatch-1.2.0-arm64.AppImage', 5),
    file('Cratewatch-1.2.0-x64.AppImage', 6),
    file('Cratewatch-1.2.0.dmg', 7),
  ];
  it.each([
    ['darwin', 'arm64', 1],
    ['darwin', 'x64', 2],
    ['win32', 'x64', 3],
    ['linux', 'arm64', 5],
    ['linux', 'x64', 6],
  ] as const)('is read for %s on %s', (platform, arch, size) => {
    expect(readOffer(release(...FILES), { platform, arch, installs: true })).toMatchObject({
      found: { offer: { sizeBytes: size } },
    });
  });

  it('may be of another kind where it is only told', () => {
    const deb = release(file('Cratewatch-1.2.0.deb'));
    expect(readOffer(deb, LINUX)).toEqual({ kind: 'unfit', fault: 'no-package' });
    expect(readOffer(deb, { ...LINUX, installs: false })).toMatchObject({ kind: 'ok' });
  });

  it.each([
    ['nothing', undefined],
    ['a text', '<html></html>'],
    ['no files', { ...release(), files: [] }],
    ['a version that is none', { ...release(), version: 'newest' }],
    ['a version with more behind it', { ...release(), version: '1.2.0\nHello' }],
    ['a version that never ends', { ...release(), version: `1.2.0-${'a'.repeat(60)}` }],
    ['a number as version', { ...release(), version: 1.2 }],
    ['a path', release(file('../Cratewatch.AppImage'))],
    ['a path that is encoded', release(file('..%2FCratewatch.AppImage'))],
    ['a folder', release(file('folder/Cratewatch.AppImage'))],
    ['a Windows path', release(file('..\\Cratewatch.AppImage'))],
    ['a hidden file', release(file('.Cratewatch.AppImage'))],
    ['an address', release(file('https://evil.example/Cratewatch.AppImage'))],
    ['an address without a scheme', release(file('//evil.example/Cratewatch.AppImage'))],
    ['an option', release(file('-rf.AppImage'))],
    ['spaces', release(file('Crate watch.AppImage'))],
    ['no check sum', release({ ...file('a.AppImage'), sha512: '' })],
    ['a check sum of another kind', release({ ...file('a.AppImage'), sha512: 'f'.repeat(128) })],
    ['no size', release({ ...file('a.AppImage'), size: 0 })],
    ['a size beyond all measure', release({ ...file('a.AppImage'), size: 2 ** 40 })],
    ['a bad file beside a good one', release(file('a.AppImage'), file('../b.deb'))],
    ['a second package', { ...release(), packages: { x64: file('b.7z') } }],
  ])('is not taken with %s', (_name, said) => {
    expect(readOffer(said, LINUX)).toEqual({ kind: 'unfit', fault: 'unreadable' });
  });

  it('never leads to a name that is more than a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (url) => {
        const reading = readOffer(release(file(`${url}.AppImage`)), LINUX);
        const isPlain = /^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(url);
        expect(reading.kind === 'ok').toBe(isPlain && url.length <= 142);
      }),
    );
  });
});
