import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../electron/session/secret.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { deferred } from './harness/deferred.ts';
import {
  CLIENT_ID,
  HOUR_MS,
  keeperBench,
  markerFor,
  startedBench,
  tokenOf,
  tokens,
} from './harness/keeper-bench.ts';
import { MemoryMarker } from './harness/memory-marker.ts';
import { WatchedCache } from './harness/watched-cache.ts';

describe('at the start', () => {
  test('cached tokens need no sign-in and no request', async () => {
    const { keeper, endpoint } = await startedBench();
    expect(keeper.state.kind).toBe('active');
    expect(await tokenOf(keeper)).toBe('access-0');
    expect(endpoint.refreshTokens).toEqual([]);
  });

  test('nothing cached and no marker is signed out', async () => {
    const { keeper } = keeperBench({});
    await keeper.start();
    expect(keeper.state).toEqual({ kind: 'signed-out', lastFailure: null });
  });

  test('nothing cached but a marker is a locked keychain, and nothing is deleted', async () => {
    const clock = new ManualClock();
    const marker = new MemoryMarker(markerFor(clock.nowMs()));
    const { keeper, cache } = keeperBench({ clock, marker });
    await keeper.start();
    expect(keeper.state.kind).toBe('keychain-locked');
    expect(marker.marker).not.toBeNull();
    expect(cache.events).toEqual([]);
  });

  test('a marker of another client id says nothing', async () => {
    const marker = new MemoryMarker({ ...markerFor(0), clientId: 'f'.repeat(32) });
    const { keeper } = keeperBench({ marker });
    await keeper.start();
    expect(keeper.state.kind).toBe('signed-out');
  });

  test('a keychain that is unlocked later is read at the next retry', async () => {
    const clock = new ManualClock();
    const cache = new WatchedCache(tokens(clock));
    cache.locked = true;
    const { keeper } = keeperBench({ clock, cache, marker: new MemoryMarker(markerFor(0)) });
    await keeper.start();
    expect(await tokenOf(keeper)).toBe('none: keychain-locked');
    cache.locked = false;
    await keeper.retry('system');
    expect(keeper.state.kind).toBe('active');
  });

  test('a keychain that asks its user counts as locked, and its late answer is used', async () => {
    const clock = new ManualClock();
    const cache = new WatchedCache(tokens(clock));
    const unlocked = deferred();
    cache.gate = unlocked.promise;
    const { keeper } = keeperBench({ clock, cache, marker: new MemoryMarker(markerFor(0)) });
    const start = keeper.start();
    expect(keeper.state.kind).toBe('refreshing');
    await clock.advance(10_000);
    await start;
    expect(keeper.state.kind).toBe('keychain-locked');
    unlocked.resolve();
    await clock.advance(0);
    expect(keeper.state.kind).toBe('active');
  });

  test('a file whose disk does not answer is trouble with the file, and no locked keychain', async () => {
    const clock = new ManualClock();
    const cache = new WatchedCache(tokens(clock));
    cache.gate = new Promise(() => undefined);
    const { keeper } = keeperBench({ clock, cache, cacheKind: 'file' });
    const start = keeper.start();
    await clock.advance(10_000);
    await start;
    expect(keeper.state).toEqual({ kind: 'file-trouble' });
  });

  test('a sign-in that is cancelled at the keychain’s prompt was cancelled', async () => {
    const clock = new ManualClock();
    const cache = new WatchedCache(tokens(clock));
    cache.gate = new Promise(() => undefined);
    const { keeper } = keeperBench({ clock, cache, testCache: cache });
    const result = keeper.signIn({ way: 'pasted', secret: null });
    const cancelled = keeper.cancelSignIn();
    await clock.advance(20_000);
    await cancelled;
    expect(await result).toEqual({ kind: 'failed', failure: { kind: 'cancelled' } });
  });

  test('a keychain that answers after a sign-in takes nothing from it', async () => {
    const clock = new ManualClock();
    const cache = new WatchedCache(tokens(clock, 60_000));
    const unlocked = deferred();
    cache.gate = unlocked.promise;
    const { keeper, marker } = keeperBench({ clock, cache });
    const start = keeper.start();
    await clock.advance(10_000);
    await start;
    cache.gate = Promise.resolve();
    const accessToken = new Secret('access-new');
    await keeper.signIn({ way: 'import', tokens: tokens(clock, 0, { accessToken }) });
    keeper.setAccount('ada', 'Ada');
    cache.tokens = tokens(clock, 60_000);
    unlocked.resolve();
    await clock.advance(0);
    expect(await tokenOf(keeper)).toBe('access-new');
    expect(keeper.account?.key).toBe('ada');
    expect(marker.marker?.accountKey).toBe('ada');
  });

  test('a token that ended while the app was closed is refreshed at once', async () => {
    const { keeper, clock, endpoint } = await startedBench(20 * HOUR_MS);
    await clock.advance(0);
    expect(endpoint.refreshTokens).toEqual(['refresh-0']);
    expect(await tokenOf(keeper)).toBe('access-1');
  });

  test('a lost marker is written again', async () => {
    const { marker, clock } = await startedBench();
    expect(marker.marker).toEqual({
      clientId: CLIENT_ID,
      accountKey: null,
      displayName: null,
      authorizedAtMs: clock.nowMs(),
      ended: null,
    });
  });
});
