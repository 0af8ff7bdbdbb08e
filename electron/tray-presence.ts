import type { Clock, Timer } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import type { TrayHost } from './desktop/tray-host.ts';
import type { NoticeBoard } from './notice-board.ts';
import type { SettingsStore } from './storage/settings.ts';

/** Panels start with the session as Cratewatch does, and not always sooner. */
const PATIENCE_MS = 10_000;
/** Where no window was asked for, as at a login: a slow panel is no reason to open one. */
const LONG_PATIENCE_MS = 30_000;
const NOTICE_ID = 'no-tray';

export interface TrayPresenceOptions {
  readonly host: TrayHost;
  readonly clock: Clock;
  readonly settings: SettingsStore;
  readonly notices: NoticeBoard;
  /** The start asked for no window. */
  readonly startsHidden: boolean;
  /** Puts the icon up anew. */
  readonly renewIcon: () => void;
  /** What the window has in place of the tray's menu. */
  readonly showMenuBar: (isShown: boolean) => void;
  /** Opens the window where none is open. */
  readonly openWindow: () => void;
  /** Closes the one that `openWindow` opened, if nobody has turned to it. */
  readonly closeWindow: () => void;
  readonly logger: Logger;
}

/**
 * Sees to a desktop that has no place for the tray icon. The user is told in the window, which opens
 * for it, until the notice is dismissed: then it is known how to come back, and a start without a
 * window is one again. Where a panel comes later, the icon is put up there, and a window that nobody
 * has turned to closes again.
 */
export class TrayPresence {
  readonly #options: TrayPresenceOptions;
  #unfollow: (() => void) | null = null;
  #patience: Timer | null = null;
  #isAsking = false;
  #isAskedAgain = false;
  /** The notice is up and was not taken down by us. */
  #isTelling = false;
  #isClosed = false;

  constructor(options: TrayPresenceOptions) {
    this.#options = options;
    options.notices.changed.subscribe((all) => {
      if (this.#isTelling && !all.some(({ id }) => id === NOTICE_ID)) {
        this.#dismissed();
      }
    });
  }

  /** Looks once, and goes on looking only where there is no panel. */
  async start(): Promise<void> {
    const { host, clock, logger, startsHidden } = this.#options;
    const answer = await host.ask();
    if (answer !== 'not-there' || this.#isClosed) {
      return;
    }
    logger.info('No panel shows tray icons');
    const patienceMs = startsHidden ? LONG_PATIENCE_MS : PATIENCE_MS;
    this.#patience = clock.setTimer(patienceMs, () => this.#tell());
    this.#unfollow = host.follow(() => void this.#askAgain());
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
  }

  async #askAgain(): Promise<void> {
    if (this.#isAsking) {
      this.#isAskedAgain = true;
      return;
    }
    this.#isAsking = true;
    do {
      this.#isAskedAgain = false;
      if ((await this.#options.host.ask()) === 'there' && !this.#isClosed) {
        this.#came();
      }
    } while (this.#isAskedAgain && this.#unfollow !== null);
    this.#isAsking = false;
  }

  /** From now on Electron follows the panel by itself, through its restarts too. */
  #came(): void {
    const { notices, renewIcon, showMenuBar, closeWindow, logger } = this.#options;
    this.#stop();
    logger.info('A panel that shows tray icons has come');
    this.#isTelling = false;
    notices.dismiss(NOTICE_ID);
    closeWindow();
    showMenuBar(false);
    renewIcon();
  }

  #tell(): void {
    const { settings, notices, showMenuBar, openWindow } = this.#options;
    this.#patience = null;
    showMenuBar(true);
    if (!settings.read().trayAbsenceTold) {
      this.#isTelling = true;
      notices.add({ kind: 'no-tray', id: NOTICE_ID });
      openWindow();
    }
  }

  #dismissed(): void {
    const { settings, logger } = this.#options;
    this.#isTelling = false;
    try {
      settings.update({ trayAbsenceTold: true });
    } catch (error) {
      logger.warn('A notice will be given again after a restart', { reason: String(error) });
    }
  }

  #stop(): void {
    this.#patience?.cancel();
    this.#patience = null;
    this.#unfollow?.();
    this.#unfollow = null;
  }
}
