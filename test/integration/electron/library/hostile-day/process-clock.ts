import type { Clock, Timer } from '../../../../../shared/clock.ts';

/** The clock as one process sees it: monotonic time from its start on, and no timer after its end. */
export class ProcessClock implements Clock {
  readonly #clock: Clock;
  readonly #startMs: number;
  readonly #timers = new Set<Timer>();
  #isStopped = false;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#startMs = clock.monotonicMs();
  }

  nowMs(): number {
    return this.#clock.nowMs();
  }

  monotonicMs(): number {
    return this.#clock.monotonicMs() - this.#startMs;
  }

  /** The machine runs through, whatever becomes of the process. */
  uptimeMs(): number {
    return this.#clock.monotonicMs();
  }

  setTimer(delayMs: number, run: () => void): Timer {
    if (this.#isStopped) {
      return { cancel: () => undefined };
    }
    const timer = this.#clock.setTimer(delayMs, () => {
      this.#timers.delete(timer);
      run();
    });
    this.#timers.add(timer);
    return timer;
  }

  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#timers) {
      timer.cancel();
    }
    this.#timers.clear();
  }
}
