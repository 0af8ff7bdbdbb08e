import type { Clock } from '../../../../shared/clock.ts';

/** A machine that runs, sleeps, is started anew, and whose wall clock is set; with the real time. */
export class SimulatedMachine {
  readonly #tellsUptime: boolean;
  #realMs = Date.UTC(2026, 10, 1, 12);
  #wallErrorMs = 0;
  #bootedAtMs = this.#realMs - 5 * 3_600_000;
  #awakeMs = 0;

  constructor(tellsUptime: boolean) {
    this.#tellsUptime = tellsUptime;
  }

  /** What nobody on the machine can know. */
  get realMs(): number {
    return this.#realMs;
  }

  /** Milliseconds for which it was neither asleep nor off. */
  get awakeMs(): number {
    return this.#awakeMs;
  }

  run(ms: number): void {
    this.#realMs += ms;
    this.#awakeMs += ms;
  }

  sleep(ms: number): void {
    this.#realMs += ms;
  }

  reboot(offMs: number): void {
    this.#realMs += offMs;
    this.#bootedAtMs = this.#realMs;
  }

  /** Sets the wall clock this far ahead of what it shows, or back. */
  setWallClock(byMs: number): void {
    this.#wallErrorMs += byMs;
  }

  /** The clock as a process sees it that starts now. */
  startProcess(): Clock {
    const awakeAtStartMs = this.#awakeMs;
    return {
      nowMs: () => this.#realMs + this.#wallErrorMs,
      monotonicMs: () => this.#awakeMs - awakeAtStartMs,
      uptimeMs: () => (this.#tellsUptime ? this.#realMs - this.#bootedAtMs : null),
      setTimer: () => ({ cancel: () => undefined }),
    };
  }
}
