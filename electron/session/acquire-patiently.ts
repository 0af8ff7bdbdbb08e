import type { Clock } from '../../shared/clock.ts';
import { pause } from './pause.ts';
import type { HeldLock, ProcessLock } from './process-lock.ts';

const LOOK_AGAIN_MS = 250;

/**
 * Waits until the lock is free; null where that takes longer than `patienceMs`, or the signal
 * aborts.
 */
export async function acquirePatiently(
  lock: ProcessLock,
  clock: Clock,
  signal: AbortSignal,
  patienceMs: number,
): Promise<HeldLock | null> {
  const startedMs = clock.monotonicMs();
  for (;;) {
    const held = await lock.tryAcquire();
    if (held !== null) {
      return held;
    }
    if (signal.aborted || clock.monotonicMs() - startedMs >= patienceMs) {
      return null;
    }
    await pause(clock, LOOK_AGAIN_MS, signal);
  }
}
