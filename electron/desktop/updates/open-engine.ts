import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { AppImageUpdater, type AppUpdater, MacUpdater, NsisUpdater } from 'electron-updater';
import type { Clock } from '../../../shared/clock.ts';
import type { Logger } from '../../../shared/logger.ts';
import type { ProxySetting } from '../../../shared/proxy-setting.ts';
import { AppImageSwap } from './app-image-swap.ts';
import { ElectronUpdaterEngine } from './electron-updater-engine.ts';
import { appImageWay, type InstallWay, installerWay, squirrelWay } from './install-ways.ts';
import type { ProxyUser } from './proxy-answer.ts';
import { RELEASES_PAGE } from './update-addresses.ts';
import type { UpdateEngine } from './update-engine.ts';
import { openUpdateSession, updateProxy } from './update-network.ts';

export interface OpenEngineOptions {
  /** Of a development build's own server; null for the one that app-update.yml names. */
  readonly feedUrl: string | null;
  /** Electron's user data folder. */
  readonly folder: string;
  /** The running AppImage; null where none runs. */
  readonly appImage: string | null;
  /** Has the program start again when this process has ended. */
  readonly startAnew: () => void;
  readonly installs: boolean;
  readonly proxy: () => ProxySetting;
  readonly proxyUser: () => Promise<ProxyUser | null>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** electron-updater for this machine. Only this file and what it imports know it. */
export async function openUpdateEngine(options: OpenEngineOptions): Promise<UpdateEngine> {
  const { feedUrl, folder, installs, clock, logger } = options;
  const configPath = feedUrl === null ? null : await writeConfig(folder, feedUrl);
  const open = (): AppUpdater => {
    const opened = newUpdater();
    // A copy that only tells of newer versions asks the same way as one that installs them.
    opened.forceDevUpdateConfig = true;
    if (configPath !== null) {
      opened.updateConfigPath = configPath;
    }
    return opened;
  };
  if (options.appImage !== null && installs) {
    await AppImageSwap.tidy(options.appImage).catch((error: unknown) => {
      logger.warn('A former download could not be deleted', { reason: String(error) });
    });
  }
  let updater = open();
  return new ElectronUpdaterEngine({
    updater,
    replaceUpdater: () => {
      updater = open();
      return updater;
    },
    installWay: installs ? () => installWay(updater, options) : null,
    machine: { platform: process.platform, arch: process.arch, installs },
    version: app.getVersion(),
    prepareNetwork: async () => {
      const session = updater.netSession;
      openUpdateSession(session, { feedUrl, logger });
      const url = new URL(feedUrl ?? RELEASES_PAGE);
      await session.setProxy(updateProxy(options.proxy(), process.env, url));
    },
    proxyUser: options.proxyUser,
    forgetTraces: () => rm(join(folder, '.updaterId'), { force: true }),
    removeFile: (path) => rm(path, { force: true }),
    clock,
    logger,
  });
}

function newUpdater(): AppUpdater {
  switch (process.platform) {
    case 'win32':
      return new NsisUpdater();
    case 'darwin':
      return new MacUpdater();
    default:
      return new AppImageUpdater();
  }
}

function installWay(
  updater: AppUpdater,
  { appImage, clock, startAnew }: OpenEngineOptions,
): InstallWay {
  if (updater instanceof NsisUpdater) {
    return installerWay(updater, clock);
  }
  if (updater instanceof MacUpdater) {
    return squirrelWay(updater, clock);
  }
  if (appImage === null) {
    throw new Error('No AppImage runs');
  }
  return appImageWay(appImage, startAnew);
}

/** What electron-builder would have written beside a packaged build. */
async function writeConfig(folder: string, feedUrl: string): Promise<string> {
  const path = join(folder, 'updates-of-development.yml');
  await mkdir(folder, { recursive: true });
  const lines = ['provider: generic', `url: ${feedUrl}`, 'updaterCacheDirName: cratewatch-updater'];
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}
