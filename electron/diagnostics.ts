import { hostname, release, userInfo } from 'node:os';
import { join } from 'node:path';
import { app, clipboard, shell } from 'electron';
import type { Clock } from '../shared/clock.ts';
import type { LibraryStatus } from '../shared/library-status.ts';
import type { Logger } from '../shared/logger.ts';
import type { ProxySetting } from '../shared/proxy-setting.ts';
import { diagnosticsText } from './desktop/diagnostics/diagnostics-text.ts';
import { logTail } from './desktop/diagnostics/log-tail.ts';
import type { PrivateNames } from './desktop/diagnostics/without-private.ts';
import { LOG_FILES } from './desktop/log-file.ts';
import type { NoticeBoard } from './notice-board.ts';
import type { SettingsStore } from './storage/settings.ts';
import { sqliteVersion } from './storage/sqlite-version.ts';
import { systemFormat } from './system-format.ts';
import type { WatchHost } from './watch-host.ts';

export interface DiagnosticsParts {
  readonly host: WatchHost;
  readonly settings: SettingsStore;
  readonly notices: NoticeBoard;
  /** Electron's user data folder. */
  readonly folder: string;
  readonly formerEnd: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

const LINES = 100;

/** What a report of a fault needs, and nothing that tells whose it is. */
export class Diagnostics {
  readonly #parts: DiagnosticsParts;
  /** What was shown last: this and nothing else is copied. */
  #shown: string | null = null;

  constructor(parts: DiagnosticsParts) {
    this.#parts = parts;
  }

  async read(): Promise<string> {
    const { host, settings, notices, formerEnd, clock } = this.#parts;
    const { mode, state, service } = host.watch.snapshot();
    this.#shown = diagnosticsText({
      versions: {
        Cratewatch: app.getVersion(),
        Electron: process.versions.electron ?? null,
        Chromium: process.versions.chrome ?? null,
        Node: process.versions.node,
        SQLite: this.#sqlite(),
      },
      system: {
        platform: process.platform,
        arch: process.arch,
        release: release(),
        desktop: process.env.XDG_CURRENT_DESKTOP ?? null,
        sessionType: process.env.XDG_SESSION_TYPE ?? null,
        locale: systemFormat().locale ?? '',
        utcOffsetMinutes: -new Date(clock.nowMs()).getTimezoneOffset(),
        isPackaged: app.isPackaged,
        isInAppImage: process.env.APPIMAGE !== undefined,
      },
      uptimeSeconds: process.uptime(),
      formerEnd,
      mode,
      session: state,
      service,
      status: await this.#status(),
      settings: settings.read(),
      notices: notices.all.map(({ kind }) => kind),
      logLines: await logTail(this.#logFiles, LINES),
      names: this.#names(),
    });
    return this.#shown;
  }

  /** False where nothing was shown yet. */
  copy(): boolean {
    if (this.#shown === null) return false;
    clipboard.writeText(this.#shown);
    return true;
  }

  showLogFile(): void {
    const [newest] = this.#logFiles;
    if (newest !== undefined) shell.showItemInFolder(newest);
  }

  get #logFiles(): readonly string[] {
    return LOG_FILES.map((name) => join(this.#parts.folder, 'logs', name));
  }

  #sqlite(): string | null {
    try {
      return sqliteVersion();
    } catch (error) {
      this.#parts.logger.warn('SQLite does not say its version', { reason: String(error) });
      return null;
    }
  }

  async #status(): Promise<LibraryStatus | null> {
    try {
      return await this.#parts.host.watch.library.status();
    } catch (error) {
      this.#parts.logger.warn('The library does not say its state', { reason: String(error) });
      return null;
    }
  }

  #names(): PrivateNames {
    const { host, settings, folder } = this.#parts;
    const { clientId, session, proxy, manualRedirectUri } = settings.read();
    const { account, setup } = host.watch.snapshot();
    return {
      homeFolder: app.getPath('home'),
      profileFolder: folder,
      userName: ownUserName(),
      hostName: hostname(),
      others: [
        account?.displayName ?? null,
        account?.key ?? null,
        session?.displayName ?? null,
        session?.accountKey ?? null,
        clientId,
        setup.clientId,
        manualRedirectUri,
        ...namesOf(proxy),
      ],
    };
  }
}

function namesOf(proxy: ProxySetting): readonly (string | null)[] {
  return proxy.kind === 'manual' ? [proxy.user, proxy.address, hostOf(proxy.address)] : [];
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname : null;
}

/** Empty where the system knows no name for who runs this. */
function ownUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return ''; // A container may run as a number alone.
  }
}
