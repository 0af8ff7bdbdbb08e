import type { Clock, Timer } from '../../../shared/clock.ts';
import type { UpdateLook } from '../../../shared/update-state.ts';
import { LONGEST_WAIT_MS, waitForLookMs } from './update-schedule.ts';

export interface LookTimerOptions {
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly lastLook: () => Pick<UpdateLook, 'atMs'> | null;
  readonly isOnline: () => boolean;
  readonly onDue: () => void;
}

/** Says when a look is due. One timer of at most an hour, and none while it is stopped. */
export class LookTimer {
  readonly #options: LookTimerOptions;
  #timer: Timer | null = null;
  #startedAtMs = 0;
  #chance = 0;

  constructor(options: LookTimerOptions) {
    this.#options = options;
  }

  start(): void {
    this.stop();
    this.#startedAtMs = this.#options.clock.nowMs();
    this.#chance = this.#options.random();
    this.#wait(this.#waitMs);
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  get #waitMs(): number {
    const { clock, lastLook } = this.#options;
    return waitForLookMs(
      { startedAtMs: this.#startedAtMs, lastLook: lastLook(), chance: this.#chance },
      clock.nowMs(),
    );
  }

  #wait(waitMs: number): void {
    this.#timer = this.#options.clock.setTimer(waitMs, () => {
      const isDue = this.#waitMs === 0;
      // Being offline is no error and no look; neither is anything that keeps one from beginning.
      this.#wait(isDue ? LONGEST_WAIT_MS : this.#waitMs);
      if (isDue && this.#options.isOnline()) {
        this.#options.onDue();
      }
    });
  }
}
