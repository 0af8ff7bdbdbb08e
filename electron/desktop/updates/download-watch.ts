import type { Clock, Timer } from '../../../shared/clock.ts';
import type { UpdateFault } from '../../../shared/update-state.ts';

/** electron-updater itself would wait for ever. */
const STALL_LIMIT_MS = 60_000;

interface DownloadWatchOptions {
  readonly clock: Clock;
  readonly expectedBytes: number;
  readonly onProgress: (receivedBytes: number) => void;
  /** Ends the download. */
  readonly breakOff: () => void;
}

/** Breaks off a download that stands still, or that becomes more than was announced. */
export class DownloadWatch {
  readonly #options: DownloadWatchOptions;
  #stall: Timer;
  #fault: UpdateFault | null = null;

  constructor(options: DownloadWatchOptions) {
    this.#options = options;
    this.#stall = this.#newStall();
  }

  /** Why it was broken off; null where it was not. */
  get fault(): UpdateFault | null {
    return this.#fault;
  }

  received({ transferred }: { readonly transferred: number }): void {
    const { expectedBytes, onProgress } = this.#options;
    this.#stall.cancel();
    this.#stall = this.#newStall();
    if (transferred > expectedBytes) {
      this.#breakOff('damaged');
    } else {
      onProgress(transferred);
    }
  }

  close(): void {
    this.#stall.cancel();
  }

  #newStall(): Timer {
    return this.#options.clock.setTimer(STALL_LIMIT_MS, () => this.#breakOff('unreachable'));
  }

  #breakOff(fault: UpdateFault): void {
    this.#fault = fault;
    this.#options.breakOff();
  }
}
