import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../electron/session/secret.ts';
import type { CachedTokens } from '../../../../electron/session/token-cache.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { deferred } from './harness/deferred.ts';
import { HOUR_MS, keeperBench, startedBench, tokenOf, tokens } from './harness/keeper-bench.ts';
import { ScriptedLock } from './harness/scripted-lock.ts';
import { WatchedCache } from './harness/watched-cache.ts';

const DUE_MS = 0.875 * HOUR_MS;
const MINUTE_MS = 60_000;

async function locked() {
  const lock = new ScriptedLock();
  const bench = await startedBench(0, { lock });
  return { ...bench, lock };
}

describe('the lock across processes', () => {
  test('is held around the request and until its answer is stored', async () => {
    const { lock, endpoint, clock, cache } = await locked();
    const answered = deferred();
    endpoint.answer(() => answered.promise.then(() => endpoint.grant('refresh-1')));
    expect(lock.isHeld).toBe(false);
    await clock.advance(DUE_MS);
    expect(endpoint.requests).toHaveLength(1);
    expect(lock.isHeld).toBe(true);
    const stored = deferred();
    cache.gate = stored.promise;
    answered.resolve();
    await clock.advance(1);
    expect(lock.isHeld).toBe(true);
    stored.resolve();
    await clock.advance(1);
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-1');
    expect(lock.isHeld).toBe(false);
  });

  test.each([
    ['no network', { kind: 'network', code: 'ENETUNREACH' }],
    ['a refusal', { kind: 'invalid-grant' }],
    ['a rate limit', { kind: 'rate-limited', retryAfterMs: null }],
  ] as const)('is released after %s', async (_, outcome) => {
    const { lock, endpoint, clock } = await locked();
    endpoint.answer(outcome);
    await clock.advance(DUE_MS + MINUTE_MS);
    expect(endpoint.requests.length).toBeGreaterThan(0);
    expect(lock.isHeld).toBe(false);
  });

  test('is released though the endpoint breaks its word and throws', async () => {
    const { lock, endpoint, clock, keeper } = await locked();
    endpoint.answer(() => {
      throw new Error('A bug');
    });
    clock.jump(HOUR_MS);
    await expect(keeper.getAccessToken()).rejects.toThrow('A bug');
    expect(lock.isHeld).toBe(false);
  });

  test('that does not work is gone without, and the log says so', async () => {
    const { lock, clock, keeper, logger } = await locked();
    lock.failure = new Error('The disk is full');
    await clock.advance(HOUR_MS);
    expect(await tokenOf(keeper)).toBe('access-1');
    expect(logger.text).toContain('The disk is full');
  });

  test('that another process holds for too long is waited for, and the state names it', async () => {
    const { lock, clock, keeper, endpoint } = await locked();
    lock.isTakenByOther = true;
    await clock.advance(DUE_MS + 91_000);
    expect(keeper.state).toMatchObject({ kind: 'waiting', reason: 'other-instance' });
    expect(await tokenOf(keeper)).toBe('access-0');
    expect(endpoint.requests).toEqual([]);
    lock.isTakenByOther = false;
    await clock.advance(2 * MINUTE_MS);
    expect(await tokenOf(keeper)).toBe('access-1');
  });

  test('is closed with the session, whoever holds it', async () => {
    const { lock, clock, keeper, states } = await locked();
    lock.isTakenByOther = true;
    await clock.advance(DUE_MS);
    states.length = 0;
    await keeper.close();
    expect(lock.isClosed).toBe(true);
    // Nobody else is to blame for a refresh that quitting broke off.
    expect(states).not.toContain('waiting');
    expect(clock.pendingCount).toBe(0);
  });

  test('does not delay a session that was signed in while it was waited for', async () => {
    const { lock, clock, keeper } = await locked();
    lock.isTakenByOther = true;
    await clock.advance(DUE_MS);
    const signedIn = keeper.signIn({ way: 'access-token', token: new Secret('pasted') });
    await clock.advance(91_000);
    expect(await signedIn).toEqual({ kind: 'signed-in' });
    expect(keeper.state.kind).toBe('active');
    expect(await tokenOf(keeper)).toBe('pasted');
  });
});

describe('what another process has put into the cache', () => {
  /** Due, while the other process has these tokens stored. */
  async function due(other: (clock: ManualClock) => Partial<CachedTokens>) {
    const bench = await locked();
    const { cache, clock, keeper } = bench;
    keeper.setAccount('someone', 'Some One');
    await clock.advance(DUE_MS - 1);
    cache.tokens = tokens(clock, 0, {
      authorizedAtMs: cache.tokens?.authorizedAtMs ?? null,
      ...other(clock),
    });
    cache.events.length = 0;
    await clock.advance(1);
    return bench;
  }
  const otherAccess = { accessToken: new Secret('access-of-other') };
  const otherRefresh = { refreshToken: new Secret('refresh-of-other') };

  test('is used where it is newer, without a request', async () => {
    const { keeper, endpoint, refreshLog, cache } = await due(() => ({
      ...otherAccess,
      ...otherRefresh,
    }));
    expect(endpoint.requests).toEqual([]);
    expect(await tokenOf(keeper)).toBe('access-of-other');
    expect(keeper.account?.key).toBe('someone');
    expect(keeper.state.kind).toBe('active');
    expect(refreshLog.records).toMatchObject([{ cause: 'planned', outcome: 'taken-from-cache' }]);
    expect(cache.events).toEqual([]);
  });

  test('is the refresh token to ask with, where only that is newer', async () => {
    const { keeper, endpoint } = await due((clock) => ({
      ...otherAccess,
      ...otherRefresh,
      receivedAtMs: clock.nowMs() - 2 * HOUR_MS,
      accessTokenExpiresAtMs: clock.nowMs() - HOUR_MS,
    }));
    expect(endpoint.refreshTokens).toEqual(['refresh-of-other']);
    expect(keeper.account?.key).toBe('someone');
    expect(await tokenOf(keeper)).toBe('access-1');
  });

  test('ends the session here too, where it was refused over there', async () => {
    const { keeper, endpoint } = await due((clock) => ({
      setAside: { atMs: clock.nowMs(), reason: 'expired', triedByUser: false },
    }));
    expect(keeper.state).toMatchObject({ kind: 'sign-in-needed', reason: 'expired' });
    expect(endpoint.requests).toEqual([]);
  });

  test('is of an unknown account where it was signed in over there', async () => {
    const { keeper, clock } = await due((at) => ({
      ...otherAccess,
      ...otherRefresh,
      authorizedAtMs: at.nowMs(),
    }));
    await clock.advance(0);
    expect(keeper.account).toBeNull();
  });

  test('is of an unknown account too where only its refresh token is newer', async () => {
    const { keeper, clock, endpoint } = await due((at) => ({
      ...otherAccess,
      ...otherRefresh,
      authorizedAtMs: at.nowMs() - 2 * HOUR_MS,
      receivedAtMs: at.nowMs() - 2 * HOUR_MS,
      accessTokenExpiresAtMs: at.nowMs() - HOUR_MS,
    }));
    await clock.advance(0);
    expect(endpoint.refreshTokens).toEqual(['refresh-of-other']);
    expect(keeper.account).toBeNull();
  });

  test('of two processes with one cache, one asks and the other takes its answer', async () => {
    const clock = new ManualClock();
    const cache = new WatchedCache(tokens(clock));
    const lock = new ScriptedLock();
    const both = [1, 2].map(() => keeperBench({ clock, cache, lock }));
    await Promise.all(both.map(({ keeper }) => keeper.start()));
    await clock.advance(HOUR_MS);
    const requests = both.flatMap(({ endpoint }) => endpoint.requests);
    expect(requests).toHaveLength(1);
    const outcomes = both.map(({ refreshLog }) => refreshLog.records[0]?.outcome);
    expect(new Set(outcomes)).toEqual(new Set(['refreshed', 'taken-from-cache']));
    const held = await Promise.all(both.map(({ keeper }) => tokenOf(keeper)));
    expect(held).toEqual(['access-1', 'access-1']);
  });
});
