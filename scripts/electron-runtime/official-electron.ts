import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runCaptured } from '../child-process.ts';
import { projectRoot } from '../project-root.ts';

const packageFolder = join(projectRoot, 'node_modules', 'electron');
const failureRecord = join(
  projectRoot,
  'node_modules',
  '.cache',
  'cratewatch-electron',
  'download-failed.json',
);
const failureIsRememberedMs = 24 * 3_600_000;

export const officialDistPath = join(packageFolder, 'dist');

/** The version that the `electron` package stands for, installed or not. */
export function officialVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  return String(version);
}

/** The same test as Electron's own installer makes: the right version and the path file. */
export function isOfficialInstalled(): boolean {
  const versionFile = join(officialDistPath, 'version');
  const pathFile = join(packageFolder, 'path.txt');
  if (!existsSync(versionFile) || !existsSync(pathFile)) return false;
  const executable = join(officialDistPath, readFileSync(pathFile, 'utf8'));
  const version = readFileSync(versionFile, 'utf8').replace(/^v/, '').trim();
  return version === officialVersion() && existsSync(executable);
}

/** A failed download is not tried again for a day: it would cost every start its time limit. */
export async function hasDownloadFailedLately(nowMs: number): Promise<boolean> {
  try {
    const record: { version?: unknown; failedAtMs?: unknown } = JSON.parse(
      await readFile(failureRecord, 'utf8'),
    );
    return (
      record.version === officialVersion() &&
      typeof record.failedAtMs === 'number' &&
      Math.abs(nowMs - record.failedAtMs) < failureIsRememberedMs
    );
  } catch {
    // No record, or one that cannot be read: then nothing speaks against trying.
    return false;
  }
}

/**
 * Lets the `electron` package install its binary and returns whether it is there now.
 *
 * With a fallback at hand the wait depends on the network: 10 minutes where the download server
 * answers, 20 seconds where it does not (enough to install from Electron's own download cache).
 */
export async function downloadOfficial(hasFallback: boolean, nowMs: number): Promise<boolean> {
  const patient = !hasFallback || (await canReachDownloads());
  await runCaptured(process.execPath, [join(packageFolder, 'install.js')], {
    timeLimitMs: patient ? 600_000 : 20_000,
  });
  if (isOfficialInstalled()) {
    await rm(failureRecord, { force: true });
    return true;
  }
  await mkdir(dirname(failureRecord), { recursive: true });
  await writeFile(failureRecord, JSON.stringify({ version: officialVersion(), failedAtMs: nowMs }));
  return false;
}

async function canReachDownloads(): Promise<boolean> {
  // A mirror or a proxy was set up by hand for this very purpose: it deserves the long wait.
  const { ELECTRON_MIRROR, ELECTRON_GET_USE_PROXY } = process.env;
  if (ELECTRON_MIRROR || ELECTRON_GET_USE_PROXY) return true;
  try {
    await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(5_000),
    });
    return true;
  } catch {
    // Any answer would do; none came.
    return false;
  }
}
