import type { Clock } from '../../shared/clock.ts';
import { pause } from './pause.ts';
import type { HeldLock, ProcessLock } from './process-lock.ts';

/** A refresh with all its quick retries takes about a minute at the longest. */
const PATIENCE_MS = 90_000;
const LOOK_AGAIN_MS = 250;

/** Waits until the lock is free; null where that takes too long or the app is closing. */
export async function acquirePatiently(
  lock: ProcessLock,
  clock: Clock,
  signal: AbortSignal,
): Promise<HeldLock | null> {
  const startedMs = clock.monotonicMs();
  for (;;) {
    const held = await lock.tryAcquire();
    if (held !== null) {
      return held;
    }
    if (signal.aborted || clock.monotonicMs() - startedMs >= PATIENCE_MS) {
      return null;
    }
    await pause(clock, LOOK_AGAIN_MS, signal);
  }
}
