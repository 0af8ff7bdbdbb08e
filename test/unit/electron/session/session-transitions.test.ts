import { describe, expect, test } from 'vitest';
import {
  describeSession,
  type HoldingSession,
  type SessionModel,
  type SessionStanding,
} from '../../../../electron/session/session-model.ts';
import {
  type SessionEvent,
  sessionAfter,
} from '../../../../electron/session/session-transitions.ts';
import { KEPT, NOW, tokensNamed } from './harness/every-model.ts';

const TOKENS = tokensNamed('in-hand');
const holding: HoldingSession = {
  kind: 'holding',
  tokens: TOKENS,
  accessRefused: false,
  refresh: { kind: 'planned', atMs: NOW + 1 },
  failures: 0,
  unsaved: null,
};
const delayed = { kind: 'delayed', nextTryAtMs: NOW + 60_000 } as const;
const ended = { kind: 'ended', reason: 'refused', trying: false, lastFailure: null } as const;

/** The columns of the table. */
const STANDINGS = {
  reading: { kind: 'reading', expected: true },
  'signed-out': { kind: 'signed-out', lastFailure: null },
  locked: { kind: 'cache', trouble: 'locked' },
  active: holding,
  pasted: { ...holding, refresh: { kind: 'planned', atMs: null } },
  refreshing: { ...holding, refresh: { kind: 'running' } },
  offline: { ...holding, refresh: { ...delayed, trouble: 'no-network' }, failures: 1 },
  waiting: { ...holding, refresh: { ...delayed, trouble: 'other-instance' }, failures: 1 },
  unsaved: { ...holding, unsaved: 'locked' },
  ended: { ...ended, kept: KEPT },
  trying: { ...ended, kept: KEPT, trying: true },
  lost: { ...ended, kept: null },
} as const satisfies Record<string, SessionStanding>;

/** The rows: one of each kind, and two of those that differ by what they bring. */
const EVENTS = {
  'tokens-read': { kind: 'tokens-read', tokens: TOKENS, refreshAtMs: NOW + 1 },
  'kept-read': { kind: 'tokens-read', tokens: KEPT, refreshAtMs: NOW + 1 },
  'nothing-read': { kind: 'nothing-read' },
  'cache-troubled': { kind: 'cache-troubled', trouble: 'unwritable' },
  'session-lost': { kind: 'session-lost', reason: 'not-kept' },
  'sign-in-waits': {
    kind: 'sign-in-waits',
    stage: { kind: 'waiting', redirectUri: 'http://127.0.0.1:1/', endsAtMs: NOW, pageUrl: null },
  },
  'account-asked': {
    kind: 'sign-in-waits',
    stage: { kind: 'confirming', expected: { key: 'ada', displayName: 'Ada' }, found: null },
  },
  'sign-in-failed': { kind: 'sign-in-failed', failure: { kind: 'cancelled' } },
  'signed-in': { kind: 'signed-in', tokens: TOKENS, refreshAtMs: NOW + 1 },
  'refresh-started': { kind: 'refresh-started' },
  refreshed: { kind: 'refreshed', tokens: TOKENS, refreshAtMs: NOW + 1 },
  'refresh-offline': { kind: 'refresh-delayed', trouble: 'untrusted', nextTryAtMs: NOW },
  'refresh-waits': { kind: 'refresh-delayed', trouble: 'rate-limited', nextTryAtMs: NOW },
  'session-ended': { kind: 'session-ended', reason: 'expired', kept: KEPT },
  'token-ended': { kind: 'session-ended', reason: 'token-ended', kept: null },
  'kept-erased': { kind: 'kept-erased' },
  'access-refused': { kind: 'access-refused' },
  'clock-set-back': { kind: 'clock-set-back', byMs: 3_600_000 },
  saved: { kind: 'saved' },
  'not-saved': { kind: 'not-saved', trouble: 'restarted' },
  disconnected: { kind: 'disconnected' },
} as const satisfies Record<string, SessionEvent>;

/** What the cells stand for; `=`: the standing stays the very same object. */
const CELLS: Readonly<Record<string, string>> = {
  act: 'active',
  ref: 'refreshing',
  off: 'offline',
  wai: 'waiting',
  out: 'signed-out',
  aut: 'authorizing',
  con: 'confirming-account',
  loc: 'keychain-locked',
  mis: 'keychain-missing',
  fil: 'file-trouble',
  end: 'sign-in-needed',
};

/** reading out locked | active pasted refreshing offline waiting unsaved | ended trying lost */
const TABLE: Readonly<Record<keyof typeof EVENTS, string>> = {
  'tokens-read': '      act act act | =   =   =   =   =   =   | =   =   =',
  'kept-read': '        end end end | =   =   =   =   =   =   | =   =   =',
  'nothing-read': '     out out out | =   =   =   =   =   =   | =   =   =',
  'cache-troubled': '   fil fil fil | =   =   =   =   =   =   | =   =   =',
  'session-lost': '     end end end | =   =   =   =   =   =   | =   =   =',
  'sign-in-waits': '    aut aut aut | aut aut aut aut aut aut | aut aut aut',
  'account-asked': '    con con con | con con con con con con | con con con',
  'sign-in-failed': '   out out =   | =   =   =   =   =   =   | end ref end',
  'signed-in': '        act act act | act act act act act act | act act act',
  'refresh-started': '  =   =   =   | ref ref ref ref ref ref | ref ref =',
  refreshed: '          =   =   =   | act act act act act act | act act act',
  'refresh-offline': '  =   =   =   | off off off off off loc | end end end',
  'refresh-waits': '    =   =   =   | wai wai wai wai wai loc | end end end',
  'session-ended': '    =   =   =   | end end end end end end | end end end',
  'token-ended': '      =   =   =   | end end end end end end | end end end',
  'kept-erased': '      =   =   =   | =   =   =   =   =   =   | end end end',
  'access-refused': '   =   =   =   | act act ref off wai loc | =   =   =',
  'clock-set-back': '   =   =   =   | act act ref off wai loc | =   =   =',
  saved: '              =   =   =   | =   =   =   =   =   act | =   =   =',
  'not-saved': '        =   =   =   | mis mis ref mis mis mis | =   =   =',
  disconnected: '       out out out | out out out out out out | out out out',
};

const model = (standing: SessionStanding): SessionModel => ({ standing, signIn: null });

describe.each(Object.entries(EVENTS))('%s', (eventName, event) => {
  const row = TABLE[eventName as keyof typeof EVENTS].split(/[\s|]+/).filter((cell) => cell !== '');

  test('has a cell for each standing', () => {
    expect(row).toHaveLength(Object.keys(STANDINGS).length);
  });

  test.each(
    Object.entries(STANDINGS).map(([name, standing], index) => [name, standing, row[index]]),
  )('while %s', (_, standing, cell) => {
    const after = sessionAfter(model(standing as SessionStanding), event);
    if (cell === '=') {
      expect(after.standing).toBe(standing);
    } else {
      expect(describeSession(after).kind).toBe(CELLS[cell as string]);
    }
  });
});

test('failures in a row are counted over the tries between them, and forgotten on success', () => {
  let current = model(holding);
  for (const _ of [1, 2, 3]) {
    current = sessionAfter(current, EVENTS['refresh-started']);
    current = sessionAfter(current, EVENTS['refresh-waits']);
  }
  expect(current.standing).toMatchObject({ failures: 3 });
  expect(sessionAfter(current, EVENTS.refreshed).standing).toMatchObject({ failures: 0 });
});

test('a sign-in that failed while a session is alive leaves that session', () => {
  const renewing = sessionAfter(model(holding), EVENTS['sign-in-waits']);
  expect(sessionAfter(renewing, EVENTS['sign-in-failed'])).toEqual(model(holding));
});

test('why the last sign-in came to nothing is shown, also beside an end', () => {
  const lastFailure = { kind: 'cancelled' };
  const failed = sessionAfter(model(STANDINGS['signed-out']), EVENTS['sign-in-failed']);
  expect(describeSession(failed)).toEqual({ kind: 'signed-out', lastFailure });
  const again = sessionAfter(model(STANDINGS.ended), EVENTS['sign-in-failed']);
  expect(describeSession(again)).toEqual({
    kind: 'sign-in-needed',
    reason: 'refused',
    lastFailure,
  });
});

test('what was kept aside by an earlier run keeps the reason for which it was', () => {
  const kept = { ...KEPT, setAside: { atMs: NOW, reason: 'client-invalid', triedByUser: true } };
  const event = { kind: 'tokens-read', tokens: kept, refreshAtMs: NOW } as SessionEvent;
  expect(sessionAfter(model(STANDINGS.reading), event).standing).toEqual({
    ...ended,
    reason: 'client-invalid',
    kept,
  });
});

test('new tokens are taken as they are: unsaved and refused were said of the old ones', () => {
  const worn: SessionStanding = { ...holding, accessRefused: true, unsaved: 'locked', failures: 4 };
  for (const event of [EVENTS.refreshed, EVENTS['signed-in']]) {
    expect(sessionAfter(model(worn), event).standing).toEqual(holding);
  }
});
