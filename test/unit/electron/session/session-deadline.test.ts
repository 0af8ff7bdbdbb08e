import { expect, test } from 'vitest';
import { deadlinesOf } from '../../../../electron/session/session-deadline.ts';
import type {
  HoldingSession,
  SessionStanding,
} from '../../../../electron/session/session-model.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { tokens } from './harness/keeper-bench.ts';

const clock = new ManualClock();
const NOW = clock.nowMs();
const DAY_MS = 24 * 3_600_000;

const holding: HoldingSession = {
  kind: 'holding',
  tokens: tokens(clock),
  accessRefused: false,
  refresh: { kind: 'planned', atMs: NOW + 1_000 },
  failures: 0,
  unsaved: null,
};
const pasted: HoldingSession = { ...holding, refresh: { kind: 'planned', atMs: null } };
const delayed = (nextTryAtMs: number): SessionStanding => ({
  ...holding,
  refresh: { kind: 'delayed', trouble: 'no-network', nextTryAtMs },
});
const ended: SessionStanding = {
  kind: 'ended',
  reason: 'refused',
  kept: tokens(clock, 0, { setAside: { atMs: NOW, reason: 'refused', triedByUser: false } }),
  trying: false,
  lastFailure: null,
};

test.each<[string, SessionStanding, object[], number?]>([
  ['a planned refresh', holding, [{ work: 'refresh', atMs: NOW + 1_000 }]],
  ['a running refresh', { ...holding, refresh: { kind: 'running' } }, []],
  [
    'a token from the future, as after the clock went back',
    { ...holding, tokens: tokens(clock, -DAY_MS) },
    [{ work: 'refresh', atMs: NOW }],
  ],
  [
    'a token that is never refreshed',
    pasted,
    [{ work: 'end-token', atMs: pasted.tokens.accessTokenExpiresAtMs }],
  ],
  [
    'one that Spotify refused',
    { ...pasted, accessRefused: true },
    [{ work: 'end-token', atMs: NOW }],
  ],
  ['a delayed refresh', delayed(NOW + 5_000), [{ work: 'refresh', atMs: NOW + 5_000 }]],
  ['a next try a day away', delayed(NOW + DAY_MS), [{ work: 'refresh', atMs: NOW }]],
  [
    'unsaved tokens',
    { ...holding, unsaved: 'locked' },
    [
      { work: 'save', atMs: NOW + 300_000 },
      { work: 'refresh', atMs: NOW + 1_000 },
    ],
  ],
  [
    'unsaved tokens whose next offer is a day away',
    { ...holding, unsaved: 'locked', refresh: { kind: 'running' } },
    [{ work: 'save', atMs: NOW }],
    NOW + DAY_MS,
  ],
  ['tokens put aside', ended, [{ work: 'erase-kept', atMs: NOW + DAY_MS }]],
  ['nothing put aside', { ...ended, kept: null }, []],
  ['the first read', { kind: 'reading', expected: true }, []],
  ['signed out', { kind: 'signed-out', lastFailure: null }, []],
  ['a locked keychain: only its user can help', { kind: 'cache', trouble: 'locked' }, []],
])('%s', (_, standing, deadlines, saveRetryAtMs = NOW + 300_000) => {
  expect(deadlinesOf(standing, saveRetryAtMs, NOW)).toEqual(deadlines);
});
