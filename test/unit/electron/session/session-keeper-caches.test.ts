import { describe, expect, test } from 'vitest';
import { HOUR_MS, startedBench, tokenOf } from './harness/keeper-bench.ts';

const MINUTE_MS = 60_000;

describe('when the keychain takes nothing', () => {
  async function lockedDuringRotation() {
    const bench = await startedBench();
    bench.endpoint.answer(() => bench.endpoint.grant('refresh-1'));
    bench.cache.locked = true;
    await bench.clock.advance(0.875 * HOUR_MS);
    return bench;
  }

  test('new tokens stay in memory and are handed out, and the state says so', async () => {
    const { keeper, cache } = await lockedDuringRotation();
    expect(keeper.state.kind).toBe('keychain-locked');
    expect(await tokenOf(keeper)).toBe('access-1');
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-0');
  });

  test('they are stored as soon as it is unlocked', async () => {
    const { keeper, cache } = await lockedDuringRotation();
    cache.locked = false;
    await keeper.retry('system');
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-1');
    expect(keeper.state.kind).toBe('active');
  });

  test('they are offered again without anybody asking', async () => {
    const { clock, cache } = await lockedDuringRotation();
    cache.locked = false;
    await clock.advance(6 * MINUTE_MS);
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-1');
  });

  test('they are offered once more at the end', async () => {
    const { keeper, cache } = await lockedDuringRotation();
    cache.locked = false;
    await keeper.close();
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-1');
  });

  test('a write that waits for the user does not hold up the calls', async () => {
    const { keeper, clock, cache } = await startedBench();
    cache.gate = new Promise(() => undefined);
    await clock.advance(0.875 * HOUR_MS + 10_000);
    expect(keeper.state.kind).toBe('keychain-locked');
    expect(await tokenOf(keeper)).toBe('access-1');
  });
});
