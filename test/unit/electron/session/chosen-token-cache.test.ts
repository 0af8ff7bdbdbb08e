import { describe, expect, test } from 'vitest';
import {
  ChosenTokenCache,
  type MovingSession,
} from '../../../../electron/session/chosen-token-cache.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import type { CachedTokens, CacheRead } from '../../../../electron/session/token-cache.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { deferred } from './harness/deferred.ts';
import { tokens } from './harness/keeper-bench.ts';
import { WatchedShelf } from './harness/watched-shelf.ts';

const clock = new ManualClock();
const named = (name: string): CachedTokens =>
  tokens(clock, 0, { accessToken: new Secret(name), refreshToken: new Secret(name) });
const A = named('a');
const B = named('b');

const nameIn = (read: CacheRead) =>
  read.kind === 'found' ? read.tokens.refreshToken?.reveal() : read.kind;

const moving = (
  found: CachedTokens | null,
  change: Partial<MovingSession> = {},
): MovingSession => ({
  tokens: found,
  isUnsaved: false,
  isUnread: false,
  ...change,
});

/** A session whose tokens are in the keychain. */
async function bench(found: CachedTokens | null = A) {
  const shelf = new WatchedShelf(clock);
  const cache = new ChosenTokenCache(shelf, 'name');
  if (found !== null) {
    await cache.set(found);
  }
  shelf.events.length = 0;
  return { shelf, cache };
}

describe('moving a session to another kind of cache', () => {
  test('the new place takes the tokens, then it is chosen, then the old one is emptied', async () => {
    const { shelf, cache } = await bench();
    expect(await cache.moveTo('file', moving(A))).toBe('done');
    expect(shelf.events).toEqual([
      'keychain get',
      'file set a: done',
      'file chosen',
      'keychain delete: done',
    ]);
    expect(cache.kind).toBe('file');
    expect(cache.path).toBe('/nowhere/name.json');
    expect(nameIn(await cache.get())).toBe('a');
  });

  test('to where it is already does nothing', async () => {
    const { shelf, cache } = await bench();
    expect(await cache.moveTo('keychain', moving(A))).toBe('done');
    expect(shelf.events).toEqual([]);
  });

  test('to where it is already stores what could not be stored before', async () => {
    const { shelf, cache } = await bench();
    expect(await cache.moveTo('keychain', moving(B, { isUnsaved: true }))).toBe('done');
    expect(shelf.events).toEqual(['keychain set b: done']);
    shelf.breaks.add('keychain set');
    expect(await cache.moveTo('keychain', moving(A, { isUnsaved: true }))).toBe('not-taken');
  });

  test('a place that takes nothing changes nothing', async () => {
    const { shelf, cache } = await bench();
    shelf.breaks.add('file set');
    expect(await cache.moveTo('file', moving(A))).toBe('not-taken');
    expect(cache.kind).toBe('keychain');
    expect(nameIn(await cache.get())).toBe('a');
    expect(shelf.events).not.toContain('keychain delete: done');
  });

  test('what stays in the old place is emptied by the next deletion', async () => {
    const { shelf, cache } = await bench();
    shelf.breaks.add('keychain delete');
    expect(await cache.moveTo('file', moving(A))).toBe('left-behind');
    expect(shelf.stored('keychain')).toBe(A);
    shelf.breaks.clear();
    expect(await cache.delete()).toEqual({ kind: 'done' });
    expect(shelf.stored('keychain')).toBeNull();
    expect(shelf.stored('file')).toBeNull();
  });

  test('what stays is remembered until it could be emptied, and no longer', async () => {
    const { shelf, cache } = await bench();
    shelf.breaks.add('keychain delete');
    await cache.moveTo('file', moving(A));
    await cache.delete();
    expect(shelf.stored('keychain')).toBe(A);
    shelf.breaks.clear();
    await cache.delete();
    expect(shelf.stored('keychain')).toBeNull();
    shelf.events.length = 0;
    await cache.delete();
    expect(shelf.events).toEqual(['file delete: done']);
  });

  test('a place that was left behind and is chosen again is not emptied twice', async () => {
    const { shelf, cache } = await bench();
    shelf.breaks.add('keychain delete');
    await cache.moveTo('file', moving(A));
    shelf.breaks.clear();
    expect(await cache.moveTo('keychain', moving(A))).toBe('done');
    shelf.events.length = 0;
    await cache.delete();
    expect(shelf.events).toEqual(['keychain delete: done']);
  });

  test('no session moves only the choice, and empties nothing', async () => {
    const { shelf, cache } = await bench(null);
    expect(await cache.moveTo('memory', moving(null))).toBe('done');
    expect(shelf.events).toEqual(['memory chosen']);
  });

  test('from a place that cannot be read, what is there is said to stay', async () => {
    const { shelf, cache } = await bench();
    expect(await cache.moveTo('file', moving(null, { isUnread: true }))).toBe('left-behind');
    expect(shelf.events).toEqual(['file chosen']);
    expect(shelf.stored('keychain')).toBe(A);
    await cache.delete();
    expect(shelf.stored('keychain')).toBeNull();
  });

  test('what was stored after the caller looked goes along', async () => {
    const { shelf, cache } = await bench();
    const [, moved] = await Promise.all([cache.set(B), cache.moveTo('file', moving(A))]);
    expect(moved).toBe('done');
    expect(shelf.stored('file')).toBe(B);
  });

  test('what could not be stored is newer than what is', async () => {
    const { shelf, cache } = await bench();
    await cache.moveTo('file', moving(B, { isUnsaved: true }));
    expect(shelf.stored('file')).toBe(B);
  });

  test('an old place that cannot be read any more does not keep the session', async () => {
    const { shelf, cache } = await bench();
    shelf.breaks.add('keychain get');
    shelf.breaks.add('keychain delete');
    expect(await cache.moveTo('file', moving(A))).toBe('left-behind');
    expect(shelf.stored('file')).toBe(A);
  });

  test('a write that comes during a move lands in the new place, a read never in between', async () => {
    const { shelf, cache } = await bench();
    const slow = deferred();
    shelf.gates.set('file set', slow.promise);
    const moved = cache.moveTo('file', moving(A));
    const written = cache.set(B);
    expect(nameIn(await cache.get())).toBe('a');
    slow.resolve();
    expect(await moved).toBe('done');
    await written;
    expect(shelf.stored('keychain')).toBeNull();
    expect(nameIn(await cache.get())).toBe('b');
  });

  test('the place that is chosen is the one that is tried out', async () => {
    const { shelf, cache } = await bench();
    await cache.moveTo('file', moving(A));
    shelf.events.length = 0;
    await cache.test();
    expect(shelf.events).toEqual(['file tested']);
  });
});
