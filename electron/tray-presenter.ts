import type { Clock, Timer } from '../shared/clock.ts';
import type { SessionSnapshot } from '../shared/ipc-contract.ts';
import type { LibraryStatus } from '../shared/library-status.ts';
import type { TextFormat } from '../shared/texts/text-format.ts';
import { type TrayView, trayView } from './desktop/tray-menu.ts';

/** A pass tells its progress with every page; a tray that followed each would only flicker. */
const SETTLE_MS = 250;

export interface TrayPresenterOptions {
  readonly clock: Clock;
  readonly show: (view: TrayView) => void;
  /** Asked anew for each view: a laptop travels, and formats can be changed at any time. */
  readonly format: () => TextFormat;
}

/** Keeps the tray true to the state, a quarter of a second behind it. */
export class TrayPresenter {
  readonly #options: TrayPresenterOptions;
  #snapshot: SessionSnapshot | null = null;
  #status: LibraryStatus | null = null;
  #pending: Timer | null = null;
  #isClosed = false;

  constructor(options: TrayPresenterOptions) {
    this.#options = options;
  }

  sessionChanged(snapshot: SessionSnapshot): void {
    this.#snapshot = snapshot;
    this.#showSoon();
  }

  statusChanged(status: LibraryStatus): void {
    this.#status = status;
    this.#showSoon();
  }

  /** Shows nothing from now on: what still changes while the app ends would bring the icon back. */
  close(): void {
    this.#isClosed = true;
    this.#pending?.cancel();
    this.#pending = null;
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
    show(
      trayView(
        { mode, session: state, service, monitor, unreadChanges, requests },
        clock.nowMs(),
        locale,
        timeZone,
      ),
    );
  }
}
