import { describe, expect, test } from 'vitest';
import type { TokenOutcome } from '../../../../electron/session/token-response.ts';
import { deferred } from './harness/deferred.ts';
import { HOUR_MS, keeperBench, startedBench, tokenOf } from './harness/keeper-bench.ts';

const offline: TokenOutcome = { kind: 'network', code: 'ENETUNREACH' };

describe('closing', () => {
  test('leaves no timer', async () => {
    const { keeper, clock } = await startedBench();
    await keeper.close();
    expect(clock.pendingCount).toBe(0);
  });

  test('waits for a refresh under way, since its answer may hold a new refresh token', async () => {
    const { keeper, clock, cache, endpoint } = await startedBench();
    const answered = deferred();
    endpoint.answer(() => answered.promise.then(() => endpoint.grant('refresh-1')));
    await clock.advance(0.875 * HOUR_MS);
    const closed = keeper.close();
    answered.resolve();
    await closed;
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-1');
    expect(clock.pendingCount).toBe(0);
  });

  test('ends a sign-in that waits for the keychain, at once', async () => {
    const { keeper, clock, cache } = keeperBench({});
    cache.gate = new Promise(() => undefined);
    const result = keeper.signIn({ way: 'pasted', secret: null });
    await keeper.close();
    expect(await result).toEqual({ kind: 'failed', failure: { kind: 'cancelled' } });
    expect(clock.pendingCount).toBe(0);
  });

  test('lets nothing begin again', async () => {
    const { keeper, clock, endpoint, states } = await startedBench();
    await keeper.close();
    states.length = 0;
    clock.jump(2 * HOUR_MS);
    expect(await tokenOf(keeper)).toBe('none: active');
    await keeper.retry('user');
    expect(await keeper.signIn({ way: 'pasted', secret: null })).toEqual({
      kind: 'already-running',
    });
    expect(endpoint.requests).toEqual([]);
    expect(states).toEqual([]);
    expect(clock.pendingCount).toBe(0);
  });

  test('while offline begins no further try', async () => {
    const { keeper, clock, endpoint } = await startedBench();
    endpoint.answer(offline);
    await clock.advance(2 * HOUR_MS);
    const requests = endpoint.refreshTokens.length;
    await keeper.close();
    await clock.advance(24 * HOUR_MS);
    expect(endpoint.refreshTokens).toHaveLength(requests);
  });
});

describe('at rest', () => {
  test('no timer is faster than 30 s or longer than three and a half minutes', async () => {
    const { clock } = await startedBench();
    for (let minutes = 0; minutes < 180; minutes += 1) {
      const next = clock.nextDueInMs;
      expect(next).not.toBeNull();
      expect(next ?? 0).toBeLessThanOrEqual(210_000);
      await clock.advance(next ?? 0);
    }
  });

  test('signed out there is no timer at all', async () => {
    const { keeper, clock } = keeperBench({});
    await keeper.start();
    // The cache is tried out beside the start.
    await clock.advance(0);
    expect(clock.pendingCount).toBe(0);
  });
});
