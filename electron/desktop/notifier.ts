import type { Logger } from '../../shared/logger.ts';
import type { LiteralBody } from './notification-markup.ts';

/** What a notification says, and what a click on it does. */
export interface DesktopNotice {
  readonly title: string;
  readonly body: string;
  readonly onClick: () => void;
  /** It went away by itself: put aside, its time on the desktop over, or never shown at all. */
  readonly onClose?: () => void;
}

interface ShownNotification {
  on(event: 'click' | 'close', listener: () => void): unknown;
  on(event: 'failed', listener: (event: unknown, reason: string) => void): unknown;
  show(): void;
  close(): void;
}

/** The part of Electron's `Notification` that is used. */
export interface NotificationClass {
  isSupported(): boolean;
  new (words: { title: string; body: string; icon?: string }): ShownNotification;
}

export interface NotifierOptions {
  readonly Notification: NotificationClass;
  /** PNG, for desktops that do not know the program's own; null where they do. */
  readonly iconPath: string | null;
  /** Makes the body appear as it is written; never rejects. Left out where it does anyway. */
  readonly literalBody?: LiteralBody;
  readonly logger: Logger;
}

/**
 * Shows notifications of the desktop. A desktop that cannot show them is no error: nothing is said
 * only there.
 */
export class Notifier {
  readonly #options: NotifierOptions;
  /** Kept until each is closed: with the object a click on it would be lost. */
  readonly #standing = new Set<ShownNotification>();
  #isClosed = false;

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  /** @returns takes the notification back, where it still stands */
  show(notice: DesktopNotice): () => void {
    const body = this.#options.literalBody?.(notice.body) ?? notice.body;
    if (typeof body === 'string') {
      return this.#show({ ...notice, body });
    }
    let isTakenBack = false;
    let takeBack: (() => void) | null = null;
    void body.then((text) => {
      if (!isTakenBack) {
        takeBack = this.#show({ ...notice, body: text });
      }
    });
    return () => {
      isTakenBack = true;
      takeBack?.();
    };
  }

  /** Takes back what still stands: a click on it would reach nobody. */
  close(): void {
    this.#isClosed = true;
    for (const notification of [...this.#standing]) {
      this.#takeBack(notification);
    }
  }

  #show(notice: DesktopNotice): () => void {
    const { Notification, logger } = this.#options;
    try {
      if (this.#isClosed) {
        return () => undefined;
      }
      if (!Notification.isSupported()) {
        // Without its title: the name of a playlist may stand there.
        logger.info('This desktop shows no notifications');
        return () => undefined;
      }
      const notification = this.#create(notice);
      notification.show();
      return () => this.#takeBack(notification);
    } catch (error) {
      logger.warn('A notification could not be shown', { reason: String(error) });
      return () => undefined;
    }
  }

  #create({ title, body, onClick, onClose }: DesktopNotice): ShownNotification {
    const { Notification, iconPath, logger } = this.#options;
    const notification = new Notification({
      title,
      body,
      ...(iconPath === null ? {} : { icon: iconPath }),
    });
    this.#standing.add(notification);
    notification.on('close', () => {
      if (this.#standing.delete(notification)) {
        onClose?.();
      }
    });
    notification.on('failed', (_event, reason) => {
      logger.warn('A notification could not be shown', { reason });
      if (this.#standing.delete(notification)) {
        onClose?.();
      }
    });
    notification.on('click', () => {
      // Not every desktop takes it away by itself.
      this.#takeBack(notification);
      onClick();
    });
    return notification;
  }

  #takeBack(notification: ShownNotification): void {
    if (!this.#standing.delete(notification)) {
      return;
    }
    try {
      notification.close();
    } catch (error) {
      this.#options.logger.warn('A notification could not be closed', { reason: String(error) });
    }
  }
}
