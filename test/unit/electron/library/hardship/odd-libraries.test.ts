import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeRow, FakeSpotifyApi } from '../../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../../doubles/watched-library.ts';

// Libraries that are allowed, and that nobody would think of.

let clock: ManualClock;
let api: FakeSpotifyApi;
let watched: WatchedLibrary;

const row = (name: string, addedAtMs: number | null = 1_000): FakeRow => ({
  uri: `spotify:track:${name}`,
  addedAtMs,
  addedBy: 'me',
});
const rows = (prefix: string, count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => row(`${prefix}${index}`));
const playlist = (id: string, items: FakeRow[], ownerId = 'me') => ({
  id,
  name: `Name of ${id}`,
  description: '',
  ownerId,
  isCollaborative: false,
  snapshot: 1,
  items,
});
const kinds = async () => (await watched.changes()).map(({ kind }) => kind);
const requestsOf = async (work: Promise<unknown>) => {
  const before = api.requests;
  await work;
  return api.requests - before;
};
const uris = (list: readonly { uri: string | null }[] | null) => list?.map(({ uri }) => uri);

beforeEach(() => {
  clock = new ManualClock();
  api = new FakeSpotifyApi();
  watched = new WatchedLibrary(api, clock);
});

describe('saved tracks that hold one twice', () => {
  it('are read as they are, and only the first time more than once', async () => {
    api.saved = rows('s', 230);
    api.saved.splice(140, 0, row('s7', 900), row('s8'));
    await watched.watch();
    expect(watched.stored(null)).toEqual(api.saved);

    api.saved.splice(100, 1);
    // The head, five pages, and the head once more.
    let asked = 0;
    api.interfere = ({ endpoint }) => {
      asked += endpoint === 'saved-tracks' ? 1 : 0;
      return null;
    };
    await watched.check();
    expect(asked).toBe(1 + 5 + 1);
    expect(watched.stored(null)).toEqual(api.saved);
    expect(await kinds()).toEqual(['item-removed']);

    api.saved.splice(139, 1);
    await watched.check();
    expect(watched.stored(null)).toEqual(api.saved);
    expect(await kinds()).toEqual(['item-removed', 'item-removed']);
  });
});

describe('a playlist of 11,000 items', { timeout: 60_000 }, () => {
  it('is read whole, and what changes in it is told exactly', async () => {
    api.playlistsInOrder = [playlist('large', rows('l', 11_000))];
    await watched.library.watch({ key: api.accountKey, displayName: 'Me' });
    expect(await requestsOf(watched.check())).toBeLessThanOrEqual(20 + 1 + 218 + 1);
    expect(uris(watched.stored('large'))).toEqual(uris(api.find('large').items));

    const { items } = api.find('large');
    items.splice(10_990, 1);
    items.push(row('new'));
    items.unshift(...items.splice(5_000, 300));
    api.find('large').snapshot = 2;
    await watched.check();
    expect(uris(watched.stored('large'))).toEqual(uris(items));
    expect(await watched.changes()).toMatchObject([
      { kind: 'item-removed', item: { uri: 'spotify:track:l10990' } },
      { kind: 'item-added', item: { uri: 'spotify:track:new' } },
      { kind: 'items-moved', count: 300 },
    ]);
  });
});

describe('no playlists', () => {
  it('are as good a state as any, before and after there were some', async () => {
    await watched.watch();
    expect(await watched.library.status()).toMatchObject({
      monitor: { kind: 'watching' },
      totals: { playlists: 0 },
    });
    api.playlistsInOrder = [playlist('first', rows('f', 3))];
    await watched.check();
    api.playlistsInOrder = [];
    await watched.check();
    expect(await kinds()).toEqual(['playlist-created', 'playlist-gone']);
    expect((await watched.library.status()).totals.playlists).toBe(0);
  });
});

// A second or two; more where the machine has much else to do.
describe('5,000 playlists', { timeout: 120_000 }, () => {
  it('take a request for each to read, and later one for 49 to check', async () => {
    // Of most only the metadata are watched, which makes the test quick and the list no shorter.
    api.playlistsInOrder = Array.from({ length: 5_000 }, (_, index) =>
      playlist(`p${index}`, rows(`p${index}-`, index % 4), index % 25 === 0 ? 'me' : 'somebody'),
    );
    await watched.library.watch({ key: api.accountKey, displayName: 'Me' });
    const list = Math.ceil(4_999 / 49);
    const firstPass = await requestsOf(watched.check());
    expect(firstPass).toBeLessThanOrEqual(list + 200 + 10);
    expect((await watched.library.status()).totals).toMatchObject({
      playlists: 5_000,
      watchedPlaylists: 200,
    });
    expect(await requestsOf(watched.check())).toBeLessThanOrEqual(list + 3);

    api.find('p3000').name = 'Another name';
    api.find('p4975').items.push(row('new'));
    api.find('p4975').snapshot = 2;
    api.playlistsInOrder = api.playlistsInOrder.filter(({ id }) => id !== 'p2001');
    // The list is read once more before anybody believes that one is gone.
    expect(await requestsOf(watched.check())).toBeLessThanOrEqual(2 * list + 3 + 1);
    expect((await kinds()).toSorted()).toEqual(['item-added', 'playlist-gone', 'playlist-renamed']);
  });

  it('are checked as often as the requests of a day allow, and no more', async () => {
    api.playlistsInOrder = Array.from({ length: 5_000 }, (_, index) =>
      playlist(`p${index}`, [], 'somebody'),
    );
    await watched.watch();
    const before = api.requests;
    await clock.advance(24 * 3_600_000);
    expect(api.requests - before).toBeGreaterThan(2 * 103);
    expect(api.requests - before).toBeLessThan(500);
  });
});
