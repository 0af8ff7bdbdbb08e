import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import type { SessionState } from '../shared/session-state.ts';
import { withinLimit } from './session/time-limit.ts';

/** In milliseconds from the moment of quitting. */
export interface CloseLimit {
  /** What everything may take to close. */
  readonly closeMs: number;
  /** Until then calls of the keychain are waited for: one that goes on waits for its user. */
  readonly keychainMs: number;
}

/**
 * Where nothing can be lost: the database is safe at every moment. Quitting takes 2 s, of which the
 * rest is for the process itself to end.
 */
const ORDINARY: CloseLimit = { closeMs: 1_300, keychainMs: 1_800 };
/** What a session takes at most to bring its tokens home: 3 s for Spotify, 10 s for the keychain. */
const TOKENS_AT_STAKE: CloseLimit = { closeMs: 15_000, keychainMs: 16_000 };

/**
 * How long quitting waits for the watch to close. A refresh under way may hold a new refresh token
 * that has killed the old one (facts §1), and tokens that the keychain could not take are only in
 * memory: losing either costs the user a sign-in, so they are waited for, with icon and window gone.
 */
export function closeLimit(state: SessionState): CloseLimit {
  switch (state.kind) {
    case 'refreshing':
    case 'keychain-locked':
    case 'keychain-missing':
    case 'file-trouble':
      return TOKENS_AT_STAKE;
    default:
      return ORDINARY;
  }
}

export interface Closing {
  readonly clock: Clock;
  readonly limit: CloseLimit;
  /** Of everything that is closing. */
  readonly parts: readonly Promise<unknown>[];
  /** No call of the keychain is under way, in the middle of which a process that ends crashes. */
  readonly keychainIdle: () => Promise<void>;
  readonly logger: Logger;
}

/** Waits for all of it, no longer than the limit allows. */
export async function closeWithin({
  clock,
  limit,
  parts,
  keychainIdle,
  logger,
}: Closing): Promise<void> {
  const startedMs = clock.monotonicMs();
  const end = await withinLimit(Promise.allSettled(parts), clock, limit.closeMs);
  for (const part of end.kind === 'in-time' ? end.value : []) {
    if (part.status === 'rejected') {
      logger.error('A part did not close', { reason: String(part.reason) });
    }
  }
  // A quick close leaves its time to the keychain.
  const leftMs = startedMs + limit.keychainMs - clock.monotonicMs();
  await withinLimit(keychainIdle(), clock, Math.max(0, leftMs));
  logger.info('Cratewatch ends', { inTime: end.kind === 'in-time' });
}
