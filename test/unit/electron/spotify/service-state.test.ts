import { describe, expect, it } from 'vitest';
import type { ApiFailure } from '../../../../electron/spotify/api-failure.ts';
import type { CoolDown } from '../../../../electron/spotify/ledger-store.ts';
import { isOver, serviceStateAfter } from '../../../../electron/spotify/service-state.ts';
import { ServiceWatch } from '../../../../electron/spotify/service-watch.ts';
import type { ServiceState } from '../../../../shared/session-state.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

const NOW = 1_000_000;
const MINUTE = 60_000;
const untilMs = NOW + 5_000;
const failed = (failure: ApiFailure) => ({ kind: 'failed', failure }) as const;

describe('serviceStateAfter', () => {
  it.each<[ApiFailure, ServiceState | null]>([
    [
      { kind: 'not-now', reason: 'rate-limited', untilMs },
      { kind: 'rate-limited', untilMs },
    ],
    [
      { kind: 'not-now', reason: 'quota-exhausted', untilMs },
      { kind: 'quota-exhausted', untilMs },
    ],
    [
      { kind: 'not-now', reason: 'budget-spent', untilMs },
      { kind: 'budget-spent', untilMs },
    ],
    [
      { kind: 'not-now', reason: 'premium-lapsed', untilMs },
      { kind: 'premium-lapsed', untilMs },
    ],
    [{ kind: 'not-now', reason: 'closing', untilMs }, null],
    [
      { kind: 'network', code: 'ENOTFOUND' },
      { kind: 'offline', cause: 'no-network' },
    ],
    [
      { kind: 'network', code: 'SYSTEM_OFFLINE' },
      { kind: 'offline', cause: 'no-network' },
    ],
    [
      { kind: 'network', code: 'ECONNRESET' },
      { kind: 'offline', cause: 'unreachable' },
    ],
    [
      { kind: 'network', code: 'FOREIGN_ANSWER' },
      { kind: 'offline', cause: 'guest-network' },
    ],
    [
      { kind: 'network', code: 'CERT_HAS_EXPIRED' },
      { kind: 'offline', cause: 'certificate-date' },
    ],
    [{ kind: 'network', code: 'aborted' }, null],
    [
      { kind: 'server', status: 502 },
      { kind: 'service-trouble', untilMs: NOW + MINUTE },
    ],
    [
      { kind: 'unreadable', status: 200 },
      { kind: 'service-trouble', untilMs: NOW + MINUTE },
    ],
    [{ kind: 'scope-missing' }, { kind: 'scope-missing' }],
    [{ kind: 'not-allow-listed' }, { kind: 'not-allow-listed' }],
    [{ kind: 'forbidden' }, { kind: 'ok' }],
    [{ kind: 'not-found' }, { kind: 'ok' }],
    [{ kind: 'session', state: { kind: 'keychain-locked' } }, null],
    [{ kind: 'unauthorized' }, null],
    [
      { kind: 'unexpected', status: 400 },
      { kind: 'service-trouble', untilMs: NOW + MINUTE },
    ],
  ])('after %o is %o', (failure, expected) => {
    expect(serviceStateAfter(failed(failure), null, NOW, 1)).toEqual(expected);
  });

  it('is ok after a success', () => {
    expect(serviceStateAfter({ kind: 'ok' }, null, NOW, 0)).toEqual({ kind: 'ok' });
  });

  it('stays a wait when an answer arrives that was under way before it', () => {
    const coolDown = { reason: 'rate-limited', untilMs } as const;
    expect(serviceStateAfter({ kind: 'ok' }, coolDown, NOW, 0)).toEqual({
      kind: 'rate-limited',
      untilMs,
    });
  });

  it.each([
    [2, 2 * MINUTE],
    [4, 8 * MINUTE],
    [30, 15 * MINUTE],
  ])('promises the next look ever later: trouble %i, %i ms', (inARow, waitMs) => {
    expect(serviceStateAfter(failed({ kind: 'server', status: 503 }), null, NOW, inARow)).toEqual({
      kind: 'service-trouble',
      untilMs: NOW + waitMs,
    });
  });
});

it('a state with an end is over when the end has come', () => {
  expect(isOver({ kind: 'rate-limited', untilMs: NOW }, NOW)).toBe(true);
  expect(isOver({ kind: 'rate-limited', untilMs: NOW + 1 }, NOW)).toBe(false);
  expect(isOver({ kind: 'offline', cause: 'no-network' }, NOW)).toBe(false);
});

describe('ServiceWatch', () => {
  const watching = (coolDown: CoolDown | null = null) => {
    const clock = new ManualClock();
    const watch = new ServiceWatch(clock, coolDown);
    const told: string[] = [];
    watch.changed.subscribe((state) => told.push(state.kind));
    return { clock, watch, told };
  };

  it('tells of a change once', () => {
    const { told, watch } = watching();
    watch.see(failed({ kind: 'network', code: 'ECONNRESET' }), null, null);
    watch.see(failed({ kind: 'network', code: 'ECONNREFUSED' }), null, null);
    watch.see({ kind: 'ok' }, null, null);
    expect(told).toEqual(['offline', 'ok']);
  });

  it('returns to ok by itself when the wait is over, and leaves no timer', async () => {
    const { clock, told, watch } = watching();
    const endMs = clock.nowMs() + 10 * MINUTE;
    watch.see(failed({ kind: 'not-now', reason: 'rate-limited', untilMs: endMs }), null, null);
    await clock.advance(10 * MINUTE - 1);
    expect(watch.state.kind).toBe('rate-limited');
    await clock.advance(1);
    expect(told).toEqual(['rate-limited', 'ok']);
    expect(clock.pendingCount).toBe(0);
  });

  it('notices within a minute that the end passed during sleep', async () => {
    const { clock, told, watch } = watching();
    const endMs = clock.nowMs() + 600 * MINUTE;
    watch.see(failed({ kind: 'not-now', reason: 'quota-exhausted', untilMs: endMs }), null, null);
    clock.jump(601 * MINUTE);
    await clock.advance(MINUTE);
    expect(told).toEqual(['quota-exhausted', 'ok']);
  });

  it('says at once that the end has passed when asked', () => {
    const { clock, watch } = watching({ reason: 'premium-lapsed', untilMs: 0 });
    clock.jump(1);
    expect(watch.state).toEqual({ kind: 'ok' });
  });

  it('leaves no timer behind when closed', () => {
    const { clock, watch } = watching({ reason: 'rate-limited', untilMs: Number.MAX_SAFE_INTEGER });
    expect(clock.pendingCount).toBe(1);
    watch.close();
    expect(clock.pendingCount).toBe(0);
  });
});

describe('trouble with one list', () => {
  const TROUBLES: readonly ApiFailure[] = [
    { kind: 'server', status: 502 },
    { kind: 'unreadable', status: 200 },
    { kind: 'unreadable', status: 200, isJson: true },
    { kind: 'unexpected', status: 400 },
  ];
  const watching = () => {
    const watch = new ServiceWatch(new ManualClock(), null);
    return {
      watch,
      see: (failure: ApiFailure, about: string | null) => watch.see(failed(failure), null, about),
    };
  };

  it.each([
    ...TROUBLES,
    { kind: 'forbidden' },
    { kind: 'not-found' },
    { kind: 'unauthorized' },
  ] as const)('is not the service: %o', (failure) => {
    const { see, watch } = watching();
    for (let time = 0; time < 5; time += 1) {
      see(failure, '/playlists/one');
    }
    expect(watch.state).toEqual({ kind: 'ok' });
  });

  it.each(TROUBLES)('and with another, and nothing that works between them, is: %o', (failure) => {
    const { see, watch } = watching();
    see(failure, '/playlists/one');
    watch.see({ kind: 'ok' }, null, '/me/tracks');
    see(failure, '/playlists/two');
    expect(watch.state.kind).toBe('ok');
    see(failure, '/playlists/one');
    expect(watch.state.kind).toBe('service-trouble');
  });

  it.each([
    ...TROUBLES,
    { kind: 'forbidden' },
    { kind: 'not-found' },
    { kind: 'unauthorized' },
  ] as const)('is the service where everything rests on it: %o', (failure) => {
    const { see, watch } = watching();
    see(failure, null);
    expect(watch.state.kind).toBe('service-trouble');
  });

  it('shows that Spotify is within reach again', () => {
    for (const failure of TROUBLES) {
      const { see, watch } = watching();
      see({ kind: 'network', code: 'ECONNRESET' }, '/playlists/one');
      expect(watch.state.kind).toBe('offline');
      see(failure, '/playlists/one');
      expect(watch.state.kind).toBe('ok');
    }
  });
});
