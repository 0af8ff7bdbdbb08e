import { randomUUID } from 'node:crypto';
import { app, clipboard, dialog, ipcMain } from 'electron';
import type { Clock } from '../shared/clock.ts';
import type { AppInfo } from '../shared/ipc-contract.ts';
import type { Logger } from '../shared/logger.ts';
import type { Signal } from '../shared/signal.ts';
import type { ExternalLinks } from './desktop/external-links.ts';
import type { LoginItemKeeper } from './desktop/login-item/login-item-keeper.ts';
import { Diagnostics } from './diagnostics.ts';
import { createAppHandlers } from './ipc/app-handlers.ts';
import { createChangesHandlers } from './ipc/changes-handlers.ts';
import { createHistoryHandlers } from './ipc/history-handlers.ts';
import { createLibraryHandlers } from './ipc/library-handlers.ts';
import { registerContract } from './ipc/register-contract.ts';
import { createSessionHandlers } from './ipc/session-handlers.ts';
import { createSettingsHandlers } from './ipc/settings-handlers.ts';
import { createUpdateHandlers, type WindowUpdates } from './ipc/update-handlers.ts';
import type { NoticeBoard } from './notice-board.ts';
import { ProblemLog } from './problem-log.ts';
import type { ProxyKeeper } from './proxy-keeper.ts';
import { loadTokenFile } from './session/import-token-file.ts';
import type { SettingsStore } from './storage/settings.ts';
import type { WatchHost } from './watch-host.ts';
import type { WindowViewKeeper } from './window-view-keeper.ts';

export interface WindowCallsParts {
  readonly host: WatchHost;
  readonly notices: NoticeBoard;
  readonly links: ExternalLinks;
  /** Electron's user data folder, for the user to see. */
  readonly folder: string;
  readonly ownOrigins: readonly string[];
  readonly logger: Logger;
  readonly clock: Clock;
  readonly settings: SettingsStore;
  readonly proxies: ProxyKeeper;
  readonly views: WindowViewKeeper;
  /** Told when the window has changed a setting. */
  readonly settingsChanged: Signal<void>;
  readonly loginItem: LoginItemKeeper;
  readonly updates: WindowUpdates;
  /** How the run before ended. */
  readonly formerEnd: string;
  /** Ends the app and starts it again. */
  readonly restart: () => void;
}

/** Answers what the window asks, from whichever watch there is at that moment. */
export function answerWindowCalls(parts: WindowCallsParts): void {
  const { host, notices, links, folder, ownOrigins, logger, clock, views, loginItem } = parts;
  const problems = new ProblemLog(clock, logger);
  const diagnostics = new Diagnostics(parts);
  registerContract({
    ipcMain,
    ownOrigins,
    logger,
    newErrorId: () => randomUUID().slice(0, 8),
    handlers: {
      app: createAppHandlers({
        info: () => ({
          version: app.getVersion(),
          electronVersion: process.versions.electron ?? '',
          platform: knownPlatform(process.platform),
          dataFolder: folder,
          notices: [...notices.all],
        }),
        openLink: (target) => links.openTarget(target),
        copyText: (text) => clipboard.writeText(text),
        diagnostics: () => diagnostics.read(),
        copyDiagnostics: () => diagnostics.copy(),
        showLogFile: () => diagnostics.showLogFile(),
        dismissNotice: (id) => notices.dismiss(id),
        restart: parts.restart,
        view: () => views.read(),
        keepView: (owner, view) => views.keep(owner, view),
        reportProblem: (problem) => problems.report(problem),
        loginItem: () => loginItem.read(),
        setLoginItem: (isOn) => loginItem.set(isOn),
        logger,
      }),
      session: createSessionHandlers({
        snapshot: () => host.watch.snapshot(),
        startSignIn: (clientId, order) => host.watch.startSignIn(clientId, order),
        knownSecret: (clientId) => host.watch.knownSecret(clientId),
        chooseTokenFile: async () => {
          const { canceled, filePaths } = await dialog.showOpenDialog({
            properties: ['openFile', 'showHiddenFiles'],
          });
          const [path] = filePaths;
          return canceled || path === undefined ? null : await loadTokenFile(path, clock);
        },
        openBrowserAgain: () => host.watch.session.openBrowserAgain(),
        giveCallbackAddress: (address) => host.watch.session.giveCallbackAddress(address),
        confirmAccount: (accept) => host.watch.session.confirmAccount(accept),
        cancelSignIn: () => void host.watch.session.cancelSignIn(),
        exploreSample: () => host.exploreSample(),
        retry: () => host.watch.retry('user'),
        testConnection: () => host.watch.testConnection(),
        moveTokens: (to) => host.watch.moveTokens(to),
        disconnect: async () => {
          const { owner } = views;
          const answer = await host.disconnect();
          // What was searched for and looked at is a trace of the account too.
          if (answer === 'done') views.forget(owner);
          return answer;
        },
      }),
      settings: createSettingsHandlers({
        settings: parts.settings,
        logger,
        onChanged: () => parts.settingsChanged.emit(),
        setProxy: (order) => parts.proxies.set(order),
      }),
      library: createLibraryHandlers(() => host.watch.library),
      changes: createChangesHandlers(() => host.watch.library),
      history: createHistoryHandlers(() => host.watch.library.history),
      updates: createUpdateHandlers(parts.updates),
    },
  });
}

function knownPlatform(platform: NodeJS.Platform): AppInfo['platform'] {
  return platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other';
}
