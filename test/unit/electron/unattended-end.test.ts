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

const life = {
  accessTokenExpiresAtMs: 1,
  refreshAtMs: 1,
  authorizedAtMs: 1,
  renewBeforeMs: 1,
};
const active: SessionState = { kind: 'active', life };

describe('a run without a user', () => {
  test.each<[SessionState, UnattendedEnd | null]>([
    [active, null],
    [{ kind: 'refreshing', life }, null],
    [{ kind: 'signed-out', lastFailure: null }, 'sign-in-needed'],
    [{ kind: 'authorizing', redirectUri: 'x', endsAtMs: 1 }, 'sign-in-needed'],
    [{ kind: 'sign-in-needed', reason: 'expired' }, 'sign-in-needed'],
    [{ kind: 'keychain-locked' }, 'sign-in-needed'],
    [{ kind: 'keychain-missing' }, 'sign-in-needed'],
    [{ kind: 'offline', nextTryAtMs: 1 }, 'offline'],
    [{ kind: 'waiting', reason: 'rate-limited', untilMs: 1 }, 'waiting'],
    [{ kind: 'waiting', reason: 'service-trouble', untilMs: 1 }, 'waiting'],
  ])('with the session %j ends as %s', (state, end) => {
    expect(endForSession(state)).toBe(end);
  });

  test.each<[ServiceState, UnattendedEnd | null]>([
    [{ kind: 'ok' }, null],
    [{ kind: 'offline' }, 'offline'],
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
    [{ kind: 'session' }, { kind: 'offline', nextTryAtMs: 1 }, 'offline'],
    [{ kind: 'session' }, active, 'waiting'],
    [{ kind: 'offline' }, active, 'offline'],
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
