import type { Clock, Timer } from '../../shared/clock.ts';

const LOOK_EVERY_MS = 30_000;

interface NetworkReturnOptions {
  /** Electron's `net.isOnline`. */
  readonly isOnline: () => boolean;
  readonly clock: Clock;
  readonly onReturn: () => void;
}

/**
 * Notices that the network is back. The main process gets no event for it, so it looks every 30 s –
 * but only while somebody waits for it; in the ordinary case no timer runs.
 */
export class NetworkReturn {
  readonly #options: NetworkReturnOptions;
  #timer: Timer | null = null;
  #wasOffline = false;

  constructor(options: NetworkReturnOptions) {
    this.#options = options;
  }

  /** Starts looking while `isWaiting`, stops otherwise; asking twice changes nothing. */
  setWaiting(isWaiting: boolean): void {
    if (!isWaiting) {
      this.close();
    } else if (this.#timer === null) {
      this.#wasOffline = !this.#options.isOnline();
      this.#schedule();
    }
  }

  close(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  #schedule(): void {
    this.#timer = this.#options.clock.setTimer(LOOK_EVERY_MS, () => this.#look());
  }

  #look(): void {
    const isOffline = !this.#options.isOnline();
    const isBack = this.#wasOffline && !isOffline;
    this.#wasOffline = isOffline;
    this.#schedule();
    if (isBack) {
      this.#options.onReturn();
    }
  }
}
