import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../../../../../electron/spotify/catalogue.ts';
import type { FakeRow } from '../../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../../doubles/watched-library.ts';
import { LyingSpotifyApi, type PagedList } from './harness/lying-api.ts';

// Pages that can be read and are not true. Whatever they say, nothing is removed by them, reading
// them comes to an end, and what is true again is found again.

const DAY_MS = 24 * 3_600_000;

let clock: ManualClock;
let api: LyingSpotifyApi;
let watched: WatchedLibrary;

const rows = (kind: string, prefix: string, count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => ({
    uri: `spotify:${kind}:${prefix}${index}`,
    addedAtMs: 1_000 + index,
    addedBy: 'me',
  }));
const playlist = (id: string, items: FakeRow[], snapshot: number | null = 1) => ({
  id,
  name: `Name of ${id}`,
  description: '',
  ownerId: 'me',
  isCollaborative: false,
  snapshot,
  items,
});

beforeEach(async () => {
  clock = new ManualClock();
  api = new LyingSpotifyApi();
  api.saved = rows('track', 's', 230);
  api.savedAlbumRows = rows('album', 'b', 130);
  api.followedArtistUris = rows('artist', 'f', 120).map(({ uri }) => uri);
  api.playlistsInOrder = [
    playlist('short', rows('track', 'a', 60)),
    playlist('long', rows('track', 'l', 250)),
    playlist('unversioned', rows('track', 'u', 230), null),
    ...Array.from({ length: 57 }, (_, index) => playlist(`other-${index}`, [])),
  ];
  watched = new WatchedLibrary(api, clock);
});

const uris = (list: readonly { uri: string | null }[] | null) =>
  list === null ? null : list.map(({ uri }) => uri?.replace(/^.*:/, '')).join(' ');
const stored = () => ({
  saved: uris(watched.stored(null)),
  albums: watched.storedUris('saved-albums'),
  artists: watched.storedUris('followed-artists'),
  playlists: api.playlistsInOrder.map(({ id }) => uris(watched.stored(id))),
});
const truth = () => ({
  saved: uris(api.saved),
  albums: api.savedAlbumRows.map(({ uri }) => uri),
  artists: api.followedArtistUris,
  playlists: api.playlistsInOrder.map(({ items }) => uris(items)),
});
const expectTruth = () => expect(stored()).toEqual(truth());
const kinds = async () => (await watched.changes()).map(({ kind }) => kind);

/** Gives every list of the service a reason to be read whole. */
function stir(): void {
  for (const { items } of [...api.playlistsInOrder.slice(0, 3)]) {
    items.reverse();
  }
  for (const list of api.playlistsInOrder) {
    list.snapshot = list.snapshot === null ? null : list.snapshot + 1;
  }
  api.saved.reverse();
  api.savedAlbumRows.reverse();
}

/** Checks by hand for some days; answers the most requests that one check took. */
async function checkForDays(): Promise<number> {
  let most = 0;
  for (let day = 0; day < 4; day += 1) {
    clock.jump(DAY_MS);
    const before = api.requests;
    await watched.check();
    most = Math.max(most, api.requests - before);
  }
  return most;
}

const LIES: readonly [string, <T>(page: Page<T>, offset: number, list: PagedList) => Page<T>][] = [
  ['a total that is too high', (page) => ({ ...page, total: page.total + 7 })],
  ['a total that is beyond belief', (page) => ({ ...page, total: Number.MAX_SAFE_INTEGER })],
  ['a total that is a row too low', (page) => ({ ...page, total: Math.max(0, page.total - 1) })],
  ['a total that is less than one page', (page) => ({ ...page, total: Math.min(40, page.total) })],
  ['a total of nothing beside rows', (page) => ({ ...page, total: 0 })],
  [
    'a total that falls with each page',
    (page, offset) => ({ ...page, total: Math.max(0, page.total - offset) }),
  ],
  [
    'a total that grows with each page',
    (page, offset) => ({ ...page, total: page.total + 2 * offset + 1 }),
  ],
  [
    'one row too few on each page',
    (page) => ({ ...page, entries: page.entries.slice(0, -1), nextOffset: nextOf(page) }),
  ],
  ['no rows and a total', (page) => ({ ...page, entries: [], nextOffset: nextOf(page) })],
  [
    'no rows after the first page',
    (page, offset) => ({ ...page, entries: offset === 0 ? page.entries : [] }),
  ],
  ['the end after the first page', (page) => ({ ...page, nextOffset: null })],
];

function nextOf(page: Page<unknown>): number | null {
  const to = page.offset + page.entries.length;
  return to < page.total ? to : null;
}

describe.each(LIES)('%s', (_, lie) => {
  const tell = () => {
    api.lie = (page, list, offset) =>
      // An empty list cannot be told falsely by most of these.
      page.total === 0 ? page : lie(page, offset, list);
  };

  it('removes nothing, reads no list for ever, and is got over', async () => {
    await watched.watch();
    expectTruth();
    stir();
    const before = stored();
    tell();
    expect(await checkForDays()).toBeLessThan(200);
    expect(stored()).toEqual(before);
    expect(await kinds()).toEqual([]);

    api.lie = (page) => page;
    clock.jump(14 * DAY_MS);
    await watched.check();
    // In an unordered list nothing was moved.
    expect(stored()).toEqual({ ...truth(), albums: before.albums });
    expect(new Set(await kinds())).toEqual(new Set(['items-moved']));
  });

  it('in a first pass leaves lists unknown, never shorter than they are', async () => {
    tell();
    await watched.watch();
    const [known, real] = [stored(), truth()];
    expect([null, real.saved]).toContain(known.saved);
    expect([null, real.albums]).toContainEqual(known.albums);
    for (const [index, items] of known.playlists.entries()) {
      expect([null, real.playlists[index]]).toContain(items);
    }
    api.lie = (page) => page;
    clock.jump(14 * DAY_MS);
    await watched.check();
    expectTruth();
    expect(await kinds()).toEqual([]);
  });
});

describe('pages that never end', () => {
  const asksOf = (endpoint: string) => {
    let count = 0;
    api.interfere = (request) => {
      count += request.endpoint === endpoint ? 1 : 0;
      return null;
    };
    return () => count;
  };

  it.each<[string, PagedList, string, number]>([
    ['saved tracks', 'saved-tracks', 'saved-tracks', 7],
    ['saved albums', 'saved-albums', 'saved-albums', 7],
    ['the playlists list', 'playlists', 'playlists', 6],
    ['the items of a playlist', 'playlist-items', 'playlist-items', 8 * 3],
  ])('of %s, the same one again and again, are noticed', async (_, lying, endpoint, most) => {
    await watched.watch();
    const before = stored();
    stir();
    // The first page under every offset, with nothing in it that says so.
    const first = new Map<string, Page<unknown>>();
    api.lie = <T>(page: Page<T>, list: PagedList, offset: number): Page<T> => {
      const key = `${list} ${page.total}`;
      const again = first.get(key) ?? page;
      first.set(key, again);
      const rows: readonly T[] = (again as Page<T>).entries.slice(0, 50);
      return list !== lying || offset === 0
        ? page
        : { ...page, entries: rows, nextOffset: offset + 50 };
    };
    const asked = asksOf(endpoint);
    await watched.check();
    expect(asked()).toBeLessThanOrEqual(most);
    const after = stored();
    expect([before.saved, truth().saved]).toContain(after.saved);
    for (const [index, items] of after.playlists.entries()) {
      expect([before.playlists[index], truth().playlists[index]]).toContain(items);
    }
    expect((await kinds()).filter((kind) => kind !== 'items-moved')).toEqual([]);

    api.lie = (page) => page;
    clock.jump(14 * DAY_MS);
    await watched.check();
    expect(stored()).toEqual({ ...truth(), albums: before.albums });
  });

  it.each([
    ['in a circle', null, (number: number) => `spotify:artist:f${[49, 99][number % 2]}`],
    [
      'in a circle, beside a count',
      120,
      (number: number) => `spotify:artist:f${[49, 99][number % 2]}`,
    ],
    ['to where nobody is', null, (number: number) => `nobody ${number}`],
  ])('of the followed artists, whose cursors lead %s, are noticed', async (_, total, cursorOf) => {
    await watched.watch();
    const before = stored();
    api.followedArtistUris = api.followedArtistUris.slice(10);
    let pages = 0;
    api.lieByCursor = (page) => {
      pages += 1;
      return { ...page, total, nextCursor: cursorOf(pages) };
    };
    clock.jump(3 * DAY_MS);
    await watched.check();
    expect(pages).toBeGreaterThan(2);
    expect(pages).toBeLessThan(16);
    expect(stored()).toEqual(before);
    expect(await kinds()).toEqual([]);
  });

  it('of a playlist that really holds the same rows twice are its rows', async () => {
    const half = rows('track', 'twice', 150);
    const twice = [...half, ...half];
    const same = Array.from(
      { length: 210 },
      () => half[0] ?? { uri: '', addedAtMs: 0, addedBy: '' },
    );
    api.playlistsInOrder = [playlist('twice', twice), playlist('same', same)];
    await watched.watch();
    expect(stored()).toEqual(truth());
    api.requests = 0;
    for (const list of api.playlistsInOrder) {
      list.snapshot = 2;
    }
    await watched.check();
    expect(stored()).toEqual(truth());
    expect(await kinds()).toEqual([]);
  });
});
