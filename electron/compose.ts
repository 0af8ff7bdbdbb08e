import { join } from 'node:path';
import { app, session as electronSession, net, powerMonitor, shell } from 'electron';
import type { Clock } from '../shared/clock.ts';
import type { Notice } from '../shared/notice.ts';
import { type PauseChoice, pauseEndMs } from '../shared/pause-choice.ts';
import { Signal } from '../shared/signal.ts';
import { commandLineTexts } from '../shared/texts/command-line-texts.ts';
import { createAppWindow } from './app-window.ts';
import { closeLimit, closeWithin } from './close-limit.ts';
import { createUpdates } from './create-updates.ts';
import { createWatchHost } from './create-watch-host.ts';
import { onActivation } from './desktop/activation.ts';
import { Battery } from './desktop/battery.ts';
import type { CommandLineOptions } from './desktop/command-line.ts';
import type { DeferredLogger } from './desktop/deferred-logger.ts';
import { EXIT_CODES, type ExitCode } from './desktop/exit-codes.ts';
import { ExternalLinks } from './desktop/external-links.ts';
import { openLogFile } from './desktop/log-file.ts';
import { createLoginItem } from './desktop/login-item/create-login-item.ts';
import { wasStartedAtLogin } from './desktop/login-item/started-at-login.ts';
import type { MainWindow, PageHash } from './desktop/main-window.ts';
import { NetworkReturn } from './desktop/network-return.ts';
import { onPowerEvents } from './desktop/power-events.ts';
import { POWER_SUPPLIES, readPowerSupplies } from './desktop/power-supplies.ts';
import { redact } from './desktop/redact.ts';
import { type DevelopmentSurface, ownOrigins } from './desktop/request-policy.ts';
import type { ServiceAddresses } from './desktop/service-addresses.ts';
import { type SecondStart, secondStartActs } from './desktop/single-instance.ts';
import { onSystemShutdown } from './desktop/system-shutdown.ts';
import type { TrayService } from './desktop/tray.ts';
import { linuxTrayHost } from './desktop/tray-host.ts';
import type { TrayAction } from './desktop/tray-menu.ts';
import { startDesktopNotices } from './desktop-notices.ts';
import { openKeptData } from './kept-data.ts';
import { lockFolder } from './lock-folder.ts';
import { ProxyKeeper } from './proxy-keeper.ts';
import { ProxyPassword } from './proxy-password.ts';
import { runOnce } from './run-once.ts';
import { createSystemKeychain } from './session/keychain.ts';
import { prefilledClient } from './session/prefilled-client.ts';
import { createTokenCacheShelf } from './session/token-cache-shelf.ts';
import { openSqliteProcessLock } from './storage/sqlite-process-lock.ts';
import { systemFormat } from './system-format.ts';
import { createSystemRoutes } from './system-routes.ts';
import { tellState } from './tell-state.ts';
import { TrayPresence } from './tray-presence.ts';
import { TrayPresenter } from './tray-presenter.ts';
import { answerWindowCalls } from './window-calls.ts';
import { WindowCrashes } from './window-crashes.ts';
import { WindowViewKeeper } from './window-view-keeper.ts';

export interface ComposeOptions {
  readonly options: CommandLineOptions;
  readonly serviceAddresses: ServiceAddresses;
  readonly surface: DevelopmentSurface;
  readonly tray: TrayService;
  readonly logger: DeferredLogger;
  readonly clock: Clock;
  /** How the run before ended, in one word. */
  readonly formerEnd: string;
  /** What happened before this start; null for nothing. */
  readonly startNotice: Notice | null;
  /** `last` is done when everything is closed, before the process ends. */
  readonly quit: (exitCode: ExitCode, last?: () => Promise<void>) => void;
  /** Ends everything, and starts Cratewatch like this when it has ended. */
  readonly restart: (next: SecondStart) => void;
}

/** What the entry file needs of the composed application. */
export interface Application {
  readonly onSecondStart: (second: SecondStart) => void;
  /** The tray leads to this page of the window. */
  readonly onPage: (page: PageHash) => void;
  readonly onTrayAction: (action: TrayAction) => void;
  /** The start that would lead to where things stand now. */
  readonly startAsNow: () => SecondStart;
  /** Puts a notice up in the window, for whenever it is open. */
  readonly tell: (notice: Notice) => void;
  /** Ends everything; resolves after the time that `closeLimit` allows at the latest. */
  readonly close: () => Promise<void>;
}

/** Builds and wires every service. The only file that knows them all. */
export async function compose(parts: ComposeOptions): Promise<Application> {
  const { options, serviceAddresses, surface, tray, logger, clock, quit } = parts;
  const folder = app.getPath('userData');
  const random = Math.random;
  logger.attach(await openLogFile({ folder: join(folder, 'logs'), toStderr: !surface.packaged }));

  const kept = openKeptData({ folder, clock, random, logger });
  const { settings, notices } = kept;
  notices.add(parts.startNotice);
  const links = new ExternalLinks((url) => shell.openExternal(url), logger);
  const keychain = createSystemKeychain();
  const proxies = new ProxyKeeper({
    settings,
    passwords: new ProxyPassword(keychain.load),
    clock,
    logger,
    onChanged: () => host.watch.retry('system'),
  });
  const routes = createSystemRoutes({
    clock,
    logger,
    proxies,
    resolveProxy: (url) => electronSession.defaultSession.resolveProxy(url),
  });
  const battery = new Battery({
    platform: process.platform,
    source: powerMonitor,
    readSupplies: () => readPowerSupplies(POWER_SUPPLIES),
    clock,
  });
  const host = createWatchHost({
    folder,
    addresses: serviceAddresses,
    kept,
    clock,
    random,
    logger,
    caches: createTokenCacheShelf({
      clock,
      choice: {
        read: () => settings.read().tokenCache,
        write: (tokenCache) => settings.update({ tokenCache }),
      },
      loadKeychain: keychain.load,
      folder: join(folder, 'session'),
    }),
    lockFor: (name) =>
      openSqliteProcessLock(join(lockFolder(process.env, app.getPath('appData')), `${name}.lock`)),
    openBrowser: (url) => links.openAuthorizePage(url.href, serviceAddresses.accountsUrl),
    offered: prefilledClient(process.env),
    isOnline: () => net.isOnline(),
    isOnBattery: () => battery.isInUse,
    routes,
    sampleLives: !options.exitAfterSync,
  });
  const settingsChanged = new Signal<void>();
  const views = new WindowViewKeeper({ settings, isSample: () => host.sample !== null, clock });
  const appWindow = createAppWindow({
    views,
    routes,
    surface,
    settings,
    settingsChanged,
    clock,
    logger,
    quit: () => quit(EXIT_CODES.done),
    localApiUrl: () =>
      host.sample?.service.apiUrl ?? (surface.packaged ? null : serviceAddresses.apiUrl),
  });
  const { window } = appWindow;
  const loginItem = createLoginItem(app, logger);
  loginItem.putRight().catch((error: unknown) => {
    logger.warn('The entry for starting at login could not be looked at', {
      reason: String(error),
    });
  });
  const restart = (): void =>
    parts.restart({ hidden: false, exitAfterSync: false, sample: options.sample });
  const updates = createUpdates({
    feedUrl: serviceAddresses.updatesUrl,
    folder,
    looksByItself: !options.exitAfterSync,
    settings,
    proxies,
    clock,
    random,
    logger,
    quitThen: (last) => quit(EXIT_CODES.done, last),
  });
  settingsChanged.subscribe(() => updates.reconsider());
  answerWindowCalls({
    host,
    notices,
    links,
    folder,
    ownOrigins: ownOrigins(surface),
    logger,
    clock,
    settings,
    settingsChanged,
    proxies,
    views,
    loginItem,
    updates,
    formerEnd: parts.formerEnd,
    restart,
  });
  const presenter = new TrayPresenter({
    clock,
    format: systemFormat,
    latestChanges: (count) => host.watch.library.latestChanges(count),
    logger,
    show: (view) => {
      if (!options.exitAfterSync) {
        tray.show(view);
      }
    },
  });
  const desktopNotices = options.exitAfterSync
    ? null
    : startDesktopNotices({ host, settings, settingsChanged, window, clock, logger });
  const crashes = new WindowCrashes({
    clock,
    logger,
    notices,
    openAgain: () => window.open(),
    leavePage: () => views.turnTo('#/overview'),
    notify: (notice) => desktopNotices?.tellTrouble(notice),
  });
  if (!options.exitAfterSync) {
    window.crashed.subscribe(() => crashes.crashed());
  }
  const presence = new TrayPresence({
    host: linuxTrayHost(clock, logger),
    clock,
    settings,
    notices,
    startsHidden: options.hidden,
    renewIcon: () => tray.renew(),
    showMenuBar: (isShown) => window.showMenuBar(isShown),
    openWindow: () => window.openUnasked(),
    closeWindow: () => window.closeUnasked(),
    logger,
  });
  if (process.platform === 'linux' && !options.exitAfterSync) {
    presence.start().catch((error: unknown) => {
      logger.warn('The panels could not be asked', { reason: String(error) });
    });
  }
  const network = new NetworkReturn({
    isOnline: () => net.isOnline(),
    clock,
    onReturn: () => host.watch.retry('system'),
  });
  const tellNow = tellState({
    host,
    notices,
    presenter,
    network,
    window: () => window.webContents,
    settings,
    settingsChanged,
    paceChanged: battery.changed,
    updatesChanged: updates.changed,
    logger,
  });
  void battery.start();
  const stopPowerEvents = onPowerEvents(powerMonitor, () => {
    void battery.look();
    presenter.lookAgain();
    host.watch.retry('system');
    desktopNotices?.look();
  });
  onActivation(app, () => window.open());
  // After another event of the power monitor: see there.
  onSystemShutdown(app, powerMonitor, () => app.quit());

  const pauseFailed = (error: unknown): void =>
    logger.error('The pause could not be written', { reason: String(error) });
  const pauseWatch = (choice: PauseChoice): void => {
    host.watch.library.pause(pauseEndMs(choice, clock.nowMs())).catch(pauseFailed);
  };

  const watch = async (): Promise<void> => {
    await (options.sample ? host.exploreSample() : host.watch.start());
    await tellNow();
  };
  const checkAndQuit = async (): Promise<void> => {
    const { exitCode, line } = await runOnce(host, clock, systemFormat(), options);
    // A second start, by a person, asked for the window meanwhile: it is not taken away.
    const visit = window.webContents === null ? null : untilClosed(window);
    if (options.screenshot !== null) {
      window.open();
      await window.capture(options.screenshot);
      process.stdout.write(`${commandLineTexts.screenshot(options.screenshot)}\n`);
    }
    process.stdout.write(`${line}\n`);
    await visit;
    quit(exitCode);
  };
  if (options.exitAfterSync) {
    watch()
      .then(checkAndQuit)
      .catch((error: unknown) => {
        logger.error('The run broke off', { reason: String(error) });
        process.stderr.write(`${commandLineTexts.stopped(redact(String(error)))}\n`);
        quit(EXIT_CODES.unexpected);
      });
  } else {
    if (!options.hidden && !wasStartedAtLogin(app, process.platform)) {
      window.open();
    }
    watch().catch((error: unknown) => {
      logger.error('The watch did not start', { reason: String(error) });
    });
  }
  return {
    onSecondStart: (second) => {
      const acts = secondStartActs(second, options);
      if (acts.exploreSample) {
        // Told by the host itself where it does not start.
        void host.exploreSample();
      }
      if (acts.openWindow) {
        window.open();
      }
    },
    onPage: (page) => window.open(page),
    startAsNow: () => ({
      hidden: window.webContents === null,
      exitAfterSync: false,
      sample: host.sample !== null,
    }),
    tell: (notice) => notices.add(notice),
    onTrayAction: (action) => {
      switch (action) {
        case 'check-now':
          void host.watch.library.checkNow();
          return;
        case 'pause-for-an-hour':
          pauseWatch('hour');
          return;
        case 'pause-until-tomorrow':
          pauseWatch('tomorrow');
          return;
        case 'resume':
          host.watch.library.resume().catch(pauseFailed);
          return;
        case 'retry':
          host.watch.retry('user');
          return;
        case 'connection':
          window.open('#/connection');
          return;
        case 'restart':
          restart();
          return;
        default:
          window.open();
      }
    },
    close: async () => {
      const limit = closeLimit(host.watch.session.state);
      // First of all: tokens may be at stake there, whatever becomes of the rest.
      const watchClosed = host.close();
      stopPowerEvents();
      battery.close();
      desktopNotices?.close();
      presenter.close();
      presence.close();
      network.close();
      const parts = [watchClosed, appWindow.close(), updates.close()];
      await closeWithin({ clock, limit, parts, keychainIdle: keychain.idle, logger });
    },
  };
}

async function untilClosed(window: MainWindow): Promise<void> {
  await new Promise<void>((resolve) => {
    const unsubscribe = window.closed.subscribe(() => {
      unsubscribe();
      resolve();
    });
  });
}
