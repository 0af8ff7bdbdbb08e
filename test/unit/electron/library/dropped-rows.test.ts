import { beforeEach, describe, expect, it } from 'vitest';
import {
  type FakePlaylist,
  type FakeRow,
  FakeSpotifyApi,
} from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

// A row that cannot be understood is left out of its page and counted. A page like that is not whole,
// and what is not whole never removes anything (facts §2).

const DAY_MS = 24 * 3_600_000;

let clock: ManualClock;
let api: FakeSpotifyApi;
let watched: WatchedLibrary;

const rows = (prefix: string, count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => ({
    uri: `spotify:track:${prefix}${index}`,
    addedAtMs: 1_000,
    addedBy: 'me',
  }));
const playlist = (id: string, items: FakeRow[], snapshot: number | null = 1): FakePlaylist => ({
  id,
  name: `Name of ${id}`,
  description: '',
  ownerId: 'me',
  isCollaborative: false,
  snapshot,
  items,
});

beforeEach(() => {
  clock = new ManualClock();
  api = new FakeSpotifyApi();
  api.saved = rows('s', 230);
  api.playlistsInOrder = [
    playlist('short', rows('a', 60)),
    playlist('long', rows('b', 270)),
    playlist('unversioned', rows('c', 130), null),
    ...Array.from({ length: 57 }, (_, index) => playlist(`other-${index}`, [])),
  ];
  watched = new WatchedLibrary(api, clock);
});

const stored = () => ({
  saved: watched.stored(null),
  playlists: api.playlistsInOrder.map(({ id }) => [id, watched.stored(id)]),
});
const truth = () => ({
  saved: api.saved,
  playlists: api.playlistsInOrder.map(({ id, items }) => [id, items]),
});
const losses = async () =>
  (await watched.changes()).flatMap((change) =>
    change.kind === 'item-removed'
      ? [change.item.uri]
      : change.kind === 'playlist-gone'
        ? [change.list.uri]
        : [],
  );

/** Takes an item out of a list, as the user would. */
function remove(list: string, uri: string): void {
  const found = list === 'saved' ? null : api.find(list);
  const items = found?.items ?? api.saved;
  items.splice(
    items.findIndex((item) => item.uri === uri),
    1,
  );
  if (found !== null && found.snapshot !== null) {
    found.snapshot += 1;
  }
}

const CASES: readonly [string, string, string, string][] = [
  ['the saved tracks, at the head', 'saved', 's5', 's40'],
  ['the saved tracks, at the end of the head', 'saved', 's49', 's1'],
  ['the saved tracks, on a later page', 'saved', 's150', 's200'],
  ['the saved tracks, at the very end', 'saved', 's229', 's3'],
  ['a playlist that comes in one answer', 'short', 'a7', 'a30'],
  ['a long playlist, on its first page', 'long', 'b99', 'b10'],
  ['a long playlist, on a later page', 'long', 'b250', 'b10'],
  ['a long playlist, at the very end', 'long', 'b269', 'b10'],
  ['a playlist without a snapshot', 'unversioned', 'c120', 'c4'],
];

describe('a row that cannot be understood', () => {
  it.each(CASES)('of %s removes nothing', async (_where, list, unreadable, removed) => {
    await watched.watch();
    expect(stored()).toEqual(truth());
    const before = stored();
    api.unreadable.add(`spotify:track:${unreadable}`);
    remove(list, `spotify:track:${removed}`);

    await watched.check();
    await clock.advance(DAY_MS);
    await watched.check();
    expect(await losses()).toEqual([]);
    expect(stored()).toEqual(before);

    api.unreadable.clear();
    await watched.check();
    expect(await losses()).toEqual([`spotify:track:${removed}`]);
    expect(stored()).toEqual(truth());
  });

  it('never makes a light check take a new saved track beside it for the whole', async () => {
    await watched.watch();
    api.saved.unshift(...rows('new', 1));
    api.unreadable.add('spotify:track:s10');
    await watched.check();
    expect(await watched.changes()).toEqual([]);
    api.unreadable.clear();
    await watched.check();
    expect((await watched.changes()).map(({ kind }) => kind)).toEqual(['item-added']);
    expect(stored()).toEqual(truth());
  });

  it.each([
    ['first', 'short'],
    ['second', 'other-55'],
  ])(
    'of the playlists, on the %s page, is not a playlist that is gone',
    async (_page, unreadable) => {
      await watched.watch();
      const gone = 'other-20';
      const uri = `spotify:playlist:${gone}`;
      api.playlistsInOrder = api.playlistsInOrder.filter(({ id }) => id !== gone);
      api.unreadable.add(`spotify:playlist:${unreadable}`);

      await watched.check();
      await clock.advance(DAY_MS);
      await watched.check();
      expect(await losses()).toEqual([]);

      api.unreadable.clear();
      await watched.check();
      expect(await losses()).toEqual([uri]);
    },
  );

  it('of the playlists, only where the list is read to confirm, is not gone either', async () => {
    await watched.watch();
    const gone = 'other-20';
    api.playlistsInOrder = api.playlistsInOrder.filter(({ id }) => id !== gone);
    let pages = 0;
    api.interfere = ({ endpoint }) => {
      pages += endpoint === 'playlists' ? 1 : 0;
      // The two pages of the reading come whole; the two that confirm it do not.
      if (pages === 3) {
        api.unreadable.add('spotify:playlist:short');
      }
      return null;
    };
    await watched.check();
    expect(pages).toBe(3);
    expect(await losses()).toEqual([]);
    expect(watched.stored('short')).toEqual(api.find('short').items);
  });

  it.each([
    // Which is left alone for a while then; the playlists are not.
    ['saved tracks', 'three times', 'track:s49', 'saved-tracks', 1 + 3],
    ['playlists', 'once', 'playlist:short', 'playlists', 1],
  ])('of the %s is asked for %s', async (_list, _often, row, endpoint, requests) => {
    await watched.watch();
    remove('saved', 'spotify:track:s1');
    api.unreadable.add(`spotify:${row}`);
    let asked = 0;
    api.interfere = (request) => {
      asked += request.endpoint === endpoint ? 1 : 0;
      return null;
    };
    await watched.check();
    expect(asked).toBe(requests);
  });

  it('in a first pass leaves its list unknown, never shorter than it is', async () => {
    api.unreadable.add('spotify:track:s150').add('spotify:track:a7').add('spotify:track:b250');
    await watched.watch();
    expect(watched.stored(null)).toBeNull();
    expect(watched.stored('short')).toBeNull();
    expect(watched.stored('long')).toBeNull();
    expect(watched.stored('unversioned')).toEqual(api.find('unversioned').items);

    api.unreadable.clear();
    await watched.check();
    expect(stored()).toEqual(truth());
    expect(await losses()).toEqual([]);
  });
});
