import { expect, test } from 'vitest';
import { judgeRefresh } from '../../../../electron/session/refresh-verdict.ts';
import type { TokenOutcome } from '../../../../electron/session/token-response.ts';

const AUTHORIZED = Date.UTC(2026, 4, 1);
const now = { nowMs: Date.UTC(2026, 5, 1), authorizedAtMs: AUTHORIZED, failures: 0, random: 0 };
const in30s = now.nowMs + 30_000;

test.each<[TokenOutcome, object]>([
  [{ kind: 'invalid-grant' }, { kind: 'ended', reason: 'refused' }],
  [{ kind: 'invalid-client' }, { kind: 'ended', reason: 'client-invalid' }],
  [
    { kind: 'network', code: 'X' },
    { kind: 'delayed', trouble: 'offline', nextTryAtMs: in30s },
  ],
  [
    { kind: 'server-trouble', status: 502 },
    { kind: 'delayed', trouble: 'service-trouble', nextTryAtMs: in30s },
  ],
  [
    { kind: 'unreadable', status: 200 },
    { kind: 'delayed', trouble: 'service-trouble', nextTryAtMs: in30s },
  ],
  [
    { kind: 'rejected', status: 400 },
    { kind: 'delayed', trouble: 'service-trouble', nextTryAtMs: in30s },
  ],
  [
    { kind: 'rate-limited', retryAfterMs: null },
    { kind: 'delayed', trouble: 'rate-limited', nextTryAtMs: in30s },
  ],
  [
    { kind: 'rate-limited', retryAfterMs: 5_000 },
    { kind: 'delayed', trouble: 'rate-limited', nextTryAtMs: in30s },
  ],
  [
    { kind: 'rate-limited', retryAfterMs: 90_000 },
    { kind: 'delayed', trouble: 'rate-limited', nextTryAtMs: now.nowMs + 90_000 },
  ],
])('%j', (outcome, verdict) => {
  expect(judgeRefresh(outcome, now)).toEqual(verdict);
});

test.each([
  ['two days before six months', Date.UTC(2026, 9, 30), 'refused'],
  ['in the last day of six months', Date.UTC(2026, 9, 31, 12), 'expired'],
  ['after six months', Date.UTC(2026, 10, 2), 'expired'],
])('invalid_grant %s', (_, nowMs, reason) => {
  expect(judgeRefresh({ kind: 'invalid-grant' }, { ...now, nowMs })).toEqual({
    kind: 'ended',
    reason,
  });
});
