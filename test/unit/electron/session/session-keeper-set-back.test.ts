import { describe, expect, test } from 'vitest';
import type { TokenOutcome } from '../../../../electron/session/token-response.ts';
import { HOUR_MS, startedBench, tokenOf } from './harness/keeper-bench.ts';

const MINUTE_MS = 60_000;
const offline: TokenOutcome = { kind: 'network', code: 'ENETUNREACH' };

/** Forty minutes of an hour-long token pass, then the clock is set back by thirty. */
async function setBackBench() {
  const bench = await startedBench();
  await bench.clock.advance(40 * MINUTE_MS);
  bench.clock.jump(-30 * MINUTE_MS);
  return bench;
}

describe('a clock that is set back by less than the age of the token', () => {
  test('makes a refresh soon, since what is stored would mislead the next start', async () => {
    const { keeper, clock, endpoint, refreshLog } = await setBackBench();
    await clock.advance(4 * MINUTE_MS);
    expect(endpoint.refreshTokens).toHaveLength(1);
    expect(refreshLog.records[0]).toMatchObject({ cause: 'clock-went-back' });
    expect(await tokenOf(keeper)).toBe('access-1');
  });

  test('does not prolong the token where no refresh works', async () => {
    const { keeper, clock, endpoint } = await setBackBench();
    endpoint.answer(offline);
    await clock.advance(19 * MINUTE_MS);
    expect(await tokenOf(keeper)).toBe('access-0');
    await clock.advance(2 * MINUTE_MS);
    expect(await tokenOf(keeper)).toBe('none: offline');
  });

  test('is noticed by a call that comes before the next look', async () => {
    const { keeper, clock, endpoint } = await startedBench();
    endpoint.answer({ kind: 'rate-limited', retryAfterMs: HOUR_MS });
    clock.jump(61 * MINUTE_MS);
    expect(await tokenOf(keeper)).toBe('none: waiting');
    clock.jump(-30 * MINUTE_MS);
    expect(await tokenOf(keeper)).toBe('none: waiting');
  });

  test('of seconds costs no refresh', async () => {
    const { clock, endpoint } = await startedBench();
    await clock.advance(10 * MINUTE_MS);
    clock.jump(-5_000);
    await clock.advance(40 * MINUTE_MS);
    expect(endpoint.refreshTokens).toHaveLength(0);
  });
});

test('a clock that is set back during a refresh makes no second one', async () => {
  const { clock, endpoint } = await startedBench();
  endpoint.answer(offline);
  await clock.advance(0.875 * HOUR_MS);
  clock.jump(-HOUR_MS / 2);
  endpoint.answer(() => endpoint.grant());
  // The quick retries take seconds, and the next look comes after that.
  const failed = endpoint.refreshTokens.length;
  await clock.advance(30 * MINUTE_MS);
  expect(endpoint.refreshTokens).toHaveLength(failed + 1);
});

test('a clock that is set back by an hour does not put off the next try by an hour', async () => {
  const { keeper, clock, endpoint } = await startedBench();
  endpoint.answer(offline);
  await clock.advance(2 * HOUR_MS);
  endpoint.answer(() => endpoint.grant());
  clock.jump(-HOUR_MS);
  await clock.advance(16 * MINUTE_MS);
  expect(keeper.state.kind).toBe('active');
});

test('nor the next offer of unsaved tokens to the cache', async () => {
  const { cache, clock, keeper } = await startedBench();
  cache.locked = true;
  await clock.advance(0.91 * HOUR_MS);
  expect(keeper.state.kind).toBe('keychain-locked');
  cache.locked = false;
  clock.jump(-HOUR_MS);
  await clock.advance(10 * MINUTE_MS);
  expect(keeper.state.kind).toBe('active');
});
