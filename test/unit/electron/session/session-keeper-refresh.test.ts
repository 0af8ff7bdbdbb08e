import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../electron/session/secret.ts';
import { deferred } from './harness/deferred.ts';
import { HOUR_MS, startedBench, tokenOf } from './harness/keeper-bench.ts';

const MINUTE_MS = 60_000;

describe('refreshing', () => {
  test('happens at the planned point of the token’s life without being asked', async () => {
    const { clock, endpoint } = await startedBench();
    await clock.advance(0.875 * HOUR_MS - 1);
    expect(endpoint.refreshTokens).toHaveLength(0);
    await clock.advance(1);
    expect(endpoint.refreshTokens).toHaveLength(1);
  });

  test('is one flight for twenty callers', async () => {
    const { keeper, clock, endpoint } = await startedBench(2 * HOUR_MS);
    await clock.advance(0);
    clock.jump(2 * HOUR_MS);
    const all = await Promise.all(Array.from({ length: 20 }, () => tokenOf(keeper)));
    expect(new Set(all)).toEqual(new Set(['access-2']));
    expect(endpoint.refreshTokens).toHaveLength(2);
  });

  test('keeps the old refresh token where none is returned', async () => {
    const { clock, cache, endpoint } = await startedBench();
    await clock.advance(2 * HOUR_MS);
    expect(endpoint.refreshTokens).toEqual(['refresh-0', 'refresh-0']);
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-0');
  });

  test('uses the new refresh token where one is returned', async () => {
    const { clock, cache, endpoint } = await startedBench();
    let count = 0;
    endpoint.answer(() => {
      count += 1;
      return endpoint.grant(`refresh-${count}`);
    });
    await clock.advance(2 * HOUR_MS);
    expect(endpoint.refreshTokens).toEqual(['refresh-0', 'refresh-1']);
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-2');
  });

  test('stores a rotated token before the new access token is handed out', async () => {
    const { keeper, clock, cache, endpoint } = await startedBench();
    endpoint.answer(() => endpoint.grant('refresh-1'));
    const stored = deferred();
    cache.gate = stored.promise;
    clock.jump(HOUR_MS);
    let handedOut = false;
    const ask = async () => {
      cache.events.push(`handed out ${await tokenOf(keeper)}`);
      handedOut = true;
    };
    const first = ask();
    await clock.advance(1_000);
    const second = ask();
    await clock.advance(1_000);
    expect(handedOut).toBe(false);
    expect(keeper.state.kind).toBe('refreshing');
    stored.resolve();
    await Promise.all([first, second]);
    expect(cache.events).toEqual([
      'stored refresh-1 access-1',
      'handed out access-1',
      'handed out access-1',
    ]);
  });

  test('never prolongs the six months', async () => {
    const { keeper, clock } = await startedBench();
    const before = keeper.state;
    await clock.advance(3 * HOUR_MS);
    const after = keeper.state;
    expect(before.kind === 'active' && after.kind === 'active').toBe(true);
    expect(after).toMatchObject({
      life: { authorizedAtMs: before.kind === 'active' ? before.life.authorizedAtMs : null },
    });
  });

  test('follows when the clock went back before the token was received', async () => {
    const { keeper, clock, endpoint } = await startedBench();
    clock.jump(-24 * HOUR_MS);
    expect(await tokenOf(keeper)).toBe('access-1');
    await clock.advance(30 * MINUTE_MS);
    expect(endpoint.refreshTokens).toHaveLength(1);
  });

  test('is asked for once more when the machine slept while it was under way', async () => {
    const { keeper, clock, endpoint } = await startedBench();
    await clock.advance(30 * MINUTE_MS);
    keeper.invalidate(new Secret('access-0'));
    endpoint.answer(() => {
      const grant = endpoint.grant();
      if (endpoint.refreshTokens.length === 1) {
        clock.jump(8 * HOUR_MS);
      }
      return grant;
    });
    expect(await tokenOf(keeper)).toBe('access-2');
  });

  test('follows when the clock went forward by a day', async () => {
    const { keeper, clock } = await startedBench();
    clock.jump(24 * HOUR_MS);
    expect(await tokenOf(keeper)).toBe('access-1');
  });
});

describe('a token that Spotify refused with 401', () => {
  test('is refreshed once, whoever reports it how often', async () => {
    const { keeper, endpoint } = await startedBench();
    keeper.invalidate(new Secret('access-0'));
    keeper.invalidate(new Secret('access-0'));
    expect(await Promise.all([tokenOf(keeper), tokenOf(keeper)])).toEqual(['access-1', 'access-1']);
    keeper.invalidate(new Secret('access-0'));
    expect(await tokenOf(keeper)).toBe('access-1');
    expect(endpoint.refreshTokens).toHaveLength(1);
  });
});
