import { randomUUID } from 'node:crypto';
import { app, clipboard, ipcMain } from 'electron';
import type { AppInfo } from '../shared/ipc-contract.ts';
import type { Logger } from '../shared/logger.ts';
import type { ExternalLinks } from './desktop/external-links.ts';
import { createAppHandlers } from './ipc/app-handlers.ts';
import { createChangesHandlers } from './ipc/changes-handlers.ts';
import { createLibraryHandlers } from './ipc/library-handlers.ts';
import { registerContract } from './ipc/register-contract.ts';
import { createSessionHandlers } from './ipc/session-handlers.ts';
import type { NoticeBoard } from './notice-board.ts';
import type { WatchHost } from './watch-host.ts';

export interface WindowCallsParts {
  readonly host: WatchHost;
  readonly notices: NoticeBoard;
  readonly links: ExternalLinks;
  /** Electron's user data folder, for the user to see. */
  readonly folder: string;
  readonly ownOrigins: readonly string[];
  readonly logger: Logger;
}

/** Answers what the window asks, from whichever watch there is at that moment. */
export function answerWindowCalls(parts: WindowCallsParts): void {
  const { host, notices, links, folder, ownOrigins, logger } = parts;
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
}

function knownPlatform(platform: NodeJS.Platform): AppInfo['platform'] {
  return platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other';
}
