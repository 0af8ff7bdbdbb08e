import type { Clock } from '../../shared/clock.ts';

/** What a time server corrects all the time is no news. */
const TOLERANCE_MS = 1_000;

/**
 * Notices that the wall clock was set back, by the monotonic one beside it. A wall clock that runs
 * ahead is not told from a sleep: the monotonic one may stand still meanwhile.
 */
export class SetBackWatch {
  readonly #clock: Clock;
  #aheadMs: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#aheadMs = this.#measure();
  }

  /** By how many milliseconds the clock was set back since the last look; 0 for less than 1 s. */
  look(): number {
    const aheadMs = this.#measure();
    const byMs = this.#aheadMs - aheadMs;
    if (byMs > 0 && byMs <= TOLERANCE_MS) {
      // Small steps add up: the next look still sees this one.
      return 0;
    }
    this.#aheadMs = aheadMs;
    return Math.max(0, byMs);
  }

  #measure(): number {
    return this.#clock.nowMs() - this.#clock.monotonicMs();
  }
}
