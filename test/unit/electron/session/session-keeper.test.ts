import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../electron/session/secret.ts';
import type { SessionKeeper } from '../../../../electron/session/session-keeper.ts';
import type { TokenOutcome } from '../../../../electron/session/token-response.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { deferred } from './harness/deferred.ts';
import { CLIENT_ID, HOUR_MS, keeperBench, markerFor, tokens } from './harness/keeper-bench.ts';
import { MemoryMarker } from './harness/memory-marker.ts';
import { WatchedCache } from './harness/watched-cache.ts';

const MINUTE_MS = 60_000;
const offline: TokenOutcome = { kind: 'network', code: 'ENETUNREACH' };

async function tokenOf(keeper: SessionKeeper): Promise<string> {
  const result = await keeper.getAccessToken();
  return result.kind === 'token' ? result.token.reveal() : `none: ${result.state.kind}`;
}

async function started(ageMs = 0) {
  const clock = new ManualClock();
  const bench = keeperBench({ clock, tokens: tokens(clock, ageMs) });
  await bench.keeper.start();
  return bench;
}

describe('at the start', () => {
  test('cached tokens need no sign-in and no request', async () => {
    const { keeper, endpoint } = await started();
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

  test('a token that ended while the app was closed is refreshed at once', async () => {
    const { keeper, clock, endpoint } = await started(20 * HOUR_MS);
    await clock.advance(0);
    expect(endpoint.refreshTokens).toEqual(['refresh-0']);
    expect(await tokenOf(keeper)).toBe('access-1');
  });

  test('a lost marker is written again', async () => {
    const { marker, clock } = await started();
    expect(marker.marker).toEqual({
      clientId: CLIENT_ID,
      accountKey: null,
      displayName: null,
      authorizedAtMs: clock.nowMs(),
    });
  });
});

describe('refreshing', () => {
  test('happens at the planned point of the token’s life without being asked', async () => {
    const { clock, endpoint } = await started();
    await clock.advance(0.875 * HOUR_MS - 1);
    expect(endpoint.refreshTokens).toHaveLength(0);
    await clock.advance(1);
    expect(endpoint.refreshTokens).toHaveLength(1);
  });

  test('is one flight for twenty callers', async () => {
    const { keeper, clock, endpoint } = await started(2 * HOUR_MS);
    await clock.advance(0);
    clock.jump(2 * HOUR_MS);
    const all = await Promise.all(Array.from({ length: 20 }, () => tokenOf(keeper)));
    expect(new Set(all)).toEqual(new Set(['access-2']));
    expect(endpoint.refreshTokens).toHaveLength(2);
  });

  test('keeps the old refresh token where none is returned', async () => {
    const { clock, cache, endpoint } = await started();
    await clock.advance(2 * HOUR_MS);
    expect(endpoint.refreshTokens).toEqual(['refresh-0', 'refresh-0']);
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-0');
  });

  test('uses the new refresh token where one is returned', async () => {
    const { clock, cache, endpoint } = await started();
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
    const { keeper, clock, cache, endpoint } = await started();
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
    const { keeper, clock } = await started();
    const before = keeper.state;
    await clock.advance(3 * HOUR_MS);
    const after = keeper.state;
    expect(before.kind === 'active' && after.kind === 'active').toBe(true);
    expect(after).toMatchObject({
      life: { authorizedAtMs: before.kind === 'active' ? before.life.authorizedAtMs : null },
    });
  });

  test('follows when the clock went back before the token was received', async () => {
    const { keeper, clock, endpoint } = await started();
    clock.jump(-24 * HOUR_MS);
    expect(await tokenOf(keeper)).toBe('access-1');
    await clock.advance(30 * MINUTE_MS);
    expect(endpoint.refreshTokens).toHaveLength(1);
  });

  test('follows when the clock went forward by a day', async () => {
    const { keeper, clock } = await started();
    clock.jump(24 * HOUR_MS);
    expect(await tokenOf(keeper)).toBe('access-1');
  });
});

describe('a token that Spotify refused with 401', () => {
  test('is refreshed once, whoever reports it how often', async () => {
    const { keeper, endpoint } = await started();
    keeper.invalidate(new Secret('access-0'));
    keeper.invalidate(new Secret('access-0'));
    expect(await Promise.all([tokenOf(keeper), tokenOf(keeper)])).toEqual(['access-1', 'access-1']);
    keeper.invalidate(new Secret('access-0'));
    expect(await tokenOf(keeper)).toBe('access-1');
    expect(endpoint.refreshTokens).toHaveLength(1);
  });
});

describe('when the token endpoint cannot be asked', () => {
  test.each<[string, TokenOutcome, object]>([
    ['no network', offline, { kind: 'offline' }],
    [
      '502',
      { kind: 'server-trouble', status: 502 },
      { kind: 'waiting', reason: 'service-trouble' },
    ],
    ['HTML', { kind: 'unreadable', status: 200 }, { kind: 'waiting', reason: 'service-trouble' }],
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
    const { keeper, clock, cache, endpoint } = await started();
    endpoint.answer(outcome);
    await clock.advance(3 * HOUR_MS);
    expect(keeper.state).toMatchObject(state);
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-0');
    endpoint.answer(() => endpoint.grant());
    await clock.advance(16 * MINUTE_MS);
    expect(keeper.state.kind).toBe('active');
  });

  test('a token that is still alive is handed out meanwhile', async () => {
    const { keeper, clock, endpoint } = await started();
    endpoint.answer(offline);
    await clock.advance(0.9 * HOUR_MS);
    expect(keeper.state.kind).toBe('offline');
    expect(await tokenOf(keeper)).toBe('access-0');
  });

  test('a call between two tries is answered at once, without a request', async () => {
    const { keeper, clock, endpoint } = await started();
    endpoint.answer(offline);
    await clock.advance(1.2 * HOUR_MS);
    const requests = endpoint.refreshTokens.length;
    expect(await tokenOf(keeper)).toBe('none: offline');
    expect(endpoint.refreshTokens).toHaveLength(requests);
  });

  test('a day offline costs few requests, never two within 30 s but the quick ones', async () => {
    const { clock, endpoint } = await started();
    endpoint.answer(offline);
    await clock.advance(24 * HOUR_MS);
    const rounds = endpoint.refreshTokens.length / 4;
    expect(rounds).toBeGreaterThan(24 * 4);
    expect(rounds).toBeLessThan(24 * 9);
  });

  test('back online it is tried at once', async () => {
    const { keeper, clock, endpoint } = await started();
    endpoint.answer(offline);
    await clock.advance(5 * HOUR_MS);
    endpoint.answer(() => endpoint.grant());
    await keeper.retry('system');
    expect(keeper.state.kind).toBe('active');
  });

  test('a rate limit is waited out, Retry-After included', async () => {
    const { keeper, clock, endpoint } = await started();
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
    const { keeper, clock, endpoint } = await started();
    endpoint.answer(offline);
    await clock.advance(2 * HOUR_MS);
    endpoint.answer(() => endpoint.grant());
    clock.jump(-24 * HOUR_MS);
    await clock.advance(4 * MINUTE_MS);
    expect(keeper.state.kind).toBe('active');
  });
});

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
    const { keeper, clock, endpoint } = await started();
    endpoint.answer({ kind: 'invalid-client' });
    await clock.advance(HOUR_MS);
    expect(keeper.state).toMatchObject({ kind: 'sign-in-needed', reason: 'client-invalid' });
  });
});

describe('when the keychain takes nothing', () => {
  async function lockedDuringRotation() {
    const bench = await started();
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
    const { keeper, clock, cache } = await started();
    cache.gate = new Promise(() => undefined);
    await clock.advance(0.875 * HOUR_MS + 10_000);
    expect(keeper.state.kind).toBe('keychain-locked');
    expect(await tokenOf(keeper)).toBe('access-1');
  });
});

describe('disconnecting', () => {
  test('deletes the tokens, then the marker', async () => {
    const { keeper, cache, marker } = await started();
    expect(await keeper.disconnect()).toEqual({ kind: 'done' });
    expect(cache.tokens).toBeNull();
    expect(marker.marker).toBeNull();
    expect(keeper.state).toEqual({ kind: 'signed-out', lastFailure: null });
    expect(await tokenOf(keeper)).toBe('none: signed-out');
  });

  test('with a locked keychain changes nothing', async () => {
    const { keeper, cache, marker } = await started();
    cache.locked = true;
    expect(await keeper.disconnect()).toEqual({ kind: 'keychain-failed' });
    expect(marker.marker).not.toBeNull();
    expect(keeper.state.kind).toBe('active');
  });

  test('during a refresh is not undone by its answer', async () => {
    const { keeper, clock, cache, endpoint } = await started();
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

describe('closing', () => {
  test('leaves no timer', async () => {
    const { keeper, clock } = await started();
    await keeper.close();
    expect(clock.pendingCount).toBe(0);
  });

  test('waits for a refresh under way, since its answer may hold a new refresh token', async () => {
    const { keeper, clock, cache, endpoint } = await started();
    const answered = deferred();
    endpoint.answer(() => answered.promise.then(() => endpoint.grant('refresh-1')));
    await clock.advance(0.875 * HOUR_MS);
    const closed = keeper.close();
    answered.resolve();
    await closed;
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-1');
    expect(clock.pendingCount).toBe(0);
  });

  test('while offline begins no further try', async () => {
    const { keeper, clock, endpoint } = await started();
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
    const { clock } = await started();
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
    expect(clock.pendingCount).toBe(0);
  });
});

test('the account completes the marker', async () => {
  const { keeper, marker } = await started();
  keeper.setAccount('account-1', 'Someone');
  expect(keeper.account).toEqual({ key: 'account-1', displayName: 'Someone' });
  expect(marker.marker).toMatchObject({ accountKey: 'account-1', displayName: 'Someone' });
});

test('settings that cannot be written do not cost the session', async () => {
  const { keeper, clock, marker, logger } = await started();
  marker.write = () => {
    throw Object.assign(new Error('No space left on device'), { code: 'ENOSPC' });
  };
  clock.jump(HOUR_MS);
  expect(await tokenOf(keeper)).toBe('access-1');
  expect(logger.text).toContain('ENOSPC');
});

test('a listener that asks for a token does not mix up the order for the next listener', async () => {
  const clock = new ManualClock();
  const { keeper } = keeperBench({ clock, tokens: tokens(clock, 2 * HOUR_MS) });
  const seen: string[] = [];
  keeper.stateChanged.subscribe(() => void keeper.getAccessToken());
  keeper.stateChanged.subscribe((state) => seen.push(state.kind));
  await keeper.start();
  await clock.advance(0);
  expect(seen.at(-1)).toBe(keeper.state.kind);
  expect(seen).toEqual(['active', 'refreshing', 'active']);
});

test('no token stands in a log line or a state', async () => {
  const { keeper, clock, cache, endpoint, logger } = await started();
  const states: string[] = [];
  keeper.stateChanged.subscribe((state) => states.push(JSON.stringify(state)));
  endpoint.answer(() => endpoint.grant('refresh-1'));
  await clock.advance(HOUR_MS);
  cache.locked = true;
  await clock.advance(HOUR_MS);
  endpoint.answer({ kind: 'invalid-grant' });
  await clock.advance(HOUR_MS);
  expect(states.length).toBeGreaterThan(4);
  expect(`${logger.text}${states.join()}`).not.toMatch(/(access|refresh)-\d/);
});
