import { describe, expect, it, test, vi } from 'vitest';
import { closeLimit, closeWithin } from '../../../electron/close-limit.ts';
import { silentLogger } from '../../../shared/logger.ts';
import type { SessionState } from '../../../shared/session-state.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { EVERY_SESSION } from '../shared/texts/every-state.ts';

/** Tokens may be on their way, or only in memory. */
const TOKENS_AT_STAKE: Record<SessionState['kind'], boolean> = {
  'signed-out': false,
  authorizing: false,
  'confirming-account': false,
  active: false,
  refreshing: true,
  offline: false,
  waiting: false,
  'keychain-locked': true,
  'keychain-missing': true,
  'file-trouble': true,
  'sign-in-needed': false,
};

test.each(EVERY_SESSION)('quitting takes 2 s, or as long as tokens need: %j', (state) => {
  const { closeMs, keychainMs } = closeLimit(state);
  if (TOKENS_AT_STAKE[state.kind]) {
    expect(closeMs).toBe(15_000);
  } else {
    // With some time left for the process to end.
    expect(keychainMs).toBeLessThan(2_000);
  }
  expect(closeMs).toBeLessThan(keychainMs);
});

describe('closing', () => {
  const limit = { closeMs: 1_000, keychainMs: 1_500 };

  /** After how many milliseconds it has ended, and what was logged. */
  async function end(clock: ManualClock, part: Promise<unknown>, idle: Promise<void>) {
    const logger = { ...silentLogger, info: vi.fn(), error: vi.fn() };
    const parts = [Promise.resolve(), part];
    const startedMs = clock.monotonicMs();
    let afterMs: number | null = null;
    void closeWithin({ clock, limit, parts, keychainIdle: () => idle, logger }).then(() => {
      afterMs = clock.monotonicMs() - startedMs;
    });
    await clock.advance(10_000);
    return { afterMs, logger };
  }

  /** In so many milliseconds, or with null never. */
  const resolved = (clock: ManualClock, delayMs: number | null): Promise<void> =>
    new Promise((resolve) => {
      if (delayMs !== null) clock.setTimer(delayMs, resolve);
    });

  it.each([
    ['at once where nothing is under way', 0, 0, 0, true],
    ['when everything has closed', 300, 0, 300, true],
    ['without what takes too long', null, 0, 1_000, false],
    ['with the keychain, which has the time that is left', 0, 1_400, 1_400, true],
    ['without a keychain that waits for its user', 0, null, 1_500, true],
    ['in the time for both where neither ends', null, null, 1_500, false],
  ])('ends %s', async (_how, closedMs, idleMs, expectedMs, inTime) => {
    const clock = new ManualClock();
    const { afterMs, logger } = await end(
      clock,
      resolved(clock, closedMs),
      resolved(clock, idleMs),
    );
    expect(afterMs).toBe(expectedMs);
    expect(logger.info).toHaveBeenCalledExactlyOnceWith('Cratewatch ends', { inTime });
    expect(clock.pendingCount).toBe(0);
  });

  it('tells of a part that failed, and waits for the keychain all the same', async () => {
    const clock = new ManualClock();
    const failed = Promise.reject(new Error('no'));
    const { afterMs, logger } = await end(clock, failed, resolved(clock, 200));
    expect(afterMs).toBe(200);
    expect(logger.error).toHaveBeenCalledExactlyOnceWith('A part did not close', {
      reason: 'Error: no',
    });
  });
});
