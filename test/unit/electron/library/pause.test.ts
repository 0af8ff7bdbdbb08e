import { describe, expect, it } from 'vitest';
import { pauseAfterFailure, pauseAfterStorageFailure } from '../../../../electron/library/pause.ts';
import type { ApiFailure } from '../../../../electron/spotify/api-failure.ts';

const MINUTE = 60_000;
const SESSION_FAILURE: ApiFailure = {
  kind: 'session',
  state: { kind: 'signed-out', lastFailure: null },
};
const moment = { nowMs: 0, trouble: 0, random: 0 };

describe('pauseAfterFailure', () => {
  it.each<[string, ApiFailure, unknown]>([
    [
      'waits as long as the quota says',
      { kind: 'not-now', reason: 'quota-exhausted', untilMs: 99 },
      { pause: { kind: 'service', reason: 'quota-exhausted', untilMs: 99 }, retryAtMs: 99 },
    ],
    [
      'waits for the session',
      { kind: 'unauthorized' },
      { pause: { kind: 'session' }, retryAtMs: 15 * MINUTE },
    ],
    [
      'tries the network again soon',
      { kind: 'network', code: 'ENETDOWN' },
      { pause: { kind: 'offline', cause: 'no-network' }, retryAtMs: MINUTE },
    ],
    [
      'looks for Spotify when the failure says',
      { kind: 'network', code: 'ECONNRESET', nextTryAtMs: 4_000 },
      { pause: { kind: 'offline', cause: 'unreachable' }, retryAtMs: 4_000 },
    ],
    [
      'never looks for Spotify without a moment in between',
      { kind: 'network', code: 'ECONNRESET', nextTryAtMs: 0 },
      { pause: { kind: 'offline', cause: 'unreachable' }, retryAtMs: 1_000 },
    ],
    [
      'names a missing scope',
      { kind: 'scope-missing' },
      { pause: { kind: 'scope-missing' }, retryAtMs: 60 * MINUTE },
    ],
    [
      'names the allow-list',
      { kind: 'not-allow-listed' },
      { pause: { kind: 'not-allow-listed' }, retryAtMs: 60 * MINUTE },
    ],
    [
      'takes an unreadable answer for trouble at Spotify',
      { kind: 'unreadable', status: 200 },
      { pause: { kind: 'service', reason: 'service-trouble', untilMs: MINUTE }, retryAtMs: MINUTE },
    ],
    [
      'has nothing to wait for when the app closes',
      { kind: 'not-now', reason: 'closing', untilMs: 0 },
      null,
    ],
  ])('%s', (_, failure, expected) => {
    const pause = pauseAfterFailure(failure, moment);
    expect(pause && { pause: pause.pause, retryAtMs: pause.retryAtMs }).toEqual(expected);
  });

  it('waits longer each time, up to 15 minutes, and never less than half of it', () => {
    const failure: ApiFailure = { kind: 'server', status: 503 };
    const waits = [0, 1, 2, 3, 4, 50].map(
      (trouble) => pauseAfterFailure(failure, { ...moment, trouble })?.retryAtMs,
    );
    expect(waits).toEqual([1, 2, 4, 8, 15, 15].map((minutes) => minutes * MINUTE));
    expect(pauseAfterFailure(failure, { ...moment, random: 0.9999 })?.retryAtMs).toBe(30_003);
  });
});

describe('word from outside', () => {
  it.each<[string, ApiFailure, number]>([
    ['starts at once what waited for the session', SESSION_FAILURE, 0],
    ['waits a moment for the network', { kind: 'network', code: 'ENETDOWN' }, 1_000],
    ['does not drive a token round and round', { kind: 'unauthorized' }, MINUTE],
    ['looks at the budget again', { kind: 'not-now', reason: 'budget-spent', untilMs: 99 }, 0],
    ['shortens no quota', { kind: 'not-now', reason: 'quota-exhausted', untilMs: 99 }, 99],
  ])('%s', (_, failure, expected) => {
    expect(pauseAfterFailure(failure, moment)?.reconsiderFromMs).toBe(expected);
  });
});

describe('pauseAfterStorageFailure', () => {
  it('says that the disk is full, and anything else as a failure of storage', () => {
    expect(pauseAfterStorageFailure('disk-full', 0).pause.kind).toBe('disk-full');
    expect(pauseAfterStorageFailure('damaged', 0).pause.kind).toBe('storage-failed');
  });
});
