import { beforeEach, expect, it } from 'vitest';
import { FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

const HOUR_MS = 3_600_000;

let clock: ManualClock;
let api: FakeSpotifyApi;
let watched: WatchedLibrary;

beforeEach(() => {
  clock = new ManualClock();
  api = new FakeSpotifyApi();
  api.saved = Array.from({ length: 130 }, (_, index) => ({
    uri: `spotify:track:${index}`,
    addedAtMs: 1_000,
    addedBy: null,
  }));
  watched = new WatchedLibrary(api, clock);
});

const monitor = async () => (await watched.library.status()).monitor;

it('checks nothing until the time that the user chose, and then goes on by itself', async () => {
  await watched.watch();
  const untilMs = clock.nowMs() + 5 * HOUR_MS;
  await watched.library.pause(untilMs);
  expect(await monitor()).toEqual({
    kind: 'paused',
    pause: { kind: 'by-user', untilMs },
    progress: null,
  });
  api.requests = 0;
  await clock.advance(5 * HOUR_MS - 60_000);
  watched.library.reconsider();
  expect(api.requests).toBe(0);
  await clock.advance(2 * 60_000);
  expect(api.requests).toBeGreaterThan(0);
  expect((await monitor()).kind).toBe('watching');
});

it('checks nothing at all until it is resumed, and has no timer for it', async () => {
  await watched.watch();
  const timers = clock.pendingCount;
  await watched.library.pause(null);
  api.requests = 0;
  expect(clock.pendingCount).toBe(timers - 1);
  await clock.advance(100 * HOUR_MS);
  watched.library.reconsider();
  await clock.advance(HOUR_MS);
  expect(api.requests).toBe(0);
  await watched.library.resume();
  await clock.advance(1_000);
  expect(api.requests).toBeGreaterThan(0);
  expect((await monitor()).kind).toBe('watching');
});

it('is kept over a restart', async () => {
  await watched.watch();
  await watched.library.pause(null);
  await watched.library.close();
  watched = new WatchedLibrary(api, clock, watched.repositories.database);
  api.requests = 0;
  await watched.library.watch({ key: 'account-1', displayName: 'Me' });
  await clock.advance(10 * HOUR_MS);
  expect(api.requests).toBe(0);
  expect(await monitor()).toMatchObject({ pause: { kind: 'by-user', untilMs: null } });
});

it('stops a check where it is, which goes on at the next page when it is resumed', async () => {
  let pausing: Promise<void> | null = null;
  api.interfere = ({ endpoint, offset }) => {
    if (endpoint === 'saved-tracks' && offset === 49 && pausing === null) {
      pausing = watched.library.pause(null);
    }
    return null;
  };
  await watched.library.watch({ key: 'account-1', displayName: 'Me' });
  await clock.advance(1_000);
  await pausing;
  expect(await monitor()).toMatchObject({
    kind: 'paused',
    pause: { kind: 'by-user' },
    progress: { kind: 'first-pass', itemsDone: 50 },
  });
  const offsets: number[] = [];
  api.interfere = ({ endpoint, offset }) => {
    if (endpoint === 'saved-tracks') {
      offsets.push(offset);
    }
    return null;
  };
  await watched.library.resume();
  await clock.advance(1_000);
  expect(offsets).toEqual([49, 98, 0]);
  expect(watched.stored(null)).toHaveLength(130);
});

it('still lets the user check by hand, and stays', async () => {
  await watched.watch();
  await watched.library.pause(null);
  expect(await watched.check()).toMatchObject({ kind: 'done' });
  expect(await monitor()).toMatchObject({ kind: 'paused', pause: { kind: 'by-user' } });
});

it('belongs to its account', async () => {
  await watched.watch();
  await watched.library.pause(null);
  api.accountKey = 'account-2';
  await watched.watch();
  expect((await monitor()).kind).toBe('watching');
});

it('does nothing where nobody is watched', async () => {
  await watched.library.pause(null);
  await watched.library.resume();
  expect((await monitor()).kind).toBe('idle');
});
