import { describe, expect, it } from 'vitest';
import {
  type RuntimeFacts,
  type RuntimeSource,
  runtimeSource,
} from '../../../../scripts/electron-runtime/runtime-source.ts';

const bareLinux: RuntimeFacts = {
  overrideDistPath: undefined,
  officialInstalled: false,
  downloadFailedLately: false,
  platform: 'linux',
  arch: 'x64',
};

describe('where Electron comes from', () => {
  it.each<[string, Partial<RuntimeFacts>, RuntimeSource]>([
    [
      "is the user's folder, even beside an installed official build",
      { overrideDistPath: '/e', officialInstalled: true },
      { kind: 'override', distPath: '/e' },
    ],
    [
      'is the installed official build, and nothing is downloaded',
      { officialInstalled: true },
      { kind: 'official' },
    ],
    [
      'is the installed official build, whatever failed before',
      { officialInstalled: true, downloadFailedLately: true },
      { kind: 'official' },
    ],
    [
      'is a download with the pinned build behind it on Linux x64',
      {},
      { kind: 'download-official', otherwise: 'pinned' },
    ],
    [
      'is the pinned build at once where the download failed lately',
      { downloadFailedLately: true },
      { kind: 'pinned' },
    ],
    [
      'is a download on macOS, which has no pinned build',
      { platform: 'darwin', arch: 'arm64' },
      { kind: 'download-official', otherwise: 'give-up' },
    ],
    [
      'is a new download on Windows, although one failed lately',
      { platform: 'win32', downloadFailedLately: true },
      { kind: 'download-official', otherwise: 'give-up' },
    ],
    [
      'is never the pinned build on another processor',
      { arch: 'arm64', downloadFailedLately: true },
      { kind: 'download-official', otherwise: 'give-up' },
    ],
  ])('%s', (_name, facts, expected) => {
    expect(runtimeSource({ ...bareLinux, ...facts })).toEqual(expected);
  });
});
