import { expect, test } from 'vitest';
import { closeLimitMs } from '../../../electron/close-limit.ts';
import type { SessionState } from '../../../shared/session-state.ts';

const life = { accessTokenExpiresAtMs: 1, refreshAtMs: 1, authorizedAtMs: 1, renewBeforeMs: 1 };

test.each<[SessionState, number]>([
  [{ kind: 'active', life }, 2_000],
  [{ kind: 'signed-out', lastFailure: null }, 2_000],
  [{ kind: 'authorizing', redirectUri: 'x', endsAtMs: 1 }, 2_000],
  [{ kind: 'offline', nextTryAtMs: 1 }, 2_000],
  [{ kind: 'waiting', reason: 'rate-limited', untilMs: 1 }, 2_000],
  [{ kind: 'sign-in-needed', reason: 'expired' }, 2_000],
  // Tokens may be on their way, or only in memory.
  [{ kind: 'refreshing', life }, 15_000],
  [{ kind: 'keychain-locked' }, 15_000],
  [{ kind: 'keychain-missing' }, 15_000],
])('quitting in %j may take %d ms', (state, limitMs) => {
  expect(closeLimitMs(state)).toBe(limitMs);
});
