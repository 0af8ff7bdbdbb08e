import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, clipboard, ipcMain, net, powerMonitor, session, shell } from 'electron';
import type { Clock } from '../shared/clock.ts';
import type { AppInfo } from '../shared/ipc-contract.ts';
import { APP_PAGE_URL, createAppProtocolHandler } from './desktop/app-protocol.ts';
import { Artwork } from './desktop/artwork.ts';
import { ArtworkFetcher } from './desktop/artwork-fetcher.ts';
import type { CommandLineOptions } from './desktop/command-line.ts';
import type { DeferredLogger } from './desktop/deferred-logger.ts';
import type { ExitCode } from './desktop/exit-codes.ts';
import { ExternalLinks } from './desktop/external-links.ts';
import { openLogFile } from './desktop/log-file.ts';
import { MainWindow } from './desktop/main-window.ts';
import { NetworkReturn } from './desktop/network-return.ts';
import { onPowerEvents } from './desktop/power-events.ts';
import { type DevelopmentSurface, ownOrigins, pageUrl } from './desktop/request-policy.ts';
import type { ServiceAddresses } from './desktop/service-addresses.ts';
import type { TrayService } from './desktop/tray.ts';
import type { TrayAction } from './desktop/tray-menu.ts';
import { createAppHandlers } from './ipc/app-handlers.ts';
import { createChangesHandlers } from './ipc/changes-handlers.ts';
import { createLibraryHandlers } from './ipc/library-handlers.ts';
import { registerContract } from './ipc/register-contract.ts';
import { sendEvent } from './ipc/send-event.ts';
import { createSessionHandlers } from './ipc/session-handlers.ts';
import { createLibrary } from './library/create-library.ts';
import type { Library } from './library/library.ts';
import { createUnusableLibrary } from './library/unusable-library.ts';
import { NoticeBoard } from './notice-board.ts';
import { startSampleLife, startSampleMode } from './sample-mode.ts';
import { loadSystemKeychain } from './session/keychain.ts';
import { KeychainTokenCache } from './session/keychain-token-cache.ts';
import type { SpotifyApi } from './spotify/spotify-api.ts';
import { printMark } from './startup-marks.ts';
import { openSettings } from './storage/electron-settings-store.ts';
import type { SettingsStore } from './storage/settings.ts';
import { openStorage, type Storage } from './storage-opening.ts';
import { TrayPresenter } from './tray-presenter.ts';
import { runUnattended } from './unattended-run.ts';
import { Watch } from './watch.ts';
import { WatchHost } from './watch-host.ts';

export interface ComposeOptions {
  readonly options: CommandLineOptions;
  readonly serviceAddresses: ServiceAddresses;
  readonly surface: DevelopmentSurface;
  readonly tray: TrayService;
  readonly logger: DeferredLogger;
  readonly clock: Clock;
  readonly quit: (exitCode: ExitCode) => void;
}

/** What the entry file needs of the composed application. */
export interface Application {
  readonly openWindow: () => void;
  readonly onTrayAction: (action: TrayAction) => void;
  readonly close: () => Promise<void>;
}

/** How many steps the sample library lives between the two checks of an unattended run. */
const UNATTENDED_LIFE_STEPS = 14;

/** Builds and wires every service. The only file that knows them all. */
export async function compose(parts: ComposeOptions): Promise<Application> {
  const { options, serviceAddresses, surface, tray, logger, clock, quit } = parts;
  const { packaged } = surface;
  const userData = app.getPath('userData');
  const random = Math.random;
  logger.attach(await openLogFile({ folder: join(userData, 'logs'), toStderr: !packaged }));

  // What is kept
  const notices = new NoticeBoard();
  const opened = openSettings({ folder: userData, clock, logger });
  notices.add(opened.notice);
  const settings = opened.store;
  const open = (path: string): Storage => {
    const storage = openStorage(path, clock, logger);
    notices.add(storage.notice);
    return storage;
  };
  const libraryOn = (api: SpotifyApi, storage: Storage, using: SettingsStore): Library =>
    storage.database === null
      ? createUnusableLibrary()
      : createLibrary({ clock, random, api, database: storage.database, settings: using, logger });

  // What watches
  const links = new ExternalLinks((url) => shell.openExternal(url), logger);
  const createSpotifyWatch = (): Watch => {
    const storage = open(join(userData, 'library.sqlite'));
    return new Watch({
      mode: 'spotify',
      addresses: serviceAddresses,
      redirectPorts: settings.read().redirectPorts,
      clock,
      random,
      logger,
      settings,
      marker: {
        read: () => settings.read().session,
        write: (marker) => settings.update({ session: marker }),
      },
      ledgerStore: storage.ledgerStore,
      cacheFor: (clientId) => new KeychainTokenCache(loadSystemKeychain, clientId),
      openBrowser: (url) => links.openAuthorizePage(url.href, serviceAddresses.accountsUrl),
      createLibrary: (api) => libraryOn(api, storage, settings),
      closeStorage: storage.close,
    });
  };
  const host = new WatchHost({
    createSpotifyWatch,
    startSampleMode: () =>
      startSampleMode({
        clock,
        random,
        logger,
        settings,
        openStorage: open,
        createLibrary: libraryOn,
      }),
    logger,
  });

  // What is seen
  const artworkFetcher = new ArtworkFetcher();
  const artwork = new Artwork({
    fetchArtwork: (url, signal) => artworkFetcher.fetch(url, signal),
    localApiUrl: () => host.sample?.service.apiUrl ?? (packaged ? null : serviceAddresses.apiUrl),
    clock,
    logger,
  });
  const handleAppProtocol = createAppProtocolHandler({
    pageRoot: join(app.getAppPath(), 'out', 'renderer'),
    artwork: (url) => artwork.respond(url),
    logger,
  });
  session.defaultSession.protocol.handle('app', handleAppProtocol);
  const mainWindow = new MainWindow({
    packaged,
    pageUrl: pageUrl(APP_PAGE_URL, surface),
    preloadPath: join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
    iconPath: join(app.getAppPath(), 'assets', 'app', 'icons', '256x256.png'),
    bounds: {
      read: () => settings.read().windowBounds,
      write: (windowBounds) => settings.update({ windowBounds }),
    },
    logger,
  });
  mainWindow.contentReady.subscribe(() => printMark('window-content', { packaged }));
  mainWindow.closed.subscribe(() => artwork.clear());
  const openWindow = (): void => mainWindow.open();

  // What is asked and told
  const info = (): AppInfo => ({
    version: app.getVersion(),
    electronVersion: process.versions.electron ?? '',
    platform: knownPlatform(process.platform),
    dataFolder: userData,
    notices: [...notices.all],
  });
  registerContract({
    ipcMain,
    ownOrigins: ownOrigins(surface),
    logger,
    newErrorId: () => randomUUID().slice(0, 8),
    handlers: {
      app: createAppHandlers({
        info,
        openLink: (target) => links.openTarget(target),
        copyText: (text) => clipboard.writeText(text),
        dismissNotice: (id) => notices.dismiss(id),
      }),
      session: createSessionHandlers({
        snapshot: () => host.watch.snapshot(),
        startSignIn: (clientId) => host.watch.startSignIn(clientId),
        openBrowserAgain: () => host.watch.session.openBrowserAgain(),
        cancelSignIn: () => void host.watch.session.cancelSignIn(),
        exploreSample: () => host.exploreSample(),
        retry: () => host.watch.retry('user'),
        disconnect: () => host.disconnect(),
      }),
      library: createLibraryHandlers(() => host.watch.library),
      changes: createChangesHandlers(() => host.watch.library),
    },
  });
  const presenter = new TrayPresenter({
    clock,
    show: (view) => {
      if (!options.exitAfterSync) {
        tray.show(view);
      }
    },
  });
  const network = new NetworkReturn({
    isOnline: () => net.isOnline(),
    clock,
    onReturn: () => host.watch.retry('system'),
  });
  host.sessionChanged.subscribe(() => {
    const snapshot = host.watch.snapshot();
    presenter.sessionChanged(snapshot);
    network.setWaiting(snapshot.state.kind === 'offline' || snapshot.service.kind === 'offline');
    if (mainWindow.webContents !== null) {
      sendEvent(mainWindow.webContents, 'session', 'changed', snapshot);
    }
  });
  host.statusChanged.subscribe((status) => {
    presenter.statusChanged(status);
    if (mainWindow.webContents !== null) {
      sendEvent(mainWindow.webContents, 'library', 'changed', status);
    }
  });
  host.changesArrived.subscribe(({ count }) => {
    if (mainWindow.webContents !== null) {
      sendEvent(mainWindow.webContents, 'changes', 'arrived', { count });
    }
  });
  notices.changed.subscribe((all) => {
    if (mainWindow.webContents !== null) {
      sendEvent(mainWindow.webContents, 'app', 'notices', [...all]);
    }
  });
  const stopPowerEvents = onPowerEvents(powerMonitor, () => host.watch.retry('system'));

  // What happens now
  const close = async (): Promise<void> => {
    stopPowerEvents();
    presenter.close();
    network.close();
    mainWindow.close();
    await host.close();
    await artworkFetcher.close();
  };
  const start = async (): Promise<void> => {
    await (options.sample ? host.exploreSample() : host.watch.start());
    presenter.sessionChanged(host.watch.snapshot());
    presenter.statusChanged(await host.watch.library.status());
    if (host.sample !== null && !options.exitAfterSync) {
      startSampleLife(host.sample.service);
    }
    if (options.exitAfterSync) {
      const sample = host.sample?.service ?? null;
      const result = await runUnattended(
        host.watch,
        clock,
        sample === null ? null : () => sample.life.step(UNATTENDED_LIFE_STEPS),
      );
      if (options.screenshot !== null) {
        mainWindow.open();
        await mainWindow.capture(options.screenshot);
        process.stdout.write(`Screenshot: ${options.screenshot}\n`);
      }
      process.stdout.write(`${result.line}\n`);
      quit(result.exitCode);
    }
  };
  if (!options.hidden && !options.exitAfterSync) {
    openWindow();
  }
  start().catch((error: unknown) => {
    logger.error('The watch did not start', { stack: String(error) });
  });
  return {
    openWindow,
    close,
    onTrayAction: (action) => {
      switch (action) {
        case 'check-now':
          void host.watch.library.checkNow();
          return;
        case 'retry':
          host.watch.retry('user');
          return;
        default:
          openWindow();
      }
    },
  };
}

function knownPlatform(platform: NodeJS.Platform): AppInfo['platform'] {
  return platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other';
}
