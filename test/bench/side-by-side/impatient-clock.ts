import { type Clock, systemClock } from '../../../shared/clock.ts';

/**
 * The machine's clock, but short waits are skipped: time jumps over them. So a client that waits on
 * purpose can be seen without its waits; limits of whole seconds stay what they are.
 *
 * @param longestSkippedMs waits up to this long are skipped
 */
export function impatientClock(longestSkippedMs: number): Clock {
  let skippedMs = 0;
  return {
    nowMs: () => Math.round(systemClock.nowMs() + skippedMs),
    monotonicMs: () => systemClock.monotonicMs() + skippedMs,
    setTimer: (delayMs, run) => {
      if (delayMs > longestSkippedMs) {
        return systemClock.setTimer(delayMs, run);
      }
      const handle = setImmediate(() => {
        skippedMs += Math.max(0, delayMs);
        run();
      });
      return { cancel: () => clearImmediate(handle) };
    },
  };
}
