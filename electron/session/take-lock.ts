import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import { acquirePatiently } from './acquire-patiently.ts';
import type { HeldLock, ProcessLock } from './process-lock.ts';

/** A refresh with all its quick retries takes about a minute at the longest. */
const PATIENCE_MS = 90_000;
/** The user waits for this one. */
const SHORT_PATIENCE_MS = 5_000;

export interface LockParts {
  readonly clock: Clock;
  /** Null where no other process can have the same session. */
  readonly lock: ProcessLock | null;
  readonly logger: Logger;
}

/**
 * Takes the lock around the session. Null where there is none, or locking itself does not work:
 * better alone than never. `not-to-be-had` where another process holds it for too long.
 */
export async function takeLock(
  { clock, lock, logger }: LockParts,
  signal: AbortSignal,
  patienceMs = PATIENCE_MS,
): Promise<HeldLock | null | 'not-to-be-had'> {
  if (lock === null) {
    return null;
  }
  try {
    return (await acquirePatiently(lock, clock, signal, patienceMs)) ?? 'not-to-be-had';
  } catch (error) {
    logger.warn('The session goes on without a lock', { reason: String(error) });
    return null;
  }
}

/**
 * Changes the session while no other process refreshes it: such a refresh would write what it had
 * over the change. What the user asked for is done in the end, with the lock or without.
 */
export async function underLock<T>(
  parts: LockParts,
  signal: AbortSignal,
  change: () => Promise<T>,
): Promise<T> {
  const held = await takeLock(parts, signal, SHORT_PATIENCE_MS);
  try {
    return await change();
  } finally {
    if (held !== 'not-to-be-had') {
      held?.release();
    }
  }
}
