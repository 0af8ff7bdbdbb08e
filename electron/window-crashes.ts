import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import { crashTexts } from '../shared/texts/crash-texts.ts';
import type { DesktopNotice } from './desktop/notifier.ts';
import { windowCrashVerdict } from './desktop/window-crash-verdict.ts';
import type { NoticeBoard } from './notice-board.ts';

export interface WindowCrashesParts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly notices: NoticeBoard;
  /** Opens the window where it was left. */
  readonly openAgain: () => void;
  /** From now on the window opens at its first page: the one it was at may be what it cannot show. */
  readonly leavePage: () => void;
  readonly notify: (notice: DesktopNotice) => void;
}

/** Opens a window that crashed again, once; the watch goes on in either case. */
export class WindowCrashes {
  readonly #parts: WindowCrashesParts;
  #lastMs: number | null = null;

  constructor(parts: WindowCrashesParts) {
    this.#parts = parts;
  }

  /** To be called when the window of the crashed process is gone. */
  crashed(): void {
    const { clock, logger, notices, openAgain, leavePage, notify } = this.#parts;
    const nowMs = clock.monotonicMs();
    const verdict = windowCrashVerdict(this.#lastMs, nowMs);
    this.#lastMs = nowMs;
    logger.info('The window’s process is gone', { verdict });
    notices.add({
      kind: verdict === 'open-again' ? 'window-opened-again' : 'window-stayed-closed',
      id: 'window-crashed',
    });
    if (verdict === 'open-again') {
      openAgain();
    } else {
      leavePage();
      notify({ ...crashTexts.windowStaysClosed, onClick: openAgain });
    }
  }
}
