import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../electron/session/secret.ts';
import {
  describeSession,
  type SessionModel,
  type SessionStanding,
} from '../../../../electron/session/session-model.ts';
import {
  type SessionEvent,
  sessionAfter,
} from '../../../../electron/session/session-transitions.ts';
import type { CachedTokens } from '../../../../electron/session/token-cache.ts';

const NOW = Date.UTC(2026, 10, 1, 12);

const TOKENS: CachedTokens = {
  accessToken: new Secret('access'),
  accessTokenExpiresAtMs: NOW + 3_600_000,
  receivedAtMs: NOW,
  refreshToken: new Secret('refresh'),
  scopes: [],
  authorizedAtMs: NOW,
  setAside: null,
};
const KEPT: CachedTokens = {
  ...TOKENS,
  setAside: { atMs: NOW, reason: 'refused', triedByUser: false },
};

const holding = {
  kind: 'holding',
  tokens: TOKENS,
  accessRefused: false,
  refresh: { kind: 'planned', atMs: NOW + 1 },
  failures: 0,
  unsaved: null,
} as const satisfies SessionStanding;

const STANDINGS = {
  reading: { kind: 'reading', expected: true },
  'signed-out': { kind: 'signed-out', lastFailure: null },
  locked: { kind: 'keychain', trouble: 'locked' },
  missing: { kind: 'keychain', trouble: 'missing' },
  active: holding,
  refreshing: { ...holding, refresh: { kind: 'running' } },
  offline: {
    ...holding,
    refresh: { kind: 'delayed', trouble: 'offline', nextTryAtMs: NOW },
    failures: 1,
  },
  waiting: {
    ...holding,
    refresh: { kind: 'delayed', trouble: 'rate-limited', nextTryAtMs: NOW },
    failures: 1,
  },
  unsaved: { ...holding, unsaved: 'locked' },
  ended: { kind: 'ended', reason: 'refused', kept: KEPT, trying: false, lastFailure: null },
} as const satisfies Record<string, SessionStanding>;

const EVENTS = {
  'tokens-read': { kind: 'tokens-read', tokens: TOKENS, refreshAtMs: NOW + 1 },
  'kept-read': { kind: 'tokens-read', tokens: KEPT, refreshAtMs: NOW + 1 },
  'nothing-read': { kind: 'nothing-read' },
  'cache-troubled': { kind: 'cache-troubled', trouble: 'missing' },
  'garbage-read': { kind: 'garbage-read' },
  'sign-in-waits': {
    kind: 'sign-in-waits',
    redirectUri: 'http://127.0.0.1:1/callback',
    endsAtMs: NOW,
  },
  'sign-in-failed': { kind: 'sign-in-failed', failure: { kind: 'cancelled' } },
  'signed-in': { kind: 'signed-in', tokens: TOKENS, refreshAtMs: NOW + 1 },
  'refresh-started': { kind: 'refresh-started' },
  refreshed: { kind: 'refreshed', tokens: TOKENS, refreshAtMs: NOW + 1 },
  'refresh-delayed': { kind: 'refresh-delayed', trouble: 'offline', nextTryAtMs: NOW },
  'session-ended': { kind: 'session-ended', reason: 'refused', kept: KEPT },
  'kept-erased': { kind: 'kept-erased' },
  'access-refused': { kind: 'access-refused' },
  saved: { kind: 'saved' },
  'not-saved': { kind: 'not-saved', trouble: 'missing' },
  disconnected: { kind: 'disconnected' },
} as const satisfies Record<string, SessionEvent>;

/** What the user sees after an event; `=` says that nothing moves. */
const TABLE: Record<keyof typeof EVENTS, Record<keyof typeof STANDINGS, string>> = {
  'tokens-read': row('active', 'active', 'active', 'active', '=', '=', '=', '=', '=', '='),
  'kept-read': row(
    'sign-in-needed',
    'sign-in-needed',
    'sign-in-needed',
    'sign-in-needed',
    '=',
    '=',
    '=',
    '=',
    '=',
    '=',
  ),
  'nothing-read': row(
    'signed-out',
    'signed-out',
    'signed-out',
    'signed-out',
    '=',
    '=',
    '=',
    '=',
    '=',
    '=',
  ),
  'cache-troubled': row(
    'keychain-missing',
    'keychain-missing',
    'keychain-missing',
    'keychain-missing',
    '=',
    '=',
    '=',
    '=',
    '=',
    '=',
  ),
  'garbage-read': row(
    'sign-in-needed',
    'sign-in-needed',
    'sign-in-needed',
    'sign-in-needed',
    '=',
    '=',
    '=',
    '=',
    '=',
    '=',
  ),
  'sign-in-waits': row(
    'authorizing',
    'authorizing',
    'authorizing',
    'authorizing',
    'authorizing',
    'authorizing',
    'authorizing',
    'authorizing',
    'authorizing',
    'authorizing',
  ),
  'sign-in-failed': row(
    'signed-out',
    'signed-out',
    '=',
    '=',
    '=',
    '=',
    '=',
    '=',
    '=',
    'sign-in-needed',
  ),
  'signed-in': row(
    'active',
    'active',
    'active',
    'active',
    'active',
    'active',
    'active',
    'active',
    'active',
    'active',
  ),
  'refresh-started': row(
    '=',
    '=',
    '=',
    '=',
    'refreshing',
    'refreshing',
    'refreshing',
    'refreshing',
    'refreshing',
    'refreshing',
  ),
  refreshed: row('=', '=', '=', '=', 'active', 'active', 'active', 'active', 'active', 'active'),
  'refresh-delayed': row(
    '=',
    '=',
    '=',
    '=',
    'offline',
    'offline',
    'offline',
    'offline',
    'keychain-locked',
    'sign-in-needed',
  ),
  'session-ended': row(
    'sign-in-needed',
    'sign-in-needed',
    'sign-in-needed',
    'sign-in-needed',
    'sign-in-needed',
    'sign-in-needed',
    'sign-in-needed',
    'sign-in-needed',
    'sign-in-needed',
    'sign-in-needed',
  ),
  'kept-erased': row('=', '=', '=', '=', '=', '=', '=', '=', '=', 'sign-in-needed'),
  'access-refused': row(
    '=',
    '=',
    '=',
    '=',
    'active',
    'refreshing',
    'offline',
    'waiting',
    'keychain-locked',
    '=',
  ),
  saved: row('=', '=', '=', '=', '=', '=', '=', '=', 'active', '='),
  'not-saved': row(
    '=',
    '=',
    '=',
    '=',
    'keychain-missing',
    'refreshing',
    'keychain-missing',
    'keychain-missing',
    'keychain-missing',
    '=',
  ),
  disconnected: row(
    'signed-out',
    'signed-out',
    'signed-out',
    'signed-out',
    'signed-out',
    'signed-out',
    'signed-out',
    'signed-out',
    'signed-out',
    'signed-out',
  ),
};

function row(...cells: string[]): Record<keyof typeof STANDINGS, string> {
  const entries = Object.keys(STANDINGS).map((name, index) => [name, cells[index] ?? '?']);
  return Object.fromEntries(entries);
}

function model(standing: SessionStanding): SessionModel {
  return { standing, signIn: null };
}

describe.each(Object.entries(EVENTS))('%s', (eventName, event) => {
  test.each(Object.entries(STANDINGS))('while %s', (standingName, standing) => {
    const before = model(standing);
    const after = sessionAfter(before, event);
    const cells: Record<string, string> = TABLE[eventName as keyof typeof EVENTS];
    if (cells[standingName] === '=') {
      expect(after.standing).toBe(standing);
    } else {
      expect(describeSession(after).kind).toBe(cells[standingName]);
    }
  });
});

test('only the end of a session, or a disconnection, takes its tokens out of use', () => {
  for (const event of Object.values(EVENTS)) {
    const { standing } = sessionAfter(model(holding), event);
    const ends = event.kind === 'session-ended' || event.kind === 'disconnected';
    expect(standing.kind === 'holding').toBe(!ends);
  }
});

test('failures in a row are counted over the tries between them, and forgotten on success', () => {
  let current = model(holding);
  for (const _ of [1, 2, 3]) {
    current = sessionAfter(current, EVENTS['refresh-started']);
    current = sessionAfter(current, EVENTS['refresh-delayed']);
  }
  expect(current.standing).toMatchObject({ failures: 3 });
  expect(sessionAfter(current, EVENTS.refreshed).standing).toMatchObject({ failures: 0 });
});

test('a sign-in that failed while a session is alive leaves that session', () => {
  const renewing = sessionAfter(model(holding), EVENTS['sign-in-waits']);
  expect(sessionAfter(renewing, EVENTS['sign-in-failed'])).toEqual(model(holding));
});

test('why the last sign-in came to nothing is shown', () => {
  const failed = sessionAfter(model(STANDINGS['signed-out']), EVENTS['sign-in-failed']);
  expect(describeSession(failed)).toEqual({
    kind: 'signed-out',
    lastFailure: { kind: 'cancelled' },
  });
  const again = sessionAfter(model(STANDINGS.ended), EVENTS['sign-in-failed']);
  expect(describeSession(again)).toMatchObject({ lastFailure: { kind: 'cancelled' } });
});

test.each(Object.entries(STANDINGS))('no token is in what is shown while %s', (_, standing) => {
  expect(JSON.stringify(describeSession(model(standing)))).not.toMatch(/"(access|refresh)"/);
});
