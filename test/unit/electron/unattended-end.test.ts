import { describe, expect, test } from 'vitest';
import type { ApiFailure } from '../../../electron/spotify/api-failure.ts';
import {
  endForFailure,
  endForPause,
  endForService,
  endForSession,
  type UnattendedEnd,
} from '../../../electron/unattended-end.ts';
import type { PassPause } from '../../../shared/library-status.ts';
import type { ServiceState, SessionState } from '../../../shared/session-state.ts';
import { EVERY_SESSION, LIFE } from '../shared/texts/every-state.ts';

const active: SessionState = { kind: 'active', life: LIFE };

/** Null for a state that may still become an active session. */
const SESSION_ENDS: Record<SessionState['kind'], UnattendedEnd | null> = {
  active: null,
  refreshing: null,
  'signed-out': 'sign-in-needed',
  authorizing: 'sign-in-needed',
  'confirming-account': 'sign-in-needed',
  'sign-in-needed': 'sign-in-needed',
  'keychain-locked': 'sign-in-needed',
  'keychain-missing': 'sign-in-needed',
  'file-trouble': 'sign-in-needed',
  offline: 'offline',
  waiting: 'waiting',
};

describe('a run without a user', () => {
  test.each(EVERY_SESSION)('ends where only a user or a later hour helps: %j', (state) => {
    expect(endForSession(state)).toBe(SESSION_ENDS[state.kind]);
  });

  test.each<[ServiceState, UnattendedEnd | null]>([
    [{ kind: 'ok' }, null],
    [{ kind: 'offline', cause: 'no-network' }, 'offline'],
    [{ kind: 'rate-limited', untilMs: 1 }, 'waiting'],
    [{ kind: 'quota-exhausted', untilMs: 1 }, 'waiting'],
    [{ kind: 'budget-spent', untilMs: 1 }, 'waiting'],
    [{ kind: 'service-trouble', untilMs: 1 }, 'waiting'],
    [{ kind: 'premium-lapsed', untilMs: 1 }, 'waiting'],
    [{ kind: 'not-allow-listed' }, 'sign-in-needed'],
    [{ kind: 'scope-missing' }, 'sign-in-needed'],
  ])('with the service %j ends as %s', (state, end) => {
    expect(endForService(state)).toBe(end);
  });

  test.each<[PassPause, SessionState, UnattendedEnd]>([
    [{ kind: 'session' }, { kind: 'sign-in-needed', reason: 'refused' }, 'sign-in-needed'],
    [{ kind: 'session' }, { kind: 'offline', cause: 'no-network', nextTryAtMs: 1 }, 'offline'],
    [{ kind: 'session' }, active, 'waiting'],
    [{ kind: 'offline', cause: 'no-network' }, active, 'offline'],
    [{ kind: 'service', reason: 'quota-exhausted', untilMs: 1 }, active, 'waiting'],
    [{ kind: 'not-allow-listed' }, active, 'sign-in-needed'],
    [{ kind: 'scope-missing' }, active, 'sign-in-needed'],
    [{ kind: 'disk-full' }, active, 'failed'],
    [{ kind: 'storage-failed' }, active, 'failed'],
  ])('paused by %j in %j ends as %s', (pause, session, end) => {
    expect(endForPause(pause, session)).toBe(end);
  });

  test.each<[ApiFailure, UnattendedEnd]>([
    [{ kind: 'network', code: 'ECONNRESET' }, 'offline'],
    [{ kind: 'server', status: 502 }, 'waiting'],
    [{ kind: 'unreadable', status: 200 }, 'waiting'],
    [{ kind: 'forbidden' }, 'waiting'],
    [{ kind: 'not-found' }, 'waiting'],
    [{ kind: 'unexpected', status: 418 }, 'waiting'],
    [{ kind: 'unauthorized' }, 'waiting'],
    [{ kind: 'not-allow-listed' }, 'sign-in-needed'],
    [{ kind: 'scope-missing' }, 'sign-in-needed'],
    [{ kind: 'not-now', reason: 'budget-spent', untilMs: 1 }, 'waiting'],
    [{ kind: 'not-now', reason: 'closing', untilMs: 1 }, 'waiting'],
  ])('that cannot tell whose library it is for %j ends as %s', (failure, end) => {
    expect(endForFailure(failure, active, 0)).toBe(end);
  });
});
