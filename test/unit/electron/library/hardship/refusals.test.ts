import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiFailure } from '../../../../../electron/spotify/api-failure.ts';
import { type FakeRow, FakeSpotifyApi } from '../../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../../doubles/watched-library.ts';

// Whatever is refused, once or for ever: what is known stays, and everything else is read.

const HOUR_MS = 3_600_000;

let clock: ManualClock;
let api: FakeSpotifyApi;
let watched: WatchedLibrary;

const rows = (prefix: string, count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => ({
    uri: `spotify:track:${prefix}${index}`,
    addedAtMs: 1_000,
    addedBy: 'me',
  }));
const playlist = (id: string, count: number) => ({
  id,
  name: id,
  description: '',
  ownerId: 'me',
  isCollaborative: false,
  snapshot: 1,
  items: rows(id, count),
});
const kinds = async () => (await watched.changes()).map(({ kind }) => kind);

beforeEach(() => {
  clock = new ManualClock();
  api = new FakeSpotifyApi();
  api.saved = rows('s', 60);
  api.playlistsInOrder = [playlist('short', 20), playlist('long', 230), playlist('other', 3)];
  watched = new WatchedLibrary(api, clock);
});

const REFUSALS: readonly ApiFailure[] = [
  { kind: 'not-found' },
  { kind: 'forbidden' },
  { kind: 'unexpected', status: 418 },
  { kind: 'unreadable', status: 200, isJson: true },
];

describe.each(REFUSALS)('an answer that is $kind', (failure) => {
  it.each([1, 2, 50])('for a playlist, %i times, does not make it gone', async (times) => {
    await watched.watch();
    const before = [watched.stored('short'), watched.stored('long')];
    for (const id of ['short', 'long']) {
      api.find(id).snapshot = 2;
      api.find(id).items.splice(1, 1);
    }
    let left = times * 2;
    // The long one is refused in the middle of it.
    api.interfere = ({ id, offset }) => {
      const isMet = (id === 'short' || (id === 'long' && offset > 100)) && left > 0;
      left -= isMet ? 1 : 0;
      return isMet ? failure : null;
    };
    for (let check = 0; check < 6 && left > 0; check += 1) {
      clock.jump(HOUR_MS);
      await watched.check();
    }
    if (left > 0) {
      expect([watched.stored('short'), watched.stored('long')]).toEqual(before);
      expect(await kinds()).toEqual([]);
      left = 0;
    }
    clock.jump(25 * HOUR_MS);
    await watched.check();
    expect(watched.stored('short')).toEqual(api.find('short').items);
    expect(watched.stored('long')).toEqual(api.find('long').items);
    expect(await kinds()).toEqual(['item-removed', 'item-removed']);
    expect((await watched.library.status()).totals.playlists).toBe(3);
  });

  it('for the list of playlists leaves every playlist where it is, and the rest is read', async () => {
    await watched.watch();
    api.interfere = ({ endpoint }) => (endpoint === 'playlists' ? failure : null);
    api.playlistsInOrder.pop();
    api.saved.unshift(...rows('new', 1));
    for (let check = 0; check < 3; check += 1) {
      clock.jump(HOUR_MS);
      expect(await watched.check()).toMatchObject({ kind: 'done' });
    }
    expect(await kinds()).toEqual(['item-added']);
    expect((await watched.library.status()).totals.playlists).toBe(3);

    api.interfere = () => null;
    await watched.check();
    expect(await kinds()).toEqual(['item-added', 'playlist-gone']);
  });

  it('for the list of playlists in a first pass is made up for later, and is no news', async () => {
    api.interfere = ({ endpoint }) => (endpoint === 'playlists' ? failure : null);
    expect(await watched.watch()).toMatchObject({ kind: 'done', items: 60 });
    api.interfere = () => null;
    await watched.check();
    expect(watched.stored('long')).toEqual(api.find('long').items);
    expect(await kinds()).toEqual([]);
  });
});
