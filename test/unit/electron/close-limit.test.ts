import { expect, test } from 'vitest';
import { closeLimitMs } from '../../../electron/close-limit.ts';
import type { SessionState } from '../../../shared/session-state.ts';
import { EVERY_SESSION } from '../shared/texts/every-state.ts';

/** Longer where tokens may be on their way, or only in memory. */
const LIMITS: Record<SessionState['kind'], number> = {
  'signed-out': 2_000,
  authorizing: 2_000,
  'confirming-account': 2_000,
  active: 2_000,
  refreshing: 15_000,
  offline: 2_000,
  waiting: 2_000,
  'keychain-locked': 15_000,
  'keychain-missing': 15_000,
  'file-trouble': 15_000,
  'sign-in-needed': 2_000,
};

test.each(EVERY_SESSION)('quitting takes no longer than tokens need: %j', (state) => {
  expect(closeLimitMs(state)).toBe(LIMITS[state.kind]);
});
