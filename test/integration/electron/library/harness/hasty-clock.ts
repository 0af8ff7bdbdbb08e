import { type Clock, systemClock } from '../../../../../shared/clock.ts';

/**
 * Time that runs faster than the machine's, so that pauses between requests pass quickly. Unlike the
 * machine's, its timers keep the process alive: here nothing else does.
 */
export function hastyClock(factor: number): Clock {
  const startMs = systemClock.nowMs();
  const originMs = systemClock.monotonicMs();
  const elapsedMs = () => (systemClock.monotonicMs() - originMs) * factor;
  return {
    nowMs: () => Math.round(startMs + elapsedMs()),
    monotonicMs: elapsedMs,
    setTimer: (delayMs, run) => {
      const handle = setTimeout(run, delayMs / factor);
      return { cancel: () => clearTimeout(handle) };
    },
  };
}
