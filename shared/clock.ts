/** A pending call; cancelling twice, or after it ran, does nothing. */
export interface Timer {
  cancel(): void;
}

/**
 * The only source of time in Cratewatch. It is injected so that hours and months can be tested in
 * milliseconds, and so that a clock that jumps is a case like any other.
 */
export interface Clock {
  /** Wall-clock time in milliseconds since the Unix epoch. Can jump in both directions. */
  nowMs(): number;
  /** Milliseconds since an arbitrary point. Never goes back; may stand still during sleep. */
  monotonicMs(): number;
  /**
   * Milliseconds since the machine was started, its sleep included; coarse, and not moved by setting
   * the wall clock. Null or absent where that is not known: then sleep and a clock that was set
   * forward look alike.
   */
  uptimeMs?(): number | null;
  /** Calls `run` once after at least `delayMs`. The timer alone does not keep the process alive. */
  setTimer(delayMs: number, run: () => void): Timer;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  setTimer: (delayMs, run) => {
    const handle: unknown = setTimeout(run, delayMs);
    // In Node a timer holds the process open; in a browser the handle is a plain number.
    if (typeof handle === 'object' && handle !== null && 'unref' in handle) {
      (handle as { unref(): void }).unref();
    }
    return { cancel: () => clearTimeout(handle as Parameters<typeof clearTimeout>[0]) };
  },
};
