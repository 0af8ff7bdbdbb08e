import { describe, expect, test } from 'vitest';
import { judgeRefresh } from '../../../../electron/session/refresh-verdict.ts';
import type { RefreshTrouble } from '../../../../electron/session/session-model.ts';
import type { TokenOutcome } from '../../../../electron/session/token-response.ts';

const DAY_MS = 86_400_000;
const AUTHORIZED = Date.UTC(2026, 4, 1);
const now = {
  nowMs: Date.UTC(2026, 5, 1),
  authorizedAtMs: AUTHORIZED,
  clockSkewMs: null,
  failures: 0,
  random: 0,
};
const SOON = 30_000;

test.each<[string, TokenOutcome, RefreshTrouble, number]>([
  ['no network', { kind: 'network', code: 'ENETUNREACH' }, 'no-network', SOON],
  ['no answer', { kind: 'network', code: 'ECONNRESET' }, 'unreachable', SOON],
  ['an old certificate', { kind: 'network', code: 'CERT_HAS_EXPIRED' }, 'certificate-date', SOON],
  ['a proxy that wants a password', { kind: 'network', code: 'PROXY_LOGIN' }, 'proxy-login', SOON],
  ['502', { kind: 'server-trouble', status: 502 }, 'service-trouble', SOON],
  ['an empty body', { kind: 'unreadable', status: 200, foreign: false }, 'service-trouble', SOON],
  ['a login page', { kind: 'unreadable', status: 200, foreign: true }, 'guest-network', SOON],
  ['another 4xx', { kind: 'rejected', status: 400 }, 'service-trouble', SOON],
  ['429', { kind: 'rate-limited', retryAfterMs: null }, 'rate-limited', SOON],
  ['429 for 5 s', { kind: 'rate-limited', retryAfterMs: 5_000 }, 'rate-limited', SOON],
  ['429 for 90 s', { kind: 'rate-limited', retryAfterMs: 90_000 }, 'rate-limited', 90_000],
])('%s is tried again', (_, outcome, trouble, inMs) => {
  expect(judgeRefresh(outcome, now)).toEqual({
    kind: 'delayed',
    trouble,
    nextTryAtMs: now.nowMs + inMs,
  });
});

test('the wait grows with the failures in a row, up to a quarter of an hour', () => {
  const waits = [0, 1, 2, 3, 4, 50].map((failures) => {
    const verdict = judgeRefresh(
      { kind: 'server-trouble', status: 503 },
      { ...now, failures, random: 1 - Number.EPSILON },
    );
    return verdict.kind === 'delayed' ? Math.round((verdict.nextTryAtMs - now.nowMs) / 60_000) : 0;
  });
  expect(waits).toEqual([1, 2, 4, 8, 15, 15]);
});

test('tokens are taken, whatever the time', () => {
  const outcome = { kind: 'tokens', grant: {} } as TokenOutcome;
  expect(judgeRefresh(outcome, { ...now, nowMs: AUTHORIZED + 400 * DAY_MS }).kind).toBe(
    'refreshed',
  );
});

test('invalid_client ends with its own reason, whatever the time', () => {
  for (const nowMs of [AUTHORIZED, AUTHORIZED + 400 * DAY_MS]) {
    expect(judgeRefresh({ kind: 'invalid-client' }, { ...now, nowMs })).toEqual({
      kind: 'ended',
      reason: 'client-invalid',
    });
  }
});

describe('invalid_grant', () => {
  const reasonOf = (change: Partial<Parameters<typeof judgeRefresh>[1]>) => {
    const verdict = judgeRefresh({ kind: 'invalid-grant' }, { ...now, ...change });
    return verdict.kind === 'ended' ? verdict.reason : verdict.kind;
  };
  /** Six months after the authorization. */
  const END = Date.UTC(2026, 10, 1);

  test.each([
    ['at once', AUTHORIZED, 'refused'],
    ['two days before six months', END - 2 * DAY_MS, 'refused'],
    ['just before the last day of six months', END - DAY_MS - 1, 'refused'],
    ['in the last day of six months', END - DAY_MS, 'expired'],
    ['after six months', END, 'expired'],
    ['years later', END + 2_000 * DAY_MS, 'expired'],
  ])('%s ends the session as %s', (_, nowMs, reason) => {
    expect(reasonOf({ nowMs })).toBe(reason);
  });

  test('is judged by Spotify’s time where this machine’s clock is wrong', () => {
    expect(reasonOf({ nowMs: END - 100 * DAY_MS, clockSkewMs: 100 * DAY_MS })).toBe('expired');
    expect(reasonOf({ nowMs: END + 100 * DAY_MS, clockSkewMs: -150 * DAY_MS })).toBe('refused');
  });

  test('is judged by this machine’s time where that is about right', () => {
    expect(reasonOf({ nowMs: END - DAY_MS - 60_000, clockSkewMs: 90_000 })).toBe('refused');
  });

  test('is a refusal where nobody knows since when the session is', () => {
    expect(reasonOf({ authorizedAtMs: null, nowMs: END + 2_000 * DAY_MS })).toBe('refused');
  });
});
