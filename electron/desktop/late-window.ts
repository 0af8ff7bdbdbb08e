import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';

/** The part of a window that tells whether it has something to show. */
interface Showing {
  once(event: 'ready-to-show' | 'show' | 'closed', listener: () => void): unknown;
}

export interface LateWindowParts {
  readonly clock: Clock;
  /** Ends the process of the page, as a crash would. */
  readonly endPage: () => void;
  readonly logger: Logger;
}

/** A start from a slow disk, in the crowd of a login, takes a tenth of it. */
export const LATE_MS = 30_000;

/**
 * A window is put up when it has something to show. A page that stands still before that, as
 * Chromium's wait for its process for drawing can make it, would leave the user with nothing at all:
 * there is no window that could be told to hang. So it is ended, and what follows a crash follows.
 */
export function endWhenLate(window: Showing, { clock, endPage, logger }: LateWindowParts): void {
  const timer = clock.setTimer(LATE_MS, () => {
    logger.error('The window had nothing to show, so its process is ended', { afterMs: LATE_MS });
    endPage();
  });
  const inTime = (): void => timer.cancel();
  window.once('ready-to-show', inTime);
  // Put up empty, where its page could not be loaded: the user sees that, and can close it.
  window.once('show', inTime);
  window.once('closed', inTime);
}
