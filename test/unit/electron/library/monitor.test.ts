import { beforeEach, describe, expect, it } from 'vitest';
import {
  type FakePlaylist,
  type FakeRow,
  FakeSpotifyApi,
} from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

let clock: ManualClock;
let api: FakeSpotifyApi;
let watched: WatchedLibrary;

const row = (name: string): FakeRow => ({
  uri: `spotify:track:${name}`,
  addedAtMs: 1_000,
  addedBy: 'me',
});
const rows = (prefix: string, count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => row(`${prefix}${index}`));
const playlist = (
  id: string,
  items: FakeRow[],
  more: Partial<FakePlaylist> = {},
): FakePlaylist => ({
  id,
  name: `Name of ${id}`,
  description: '',
  ownerId: 'me',
  isCollaborative: false,
  snapshot: 1,
  items,
  ...more,
});
const kinds = async () => (await watched.changes()).map(({ kind }) => kind);
const touch = (id: string) => {
  const found = api.find(id);
  found.snapshot = (found.snapshot ?? 0) + 1;
  return found;
};
const expectStoredTruth = () => {
  expect(watched.stored(null)).toEqual(api.saved);
  for (const { id, items, ownerId } of api.playlistsInOrder) {
    expect(watched.stored(id)).toEqual(ownerId === 'me' ? items : null);
  }
};

beforeEach(() => {
  clock = new ManualClock();
  api = new FakeSpotifyApi();
  api.saved = rows('s', 230);
  api.playlistsInOrder = [
    playlist('short', rows('a', 60)),
    playlist('long', rows('b', 270)),
    playlist('theirs', rows('c', 10), { ownerId: 'somebody' }),
    playlist('empty', []),
  ];
  watched = new WatchedLibrary(api, clock);
});

describe('the first pass', () => {
  it('reads everything that may be read and reports no change', async () => {
    const outcome = await watched.watch();
    expect(outcome).toMatchObject({ kind: 'done', items: 230 + 60 + 270, changes: 0 });
    expectStoredTruth();
    expect(await kinds()).toEqual([]);
    const status = await watched.library.status();
    expect(status.totals).toEqual({
      savedTracks: 230,
      playlists: 4,
      watchedPlaylists: 3,
      playlistItems: 330,
      unavailableItems: 0,
    });
    expect(status.monitor.kind).toBe('watching');
    expect(status.baselineAtMs).toBe(clock.nowMs());
  });
});

describe('a light check', () => {
  beforeEach(async () => {
    await watched.watch();
    api.requests = 0;
    await clock.advance(3_500_000);
  });

  it('takes two requests when nothing changed', async () => {
    expect(await watched.check()).toMatchObject({ kind: 'done', requests: 2, changes: 0 });
    expectStoredTruth();
  });

  it('takes new saved tracks from the head', async () => {
    api.saved.unshift(row('new1'), row('new2'));
    expect(await watched.check()).toMatchObject({ requests: 2, changes: 2 });
    expectStoredTruth();
    expect(await kinds()).toEqual(['item-added', 'item-added']);
  });

  it('reads all saved tracks when the total disagrees', async () => {
    api.saved.splice(100, 1);
    await watched.check();
    expectStoredTruth();
    expect(await watched.changes()).toMatchObject([
      {
        kind: 'item-removed',
        item: { uri: 'spotify:track:s100', name: 'Name of spotify:track:s100' },
      },
    ]);
  });

  it('reads only the playlists whose snapshot moved', async () => {
    touch('long').items.splice(200, 1);
    touch('short').items.push(row('x'));
    expect(await watched.check()).toMatchObject({ requests: 2 + 1 + 5 + 1 - 0 });
    expectStoredTruth();
    expect(await kinds()).toEqual(['item-added', 'item-removed']);
  });
});
