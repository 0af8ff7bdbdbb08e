import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app, net } from 'electron';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import { linuxProgram } from './desktop/login-item/login-program.ts';
import { startAgain } from './desktop/start-again.ts';
import { UpdateKeeper } from './desktop/updates/update-keeper.ts';
import { type CopyFacts, updateWay } from './desktop/updates/update-way.ts';
import type { ProxyKeeper } from './proxy-keeper.ts';
import type { SettingsStore } from './storage/settings.ts';

export interface UpdatesParts {
  /** A development build's own server of newer versions. */
  readonly feedUrl: string | null;
  /** Electron's user data folder. */
  readonly folder: string;
  /** False for a run that ends by itself: nobody would hear of it. */
  readonly looksByItself: boolean;
  readonly settings: SettingsStore;
  readonly proxies: ProxyKeeper;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  /** Ends everything, then does this before the process ends. */
  readonly quitThen: (last: () => Promise<void>) => void;
}

/** The search for newer versions. Its larger part is loaded when the user has said yes to it. */
export function createUpdates(parts: UpdatesParts): UpdateKeeper {
  const { settings, proxies, clock, random, logger, quitThen } = parts;
  const appImage = runningAppImage();
  const way = updateWay(factsOfThisCopy(parts.feedUrl, appImage));
  return new UpdateKeeper({
    way,
    looksByItself: parts.looksByItself,
    version: app.getVersion(),
    isOnline: () => net.isOnline(),
    loadEngine: async () => {
      const { openUpdateEngine } = await import('./desktop/updates/open-engine.ts');
      return await openUpdateEngine({
        ...parts,
        appImage,
        startAnew,
        installs: way === 'installs',
        proxy: () => proxies.setting,
        proxyUser: async () => {
          const { setting } = proxies;
          if (setting.kind !== 'manual' || setting.user === null) {
            return null;
          }
          const password = await proxies.password();
          return { user: setting.user, password: password?.reveal() ?? '' };
        },
      });
    },
    leave: (last) =>
      quitThen(async () => {
        try {
          await last();
        } catch (error) {
          logger.error('The newer version was not installed', { reason: String(error) });
          startAnew();
        }
      }),
    settings,
    clock,
    random,
    logger,
  });
}

/** With a window: the user has just pressed a button in one. */
function startAnew(): void {
  startAgain(app, { hidden: false, exitAfterSync: false, sample: false });
}

/** Null where this is none. */
function runningAppImage(): string | null {
  const { platform, env, execPath } = process;
  const program = platform === 'linux' ? linuxProgram({ env, execPath }) : execPath;
  return program === execPath ? null : program;
}

function factsOfThisCopy(feedUrl: string | null, appImage: string | null): CopyFacts {
  const { platform, resourcesPath, execPath } = process;
  const packaged = app.isPackaged;
  return {
    platform,
    packaged,
    hasFeed: packaged ? existsSync(join(resourcesPath, 'app-update.yml')) : feedUrl !== null,
    packageType: packaged ? readIfThere(join(resourcesPath, 'package-type')) : null,
    execPath,
    appImage,
    hasUninstaller: platform === 'win32' && existsSync(join(dirname(execPath), uninstaller())),
    isInApplications: platform === 'darwin' && app.isInApplicationsFolder(),
  };
}

function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}

/** As NSIS names it. */
function uninstaller(): string {
  return ['Uninstall', `${app.getName()}.exe`].join(' ');
}
