import type { Change } from '../shared/change.ts';
import type { Clock, Timer } from '../shared/clock.ts';
import type { SessionSnapshot } from '../shared/ipc-contract.ts';
import type { LibraryStatus } from '../shared/library-status.ts';
import type { Logger } from '../shared/logger.ts';
import type { TextFormat } from '../shared/texts/text-format.ts';
import { CHANGES_IN_MENU, type TrayView, trayView } from './desktop/tray-menu.ts';
import { nextTrayLookInMs } from './tray-look.ts';

/** A pass tells its progress with every page; a tray that followed each would only flicker. */
const SETTLE_MS = 250;

export interface TrayPresenterOptions {
  readonly clock: Clock;
  readonly show: (view: TrayView) => void;
  /** Asked anew for each view: a laptop travels, and formats can be changed at any time. */
  readonly format: () => TextFormat;
  /** The newest changes of the library that is watched at that moment, newest first. */
  readonly latestChanges: (count: number) => Promise<readonly Change[]>;
  readonly logger: Logger;
}

/** Keeps the tray true to the state, a quarter of a second behind it. */
export class TrayPresenter {
  readonly #options: TrayPresenterOptions;
  #snapshot: SessionSnapshot | null = null;
  #status: LibraryStatus | null = null;
  #latest: readonly Change[] = [];
  /** Whose changes were asked for last, and how many of them were new. */
  #asked = { owner: '', unread: 0 };
  /** Counts the questions: only the answer to the last one holds. */
  #question = 0;
  #pending: Timer | null = null;
  #look: Timer | null = null;
  #isClosed = false;

  constructor(options: TrayPresenterOptions) {
    this.#options = options;
  }

  sessionChanged(snapshot: SessionSnapshot): void {
    this.#snapshot = snapshot;
    this.#askWhereMoved();
    this.#showSoon();
  }

  statusChanged(status: LibraryStatus): void {
    this.#status = status;
    this.#askWhereMoved();
    this.#showSoon();
  }

  /** A check has found something. */
  changesArrived(): void {
    this.#ask();
  }

  /** Time has jumped, or how it is written may have changed. */
  lookAgain(): void {
    this.#showSoon();
  }

  /** Shows nothing from now on: what still changes while the app ends would bring the icon back. */
  close(): void {
    this.#isClosed = true;
    this.#pending?.cancel();
    this.#pending = null;
    this.#look?.cancel();
    this.#look = null;
  }

  /** The progress of a pass changes nothing about what was last found; asking costs a query. */
  #askWhereMoved(): void {
    if (this.#snapshot === null || this.#status === null) {
      return;
    }
    const { mode, account } = this.#snapshot;
    const isWatched = this.#status.monitor.kind !== 'idle';
    const asked = {
      owner: JSON.stringify([mode, account?.key ?? null, isWatched]),
      unread: this.#status.unreadChanges,
    };
    const before = this.#asked;
    if (asked.owner === before.owner && asked.unread === before.unread) {
      return;
    }
    this.#asked = asked;
    if (asked.owner !== before.owner) {
      // Nobody sees, not even for a moment, what belongs to somebody else.
      this.#latest = [];
    }
    this.#ask();
  }

  #ask(): void {
    const { latestChanges, logger } = this.#options;
    this.#question += 1;
    const question = this.#question;
    latestChanges(CHANGES_IN_MENU).then(
      (latest) => {
        if (question === this.#question) {
          this.#latest = latest;
          this.#showSoon();
        }
      },
      (error: unknown) => {
        logger.warn('The last changes could not be read for the tray', { reason: String(error) });
      },
    );
  }

  #showSoon(): void {
    if (this.#isClosed) {
      return;
    }
    this.#pending ??= this.#options.clock.setTimer(SETTLE_MS, () => {
      this.#pending = null;
      this.#show();
    });
  }

  #show(): void {
    if (this.#snapshot === null || this.#status === null) {
      return;
    }
    const { mode, state, service } = this.#snapshot;
    const { monitor, unreadChanges, requests } = this.#status;
    const { clock, format, show } = this.#options;
    const { locale, timeZone } = format();
    const nowMs = clock.nowMs();
    const latest = this.#latest;
    show(
      trayView(
        { mode, session: state, service, monitor, unreadChanges, requests, latest },
        nowMs,
        locale,
        timeZone,
      ),
    );
    this.#look?.cancel();
    this.#look = clock.setTimer(nextTrayLookInMs(nowMs), () => this.#show());
  }
}
