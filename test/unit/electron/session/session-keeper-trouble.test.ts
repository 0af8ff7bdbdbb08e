import { describe, expect, test } from 'vitest';
import type { TokenOutcome } from '../../../../electron/session/token-response.ts';
import { HOUR_MS, startedBench, tokenOf } from './harness/keeper-bench.ts';

const MINUTE_MS = 60_000;
const offline: TokenOutcome = { kind: 'network', code: 'ENETUNREACH' };

describe('when the token endpoint cannot be asked', () => {
  test.each<[string, TokenOutcome, object]>([
    ['no network', offline, { kind: 'offline', cause: 'no-network' }],
    [
      '502',
      { kind: 'server-trouble', status: 502 },
      { kind: 'waiting', reason: 'service-trouble' },
    ],
    [
      'a cut body',
      { kind: 'unreadable', status: 200, foreign: false },
      { kind: 'waiting', reason: 'service-trouble' },
    ],
    [
      'a login page',
      { kind: 'unreadable', status: 200, foreign: true },
      { kind: 'offline', cause: 'guest-network' },
    ],
    [
      'a bad certificate',
      { kind: 'network', code: 'CERT_HAS_EXPIRED' },
      { kind: 'offline', cause: 'certificate-date' },
    ],
    [
      'a proxy that wants a password',
      { kind: 'network', code: 'PROXY_LOGIN' },
      { kind: 'offline', cause: 'proxy-login' },
    ],
    [
      'a proxy that is not there',
      { kind: 'network', code: 'PROXY_UNREACHABLE' },
      { kind: 'offline', cause: 'proxy-unreachable' },
    ],
    [
      'another 4xx',
      { kind: 'rejected', status: 400 },
      { kind: 'waiting', reason: 'service-trouble' },
    ],
    [
      '429',
      { kind: 'rate-limited', retryAfterMs: null },
      { kind: 'waiting', reason: 'rate-limited' },
    ],
  ])('%s: the refresh token is kept and tried until it works', async (_, outcome, state) => {
    const { keeper, clock, cache, endpoint } = await startedBench();
    endpoint.answer(outcome);
    await clock.advance(3 * HOUR_MS);
    expect(keeper.state).toMatchObject(state);
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-0');
    endpoint.answer(() => endpoint.grant());
    await clock.advance(16 * MINUTE_MS);
    expect(keeper.state.kind).toBe('active');
  });

  test('a token that is still alive is handed out meanwhile', async () => {
    const { keeper, clock, endpoint } = await startedBench();
    endpoint.answer(offline);
    await clock.advance(0.9 * HOUR_MS);
    expect(keeper.state.kind).toBe('offline');
    expect(await tokenOf(keeper)).toBe('access-0');
  });

  test('a call between two tries is answered at once, without a request', async () => {
    const { keeper, clock, endpoint } = await startedBench();
    endpoint.answer(offline);
    await clock.advance(1.2 * HOUR_MS);
    const requests = endpoint.refreshTokens.length;
    expect(await tokenOf(keeper)).toBe('none: offline');
    expect(endpoint.refreshTokens).toHaveLength(requests);
  });

  test('a day offline costs few requests, never two within 30 s but the quick ones', async () => {
    const { clock, endpoint } = await startedBench();
    endpoint.answer(offline);
    await clock.advance(24 * HOUR_MS);
    const rounds = endpoint.refreshTokens.length / 4;
    expect(rounds).toBeGreaterThan(24 * 4);
    expect(rounds).toBeLessThan(24 * 9);
  });

  test('back online it is tried at once', async () => {
    const { keeper, clock, endpoint } = await startedBench();
    endpoint.answer(offline);
    await clock.advance(5 * HOUR_MS);
    endpoint.answer(() => endpoint.grant());
    await keeper.retry('system');
    expect(keeper.state.kind).toBe('active');
  });

  test('a rate limit is waited out, Retry-After included', async () => {
    const { keeper, clock, endpoint } = await startedBench();
    endpoint.answer({ kind: 'rate-limited', retryAfterMs: 20 * MINUTE_MS });
    await clock.advance(0.875 * HOUR_MS);
    expect(endpoint.refreshTokens).toHaveLength(1);
    await keeper.retry('user');
    await clock.advance(20 * MINUTE_MS - 1);
    expect(endpoint.refreshTokens).toHaveLength(1);
    await clock.advance(1);
    expect(endpoint.refreshTokens).toHaveLength(2);
  });

  test('a clock that is set back a day does not put the next try off for a day', async () => {
    const { keeper, clock, endpoint } = await startedBench();
    endpoint.answer(offline);
    await clock.advance(2 * HOUR_MS);
    endpoint.answer(() => endpoint.grant());
    clock.jump(-24 * HOUR_MS);
    await clock.advance(4 * MINUTE_MS);
    expect(keeper.state.kind).toBe('active');
  });
});
