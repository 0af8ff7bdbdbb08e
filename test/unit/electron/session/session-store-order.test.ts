import { expect, test } from 'vitest';
import { deferred } from './harness/deferred.ts';
import { HOUR_MS, startedBench, tokenOf } from './harness/keeper-bench.ts';

test('unsaved tokens are not offered again while newer ones are being stored', async () => {
  const { cache, clock, endpoint, keeper } = await startedBench();
  cache.locked = true;
  endpoint.answer(() => endpoint.grant('refresh-1'));
  await clock.advance(0.9 * HOUR_MS);
  expect(keeper.state.kind).toBe('keychain-locked');

  cache.locked = false;
  const gate = deferred();
  cache.gate = gate.promise;
  endpoint.answer(() => endpoint.grant('refresh-2'));
  clock.jump(2 * HOUR_MS);
  const asked = tokenOf(keeper);
  await clock.advance(1_000);
  const retried = keeper.retry('system');
  await clock.advance(1_000);
  gate.resolve();
  expect(await asked).toBe('access-2');
  await retried;
  await clock.advance(1_000);
  expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-2');
  expect(keeper.state.kind).toBe('active');
});
