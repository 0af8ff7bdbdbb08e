import { describe, expect, test } from 'vitest';
import type { TokenCacheKind } from '../../../../shared/session-settings.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { deferred } from './harness/deferred.ts';
import { HOUR_MS, keeperBench, markerFor, tokenOf, tokens } from './harness/keeper-bench.ts';
import { MemoryMarker } from './harness/memory-marker.ts';
import { pasteCode, stateOf } from './harness/paste-code.ts';
import { WatchedShelf } from './harness/watched-shelf.ts';

const DUE_MS = 0.875 * HOUR_MS;

/** A session over all three kinds of caches; its tokens are in the keychain. */
async function bench() {
  const clock = new ManualClock();
  const shelf = new WatchedShelf(clock);
  await shelf.open('keychain').set(tokens(clock));
  const marker = new MemoryMarker(markerFor(clock.nowMs()));
  const made = keeperBench({ clock, shelf, marker });
  return { ...made, shelf };
}
async function started() {
  const made = await bench();
  await made.keeper.start();
  await made.clock.advance(0);
  made.shelf.events.length = 0;
  return made;
}
const refreshTokenIn = (shelf: WatchedShelf, kind: TokenCacheKind) =>
  shelf.stored(kind)?.refreshToken?.reveal() ?? null;

describe('moving the session to another cache', () => {
  test('goes on from there, and the old place is empty', async () => {
    const { keeper, shelf, clock, endpoint } = await started();
    expect(await keeper.moveTokens('file')).toBe('done');
    expect(keeper.connection.cache).toMatchObject({
      kind: 'file',
      path: expect.stringContaining('.json'),
      test: { kind: 'ok' },
    });
    expect(shelf.events).toContain('file tested');
    endpoint.answer(() => endpoint.grant('refresh-1'));
    await clock.advance(HOUR_MS);
    expect(refreshTokenIn(shelf, 'file')).toBe('refresh-1');
    expect(refreshTokenIn(shelf, 'keychain')).toBeNull();
    expect(keeper.account?.key).toBe('someone');
  });

  test('that takes nothing leaves it where it is', async () => {
    const { keeper, shelf, clock } = await started();
    shelf.breaks.add('file set');
    expect(await keeper.moveTokens('file')).toBe('not-taken');
    expect(keeper.connection.cache.kind).toBe('keychain');
    expect(keeper.state.kind).toBe('active');
    await clock.advance(HOUR_MS);
    expect(refreshTokenIn(shelf, 'keychain')).toBe('refresh-0');
  });

  test('whose old place cannot be emptied says so, and disconnecting empties it', async () => {
    const { keeper, shelf } = await started();
    shelf.breaks.add('keychain delete');
    expect(await keeper.moveTokens('file')).toBe('left-behind');
    shelf.breaks.clear();
    await keeper.disconnect();
    expect(shelf.stored('keychain')).toBeNull();
    expect(shelf.stored('file')).toBeNull();
  });

  test('waits for nobody while something else decides where tokens go', async () => {
    const { keeper, shelf, clock, endpoint } = await started();
    const slow = deferred();
    shelf.gates.set('file set', slow.promise);
    const moved = keeper.moveTokens('file');
    expect(await keeper.moveTokens('memory')).toBe('busy');
    slow.resolve();
    expect(await moved).toBe('done');

    const answered = deferred();
    endpoint.answer(() => answered.promise.then(() => endpoint.grant()));
    await clock.advance(DUE_MS);
    expect(await keeper.moveTokens('memory')).toBe('busy');
    answered.resolve();
    await clock.advance(1);

    const result = keeper.signIn({ way: 'pasted', secret: null });
    expect(await keeper.moveTokens('memory')).toBe('busy');
    await stateOf(keeper, 'authorizing');
    await keeper.cancelSignIn();
    await result;
    expect(await keeper.moveTokens('memory')).toBe('done');
    await keeper.close();
    expect(await keeper.moveTokens('file')).toBe('busy');
  });

  test('stores what its old place could not take', async () => {
    const { keeper, shelf, clock, endpoint, marker } = await started();
    shelf.breaks.add('keychain set');
    endpoint.answer(() => endpoint.grant('refresh-1'));
    await clock.advance(DUE_MS);
    expect(keeper.state.kind).toBe('keychain-locked');
    expect(await keeper.moveTokens('file')).toBe('done');
    expect(refreshTokenIn(shelf, 'file')).toBe('refresh-1');
    expect(keeper.state.kind).toBe('active');
    expect(marker.marker).toMatchObject({ accountKey: 'someone' });
  });

  test('to where it is already does not count as stored what is not', async () => {
    const { keeper, shelf, clock, endpoint } = await started();
    shelf.breaks.add('keychain set');
    endpoint.answer(() => endpoint.grant('refresh-1'));
    await clock.advance(DUE_MS);
    expect(await keeper.moveTokens('keychain')).toBe('not-taken');
    expect(keeper.state.kind).toBe('keychain-locked');
    shelf.breaks.clear();
    await clock.advance(6 * 60_000);
    expect(refreshTokenIn(shelf, 'keychain')).toBe('refresh-1');
  });

  test('from a locked keychain looks whether there is a session in the new one', async () => {
    const { keeper, shelf, clock } = await bench();
    await shelf.open('file').set(tokens(clock));
    shelf.breaks.add('keychain get');
    await keeper.start();
    expect(keeper.state.kind).toBe('keychain-locked');
    expect(await keeper.moveTokens('file')).toBe('left-behind');
    expect(keeper.state.kind).toBe('active');
    expect(await tokenOf(keeper)).toBe('access-0');
  });

  test('from a keychain that is not there leaves nothing behind', async () => {
    const { keeper, shelf } = await bench();
    shelf.keychainTrouble = 'missing';
    shelf.breaks.add('keychain get');
    await keeper.start();
    expect(keeper.state.kind).toBe('keychain-missing');
    expect(await keeper.moveTokens('file')).toBe('done');
    expect(keeper.state).toMatchObject({ kind: 'sign-in-needed', reason: 'not-kept' });
  });

  test('is waited for when the app quits', async () => {
    const { keeper, shelf, clock } = await started();
    const slow = deferred();
    shelf.gates.set('file set', slow.promise);
    const moved = keeper.moveTokens('file');
    let isClosed = false;
    const closed = keeper.close().then(() => {
      isClosed = true;
    });
    await clock.advance(0);
    expect(isClosed).toBe(false);
    slow.resolve();
    await closed;
    expect(await moved).toBe('done');
    expect(refreshTokenIn(shelf, 'file')).toBe('refresh-0');
    expect(shelf.stored('keychain')).toBeNull();
  });
});

describe('before the browser opens', () => {
  test('a session that can be read by now makes it needless', async () => {
    const { keeper, shelf } = await bench();
    shelf.breaks.add('keychain get');
    await keeper.start();
    expect(keeper.state.kind).toBe('keychain-locked');
    shelf.breaks.clear();
    expect(await keeper.signIn({ way: 'pasted', secret: null })).toEqual({ kind: 'signed-in' });
    expect(await tokenOf(keeper)).toBe('access-0');
  });

  test.each<[TokenCacheKind, string]>([
    ['keychain', 'keychain-failed'],
    ['file', 'file-failed'],
  ])('a place that would take no tokens is found: %s', async (kind, failure) => {
    const { keeper, shelf, states } = await bench();
    shelf.breaks.add(`${kind} get`);
    shelf.choose(kind);
    shelf.testResult = { kind: 'failed', atMs: 0, cause: 'locked' };
    expect(await keeper.signIn({ way: 'pasted', secret: null })).toEqual({
      kind: 'failed',
      failure: { kind: failure },
    });
    expect(states).not.toContain('authorizing');
    expect(keeper.connection.cache.test).toEqual(shelf.testResult);
  });

  test('a live session is not kept from its renewal by a place that has just been locked', async () => {
    const { keeper, shelf, endpoint } = await started();
    shelf.testResult = { kind: 'failed', atMs: 0, cause: 'locked' };
    endpoint.answer(() => endpoint.grant('refresh-1'));
    const { result } = await pasteCode(keeper);
    await stateOf(keeper, 'confirming-account');
    keeper.confirmAccount(true);
    expect(await result).toEqual({ kind: 'signed-in' });
  });
});

describe('a place that does not last', () => {
  test.each<TokenCacheKind>(['memory', 'file'])(
    'is told from a locked keychain by its marker: %s',
    async (cacheKind) => {
      const clock = new ManualClock();
      const marker = new MemoryMarker(markerFor(clock.nowMs()));
      const { keeper } = keeperBench({ clock, marker, cacheKind });
      await keeper.start();
      expect(keeper.state).toEqual({
        kind: 'sign-in-needed',
        reason: 'not-kept',
        lastFailure: null,
      });
      expect(marker.marker).toEqual(markerFor(clock.nowMs()));
      await clock.advance(0);
      expect(clock.pendingCount).toBe(0);
    },
  );
});

describe('the test of the place', () => {
  test('is made beside the start and told when it is known', async () => {
    const { keeper, clock } = await bench();
    let changes = 0;
    keeper.connectionChanged.subscribe(() => {
      changes += 1;
    });
    expect(keeper.connection.cache.test).toEqual({ kind: 'not-yet' });
    await keeper.start();
    await clock.advance(0);
    expect(keeper.connection.cache.test).toEqual({ kind: 'ok', atMs: clock.nowMs() });
    expect(changes).toBe(1);
  });

  test('is not made where reading failed: a second prompt would only annoy', async () => {
    const { keeper, shelf } = await bench();
    shelf.breaks.add('keychain get');
    await keeper.start();
    expect(shelf.events).not.toContain('keychain tested');
    expect(keeper.connection.cache.test).toMatchObject({ kind: 'failed', cause: 'locked' });
  });
});
