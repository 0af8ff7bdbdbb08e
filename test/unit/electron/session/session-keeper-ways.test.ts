import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../electron/session/secret.ts';
import type { SignInOrder } from '../../../../electron/session/sign-in-order.ts';
import { HOUR_MS, keeperBench, startedBench, tokenOf, tokens } from './harness/keeper-bench.ts';
import { callbackAddress, pasteCode, stateOf } from './harness/paste-code.ts';
import { WatchedCache } from './harness/watched-cache.ts';

const MINUTE_MS = 60_000;
const secret = new Secret('client-secret');

describe('signing in with a pasted address', () => {
  test('shows the page’s address and exchanges the code for tokens that are stored', async () => {
    const { keeper, endpoint, cache, marker, clock, opened } = keeperBench({});
    endpoint.answer(() => endpoint.grant('refresh-1'));
    const { result } = await pasteCode(keeper);
    expect(await result).toEqual({ kind: 'signed-in' });
    expect(keeper.state).toMatchObject({ kind: 'active', life: { way: 'authorization-code' } });
    expect(endpoint.requests).toMatchObject([
      { grant: 'authorization-code', redirectUri: 'http://127.0.0.1:43821/callback' },
    ]);
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-1');
    expect(marker.marker).toMatchObject({ accountKey: null, authorizedAtMs: clock.nowMs() });
    expect(opened).toEqual([]);
  });

  test('takes no address of another sign-in, and goes on waiting', async () => {
    const { keeper, endpoint } = keeperBench({});
    endpoint.answer(() => endpoint.grant('refresh-1'));
    expect(keeper.giveCallbackAddress('x')).toBe('not-running');
    const result = keeper.signIn({ way: 'pasted', secret: null });
    const { pageUrl, redirectUri } = await stateOf(keeper, 'authorizing');
    expect(keeper.giveCallbackAddress(`${redirectUri}?code=c&state=x`)).toBe('other-sign-in');
    expect(keeper.state.kind).toBe('authorizing');
    keeper.giveCallbackAddress(callbackAddress(pageUrl, { code: 'c' }));
    expect(await result).toEqual({ kind: 'signed-in' });
  });

  test('uses the redirect URI of the settings', async () => {
    const manualRedirectUri = 'https://music.example.org/return';
    const { keeper, endpoint } = keeperBench({ settings: { manualRedirectUri } });
    endpoint.answer(() => endpoint.grant('refresh-1'));
    const { result } = await pasteCode(keeper);
    await result;
    expect(endpoint.requests).toMatchObject([{ redirectUri: manualRedirectUri }]);
  });

  test('tells why it came to nothing', async () => {
    const { keeper, clock } = keeperBench({ settings: { signInLimitSeconds: 60 } });
    const result = keeper.signIn({ way: 'pasted', secret: null });
    await stateOf(keeper, 'authorizing');
    await clock.advance(MINUTE_MS);
    const failure = { kind: 'timed-out', limitSeconds: 60 };
    expect(await result).toEqual({ kind: 'failed', failure });
    expect(keeper.state).toEqual({ kind: 'signed-out', lastFailure: failure });
    expect(clock.pendingCount).toBe(0);
  });

  test('with a secret refreshes with it ever after', async () => {
    const { keeper, endpoint, clock } = keeperBench({});
    endpoint.answer(() => endpoint.grant('refresh-1'));
    const { result } = await pasteCode(keeper, { way: 'pasted', secret });
    await result;
    await clock.advance(2 * HOUR_MS);
    expect(endpoint.requests.map(({ grant }) => grant)).toEqual([
      'authorization-code',
      'refresh-token',
      'refresh-token',
    ]);
    expect(endpoint.requests.every(({ client }) => client.secret === secret)).toBe(true);
    expect(keeper.clientSecret).toBe(secret);
  });

  test('counts the six months from Spotify’s time where this machine’s clock is wrong', async () => {
    const { keeper, endpoint, clock, marker } = keeperBench({});
    endpoint.clockSkewMs = 40 * 24 * HOUR_MS;
    endpoint.answer(() => endpoint.grant('refresh-1'));
    const { result } = await pasteCode(keeper);
    await result;
    expect(marker.marker?.authorizedAtMs).toBe(clock.nowMs() + 40 * 24 * HOUR_MS);
    expect(keeper.connection.clockSkewMs).toBe(40 * 24 * HOUR_MS);
  });
});

describe('client credentials', () => {
  const order: SignInOrder = { way: 'client-credentials', secret };

  test('are refreshed with the secret and no refresh token', async () => {
    const { keeper, endpoint, cache, clock } = keeperBench({});
    expect(await keeper.signIn(order)).toEqual({ kind: 'signed-in' });
    expect(keeper.state).toMatchObject({
      kind: 'active',
      life: { way: 'client-credentials', authorizedAtMs: null, renewBeforeMs: null },
    });
    await clock.advance(2 * HOUR_MS);
    expect(endpoint.requests).toHaveLength(3);
    for (const request of endpoint.requests) {
      expect(request.grant).toBe('client-credentials');
      expect(request.client.secret).toBe(secret);
    }
    expect(await tokenOf(keeper)).toBe('access-3');
    expect(cache.tokens).toMatchObject({ refreshToken: null, clientSecret: secret });
  });

  test('go on after a restart, since the secret is kept with them', async () => {
    const { keeper, cache, marker, clock } = keeperBench({});
    await keeper.signIn(order);
    await keeper.close();
    const again = keeperBench({ clock, cache, marker });
    await again.keeper.start();
    await clock.advance(2 * HOUR_MS);
    expect(again.endpoint.requests).toHaveLength(2);
    expect(again.keeper.state.kind).toBe('active');
  });

  test('are nobody’s: no account is asked for', async () => {
    const { keeper, identified } = keeperBench({});
    await keeper.signIn(order);
    expect(identified).toEqual([]);
    expect(keeper.account).toBeNull();
  });

  test('that Spotify does not accept leave what is there', async () => {
    const { keeper, endpoint } = await startedBench();
    endpoint.answer({ kind: 'invalid-client' });
    const failure = { kind: 'client-not-accepted' };
    expect(await keeper.signIn(order)).toEqual({ kind: 'failed', failure });
    expect(await tokenOf(keeper)).toBe('access-0');
  });

  test('can be cancelled while the endpoint is slow', async () => {
    const { keeper, endpoint, clock } = keeperBench({});
    endpoint.answer({ kind: 'server-trouble', status: 503 });
    const result = keeper.signIn(order);
    await clock.advance(1);
    await keeper.cancelSignIn();
    expect(await result).toEqual({ kind: 'failed', failure: { kind: 'cancelled' } });
    expect(endpoint.requests).toHaveLength(1);
    expect(clock.pendingCount).toBe(0);
  });
});

describe('a pasted access token', () => {
  async function pasted() {
    const bench = keeperBench({});
    const order = { way: 'access-token', token: new Secret('pasted-token') } as const;
    expect(await bench.keeper.signIn(order)).toEqual({ kind: 'signed-in' });
    return bench;
  }
  const over = { kind: 'sign-in-needed', reason: 'token-ended', lastFailure: null };

  test('is handed out, and shown as one that is never renewed', async () => {
    const { keeper } = await pasted();
    expect(await tokenOf(keeper)).toBe('pasted-token');
    expect(keeper.state).toMatchObject({
      kind: 'active',
      life: { way: 'access-token', refreshAtMs: null, renewBeforeMs: null },
    });
  });

  test('is never refreshed, and its end after an hour is no error', async () => {
    const { keeper, endpoint, cache, clock, refreshLog } = await pasted();
    await clock.advance(HOUR_MS - 1);
    expect(await tokenOf(keeper)).toBe('pasted-token');
    await clock.advance(1);
    expect(keeper.state).toEqual(over);
    expect(cache.tokens).toBeNull();
    await keeper.retry('user');
    expect(await tokenOf(keeper)).toBe('none: sign-in-needed');
    expect(endpoint.requests).toEqual([]);
    expect(refreshLog.records).toEqual([]);
    expect(clock.pendingCount).toBe(0);
  });

  test('that Spotify refuses is over at once', async () => {
    const { keeper, endpoint, cache, clock } = await pasted();
    keeper.invalidate(new Secret('another-token'));
    expect(keeper.state.kind).toBe('active');
    keeper.invalidate(new Secret('pasted-token'));
    expect(keeper.state).toEqual(over);
    await clock.advance(0);
    expect(cache.tokens).toBeNull();
    expect(endpoint.requests).toEqual([]);
  });

  test('that is over is no locked keychain at the next start', async () => {
    const { keeper, cache, marker, clock } = await pasted();
    await clock.advance(HOUR_MS);
    await keeper.close();
    const again = keeperBench({ clock, cache, marker });
    await again.keeper.start();
    expect(again.keeper.state).toEqual(over);
  });

  test('is handed out though the clock was set back: only Spotify knows its end', async () => {
    const { keeper, clock } = await pasted();
    clock.jump(-24 * HOUR_MS);
    expect(await tokenOf(keeper)).toBe('pasted-token');
  });

  test('that Spotify knows nothing of is not taken', async () => {
    const { keeper, cache } = keeperBench({ identity: { kind: 'refused' } });
    const failure = { kind: 'token-not-accepted' };
    expect(await keeper.signIn({ way: 'access-token', token: new Secret('x') })).toEqual({
      kind: 'failed',
      failure,
    });
    expect(cache.events).toEqual([]);
    expect(keeper.state).toEqual({ kind: 'signed-out', lastFailure: failure });
  });
});

describe('tokens of another program', () => {
  test('with a refresh token go on, however old their access token is', async () => {
    const { keeper, clock, endpoint, cache, marker } = keeperBench({});
    const imported = tokens(clock, 5 * HOUR_MS, { authorizedAtMs: null });
    expect(await keeper.signIn({ way: 'import', tokens: imported })).toEqual({ kind: 'signed-in' });
    await clock.advance(0);
    expect(endpoint.refreshTokens).toEqual(['refresh-0']);
    expect(await tokenOf(keeper)).toBe('access-1');
    expect(cache.tokens?.authorizedAtMs).toBeNull();
    expect(marker.marker?.authorizedAtMs).toBeNull();
  });

  test('without a refresh token last as long as their access token', async () => {
    const { keeper, clock, endpoint } = keeperBench({});
    const imported = tokens(clock, HOUR_MS / 2, { refreshToken: null, authorizedAtMs: null });
    await keeper.signIn({ way: 'import', tokens: imported });
    expect(await tokenOf(keeper)).toBe('access-0');
    await clock.advance(HOUR_MS / 2);
    expect(keeper.state).toMatchObject({ kind: 'sign-in-needed', reason: 'token-ended' });
    expect(endpoint.requests).toEqual([]);
  });

  test('that cannot be stored are used until the app quits, and the state says so', async () => {
    const cache = new WatchedCache();
    cache.locked = true;
    const { keeper, clock } = keeperBench({ cache });
    await keeper.signIn({ way: 'import', tokens: tokens(clock) });
    expect(keeper.state.kind).toBe('keychain-locked');
    expect(await tokenOf(keeper)).toBe('access-0');
  });
});
