import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PlainFailure } from '../plain-failure.ts';
import {
  downloadOfficial,
  hasDownloadFailedLately,
  isOfficialInstalled,
  officialDistPath,
  officialVersion,
} from './official-electron.ts';
import { pinnedElectron } from './pinned-electron.ts';
import { runtimeSource } from './runtime-source.ts';

export interface FoundElectron {
  readonly distPath: string;
  readonly executablePath: string;
  readonly version: string;
  readonly source: 'override' | 'official' | 'pinned';
  /** One plain line: which Electron runs, and why that one. */
  readonly line: string;
}

const executableInDist: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

function describe(source: FoundElectron['source'], dist: string, why: string): FoundElectron {
  const distPath = resolve(dist);
  const executablePath = join(distPath, executableInDist[process.platform] ?? 'electron');
  if (!existsSync(executablePath)) {
    throw new PlainFailure(
      `There is no Electron in ${distPath} (${why}). Point ELECTRON_OVERRIDE_DIST_PATH at the ` +
        'folder that holds its executable, or unset it.',
    );
  }
  const versionFile = join(distPath, 'version');
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').replace(/^v/, '').trim()
    : 'of unknown version';
  return { distPath, executablePath, version, source, line: `Electron ${version}: ${why}.` };
}

/**
 * Finds the Electron to run here, fetching it the first time.
 *
 * @param announce takes a line about something slow that begins
 * @throws PlainFailure when there is none, or when a fetched one is not the expected one
 */
export async function findElectron(announce: (line: string) => void): Promise<FoundElectron> {
  const nowMs = Date.now();
  const source = runtimeSource({
    overrideDistPath: process.env.ELECTRON_OVERRIDE_DIST_PATH || undefined,
    officialInstalled: isOfficialInstalled(),
    downloadFailedLately: await hasDownloadFailedLately(nowMs),
    platform: process.platform,
    arch: process.arch,
  });
  switch (source.kind) {
    case 'override':
      return describe('override', source.distPath, 'chosen by ELECTRON_OVERRIDE_DIST_PATH');
    case 'official':
      return describe('official', officialDistPath, 'the official build');
    case 'pinned':
      return pinned(announce);
    case 'download-official': {
      announce(`Downloading Electron ${officialVersion()} (about 110 MB, once)…`);
      if (await downloadOfficial(source.otherwise === 'pinned', nowMs)) {
        return describe('official', officialDistPath, 'the official build');
      }
      if (source.otherwise === 'pinned') return pinned(announce);
      throw new PlainFailure(
        `Electron ${officialVersion()} could not be downloaded. Check the network and run ` +
          '"npx install-electron", or set ELECTRON_OVERRIDE_DIST_PATH to the folder of one.',
      );
    }
  }
}

async function pinned(announce: (line: string) => void): Promise<FoundElectron> {
  const why =
    `the pinned build from the npm registry, for development only, because the official ` +
    `${officialVersion()} cannot be downloaded here`;
  return describe('pinned', await pinnedElectron(announce), why);
}
