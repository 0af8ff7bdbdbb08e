import { describe, expect, test } from 'vitest';
import type { Identity } from '../../../../electron/session/identity.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import type { Account } from '../../../../shared/session-state.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { deferred } from './harness/deferred.ts';
import { HOUR_MS, keeperBench, markerFor, tokenOf, tokens } from './harness/keeper-bench.ts';
import { MemoryMarker } from './harness/memory-marker.ts';
import { pasteCode, stateOf } from './harness/paste-code.ts';

const SOMEONE: Account = { key: 'someone', displayName: 'Someone' };
const OTHER: Account = { key: 'other', displayName: 'Other' };
const other: Identity = { kind: 'account', account: OTHER };

/** Someone's session, which is about to be renewed. */
async function signedIn(identity: Identity | (() => Promise<Identity>)) {
  const clock = new ManualClock();
  const bench = keeperBench({
    clock,
    identity,
    tokens: tokens(clock),
    marker: new MemoryMarker(markerFor(clock.nowMs())),
  });
  await bench.keeper.start();
  expect(bench.keeper.account).toEqual(SOMEONE);
  bench.endpoint.answer(() => bench.endpoint.grant('refresh-new'));
  bench.cache.events.length = 0;
  return bench;
}

describe('a renewal', () => {
  test('by the same account is taken without a question', async () => {
    const { keeper, cache, marker, identified, states, clock } = await signedIn({
      kind: 'account',
      account: { key: 'someone', displayName: 'Someone, renamed' },
    });
    await clock.advance(60_000);
    const { result } = await pasteCode(keeper);
    expect(await result).toEqual({ kind: 'signed-in' });
    expect(identified).toEqual(['access-1']);
    expect(states).not.toContain('confirming-account');
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-new');
    expect(keeper.account).toEqual({ key: 'someone', displayName: 'Someone, renamed' });
    expect(marker.marker).toMatchObject({
      accountKey: 'someone',
      authorizedAtMs: clock.nowMs(),
    });
  });

  test.each<[string, Identity, Account | null]>([
    ['another account', other, OTHER],
    ['nobody knows which account', { kind: 'unknown' }, null],
    ['a token that Spotify refuses', { kind: 'refused' }, null],
  ])('by %s asks first, and changes nothing before the answer', async (_, identity, found) => {
    const { keeper, cache, marker, clock } = await signedIn(identity);
    const before = marker.marker;
    const { result } = await pasteCode(keeper);
    const asked = await stateOf(keeper, 'confirming-account');
    expect(asked).toEqual({ kind: 'confirming-account', expected: SOMEONE, found });
    expect(await tokenOf(keeper)).toBe('access-0');
    expect(cache.events).toEqual([]);
    expect(marker.marker).toBe(before);
    expect(await keeper.signIn({ way: 'pasted', secret: null })).toEqual({
      kind: 'already-running',
    });

    expect(keeper.confirmAccount(false)).toBe('done');
    const failure = { kind: 'other-account' };
    expect(await result).toEqual({ kind: 'failed', failure });
    expect(keeper.state.kind).toBe('active');
    expect(await tokenOf(keeper)).toBe('access-0');
    expect(keeper.account).toEqual(SOMEONE);
    expect(cache.events).toEqual([]);
    expect(marker.marker).toBe(before);
    expect(keeper.confirmAccount(true)).toBe('not-asked');
    await keeper.close();
    expect(clock.pendingCount).toBe(0);
  });

  test('that the user wants is taken, and whose it is must be found out', async () => {
    const { keeper, cache, marker } = await signedIn(other);
    const { result } = await pasteCode(keeper);
    await stateOf(keeper, 'confirming-account');
    keeper.confirmAccount(true);
    expect(await result).toEqual({ kind: 'signed-in' });
    expect(await tokenOf(keeper)).toBe('access-1');
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-new');
    expect(keeper.account).toBeNull();
    expect(marker.marker).toMatchObject({ accountKey: null, displayName: null });
  });

  test('can be cancelled at the question', async () => {
    const { keeper } = await signedIn(other);
    const { result } = await pasteCode(keeper);
    await stateOf(keeper, 'confirming-account');
    await keeper.cancelSignIn();
    expect(await result).toEqual({ kind: 'failed', failure: { kind: 'cancelled' } });
    expect(await tokenOf(keeper)).toBe('access-0');
  });

  test('can be cancelled while Spotify is asked whose it is', async () => {
    const answer = deferred();
    const { keeper, identified } = await signedIn(async () => {
      await answer.promise;
      return { kind: 'account', account: SOMEONE };
    });
    const { result } = await pasteCode(keeper);
    while (identified.length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    const cancelled = keeper.cancelSignIn();
    answer.resolve();
    await cancelled;
    expect(await result).toEqual({ kind: 'failed', failure: { kind: 'cancelled' } });
    expect(await tokenOf(keeper)).toBe('access-0');
  });

  test('ends with the app at the question, and leaves nothing', async () => {
    const { keeper, clock, cache } = await signedIn(other);
    const { result } = await pasteCode(keeper);
    await stateOf(keeper, 'confirming-account');
    await keeper.close();
    expect(await result).toMatchObject({ kind: 'failed' });
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-0');
    expect(clock.pendingCount).toBe(0);
  });

  test('does not keep the session from being refreshed while the user thinks', async () => {
    const { keeper, clock, endpoint } = await signedIn(other);
    const { result } = await pasteCode(keeper);
    await stateOf(keeper, 'confirming-account');
    endpoint.answer(() => endpoint.grant());
    await clock.advance(HOUR_MS);
    expect(keeper.state.kind).toBe('confirming-account');
    expect(await tokenOf(keeper)).toBe('access-2');
    keeper.confirmAccount(false);
    await result;
    expect(await tokenOf(keeper)).toBe('access-2');
  });
});

describe('the question whose account it is', () => {
  test('is not asked at the first sign-in, nor is Spotify', async () => {
    const { keeper, endpoint, states, identified } = keeperBench({ identity: other });
    endpoint.answer(() => endpoint.grant('refresh-1'));
    const { result } = await pasteCode(keeper);
    expect(await result).toEqual({ kind: 'signed-in' });
    expect(states).not.toContain('confirming-account');
    expect(identified).toEqual([]);
    expect(keeper.account).toBeNull();
  });

  test('is asked for a pasted token and for imported ones alike', async () => {
    for (const way of ['access-token', 'import'] as const) {
      const { keeper, clock } = await signedIn(other);
      const token = new Secret('pasted');
      const result = keeper.signIn(
        way === 'import' ? { way, tokens: tokens(clock) } : { way, token },
      );
      expect(await stateOf(keeper, 'confirming-account')).toMatchObject({ found: OTHER });
      keeper.confirmAccount(false);
      expect(await result).toMatchObject({ failure: { kind: 'other-account' } });
    }
  });

  test('is asked without asking Spotify where the imported access token is over', async () => {
    const { keeper, clock, identified } = await signedIn(other);
    const result = keeper.signIn({ way: 'import', tokens: tokens(clock, 2 * HOUR_MS) });
    expect(await stateOf(keeper, 'confirming-account')).toMatchObject({ found: null });
    expect(identified).toEqual([]);
    keeper.confirmAccount(false);
    await result;
  });

  test('is asked on behalf of the session that another client ID has', async () => {
    const { keeper, endpoint } = keeperBench({ identity: other });
    endpoint.answer(() => endpoint.grant('refresh-1'));
    const result = keeper.signIn({ way: 'access-token', token: new Secret('pasted') }, SOMEONE);
    expect(await stateOf(keeper, 'confirming-account')).toMatchObject({ expected: SOMEONE });
    keeper.confirmAccount(true);
    expect(await result).toEqual({ kind: 'signed-in' });
  });

  test('is not there to be answered before it is asked', () => {
    expect(keeperBench({}).keeper.confirmAccount(true)).toBe('not-asked');
  });
});

describe('the account of a session', () => {
  test('is the marker’s where it speaks of the same sign-in', async () => {
    const clock = new ManualClock();
    const marker = new MemoryMarker(markerFor(clock.nowMs()));
    const { keeper } = keeperBench({ clock, marker, tokens: tokens(clock) });
    await keeper.start();
    expect(keeper.account).toEqual(SOMEONE);
  });

  test('is unknown where the marker speaks of another: a crash came between the writes', async () => {
    const clock = new ManualClock();
    const marker = new MemoryMarker(markerFor(clock.nowMs() - 1));
    const { keeper } = keeperBench({ clock, marker, tokens: tokens(clock) });
    await keeper.start();
    expect(keeper.account).toBeNull();
    expect(marker.marker).toMatchObject({ accountKey: null, authorizedAtMs: clock.nowMs() });
  });
});
