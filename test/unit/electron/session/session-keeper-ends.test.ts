import { describe, expect, test } from 'vitest';
import type { TokenOutcome } from '../../../../electron/session/token-response.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { deferred } from './harness/deferred.ts';
import { HOUR_MS, keeperBench, startedBench, tokenOf, tokens } from './harness/keeper-bench.ts';

const MINUTE_MS = 60_000;
const offline: TokenOutcome = { kind: 'network', code: 'ENETUNREACH' };

describe('invalid_grant', () => {
  async function refused(authorizedAgoMs = 0) {
    const clock = new ManualClock();
    const cached = tokens(clock, 0, { authorizedAtMs: clock.nowMs() - authorizedAgoMs });
    const bench = keeperBench({ clock, tokens: cached });
    bench.endpoint.answer({ kind: 'invalid-grant' });
    await bench.keeper.start();
    await clock.advance(0.875 * HOUR_MS);
    return bench;
  }

  test('asks for a new sign-in and is never tried again by itself', async () => {
    const { keeper, clock, endpoint } = await refused();
    expect(keeper.state).toEqual({ kind: 'sign-in-needed', reason: 'refused', lastFailure: null });
    await keeper.retry('system');
    expect(await tokenOf(keeper)).toBe('none: sign-in-needed');
    await clock.advance(20 * HOUR_MS);
    expect(endpoint.refreshTokens).toHaveLength(1);
  });

  test('after six months is the expected end', async () => {
    const { keeper } = await refused(190 * 24 * HOUR_MS);
    expect(keeper.state).toMatchObject({ reason: 'expired' });
  });

  test('keeps the token aside for one try that the user asks for', async () => {
    const { keeper, cache, endpoint } = await refused();
    expect(cache.tokens?.setAside?.reason).toBe('refused');
    endpoint.answer(() => endpoint.grant());
    await keeper.retry('user');
    expect(keeper.state.kind).toBe('active');
    expect(cache.tokens?.setAside).toBeNull();
  });

  test('a second refusal spends that try', async () => {
    const { keeper, endpoint } = await refused();
    await keeper.retry('user');
    await keeper.retry('user');
    expect(endpoint.refreshTokens).toHaveLength(2);
    expect(keeper.state.kind).toBe('sign-in-needed');
  });

  test('no answer does not spend it', async () => {
    const { keeper, clock, endpoint } = await refused();
    endpoint.answer(offline);
    const retry = keeper.retry('user');
    await clock.advance(MINUTE_MS);
    await retry;
    expect(keeper.state.kind).toBe('sign-in-needed');
    endpoint.answer(() => endpoint.grant());
    await keeper.retry('user');
    expect(keeper.state.kind).toBe('active');
  });

  test('stays aside over a restart and is erased after 24 hours', async () => {
    const { clock, cache, marker } = await refused();
    const again = keeperBench({ clock, cache, marker });
    await again.keeper.start();
    expect(again.keeper.state.kind).toBe('sign-in-needed');
    await clock.advance(24 * HOUR_MS);
    expect(cache.tokens).toBeNull();
    expect(again.endpoint.refreshTokens).toEqual([]);
    expect(again.keeper.state.kind).toBe('sign-in-needed');
  });

  test('invalid_client ends the session too, with its own reason', async () => {
    const { keeper, clock, endpoint } = await startedBench();
    endpoint.answer({ kind: 'invalid-client' });
    await clock.advance(HOUR_MS);
    expect(keeper.state).toMatchObject({ kind: 'sign-in-needed', reason: 'client-invalid' });
  });
});

describe('disconnecting', () => {
  test('deletes the tokens, then the marker', async () => {
    const { keeper, cache, marker } = await startedBench();
    expect(await keeper.disconnect()).toEqual({ kind: 'done' });
    expect(cache.tokens).toBeNull();
    expect(marker.marker).toBeNull();
    expect(keeper.state).toEqual({ kind: 'signed-out', lastFailure: null });
    expect(await tokenOf(keeper)).toBe('none: signed-out');
  });

  test('with a locked keychain changes nothing', async () => {
    const { keeper, cache, marker } = await startedBench();
    cache.locked = true;
    expect(await keeper.disconnect()).toEqual({ kind: 'keychain-failed' });
    expect(marker.marker).not.toBeNull();
    expect(keeper.state.kind).toBe('active');
  });

  test('during a refresh is not undone by its answer', async () => {
    const { keeper, clock, cache, endpoint } = await startedBench();
    const answered = deferred();
    endpoint.answer(() => answered.promise.then(() => endpoint.grant('refresh-1')));
    await clock.advance(0.875 * HOUR_MS);
    await keeper.disconnect();
    answered.resolve();
    await clock.advance(MINUTE_MS);
    expect(cache.tokens).toBeNull();
    expect(keeper.state.kind).toBe('signed-out');
  });
});
