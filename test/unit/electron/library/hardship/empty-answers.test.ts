import { beforeEach, describe, expect, it } from 'vitest';
import type { CollectionKind } from '../../../../../shared/change.ts';
import { type FakeRow, FakeSpotifyApi } from '../../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../../doubles/watched-library.ts';

// A service in trouble answers now and then with a sound, whole, empty list. Nobody lost anything.

const DAY_MS = 24 * 3_600_000;

let clock: ManualClock;
let api: FakeSpotifyApi;
let watched: WatchedLibrary;

const rows = (kind: string, count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => ({
    uri: `spotify:${kind}:${index}`,
    addedAtMs: 1_000,
    addedBy: 'me',
  }));

type Emptied =
  | 'saved'
  | 'savedAlbumRows'
  | 'savedShowRows'
  | 'savedEpisodeRows'
  | 'savedAudiobookRows'
  | 'followedArtistUris';

const COLLECTIONS: readonly [CollectionKind, Emptied][] = [
  ['saved-tracks', 'saved'],
  ['saved-albums', 'savedAlbumRows'],
  ['saved-shows', 'savedShowRows'],
  ['saved-episodes', 'savedEpisodeRows'],
  ['saved-audiobooks', 'savedAudiobookRows'],
  ['followed-artists', 'followedArtistUris'],
];

/** All of it is still there when Spotify is asked by name. */
function answerByName(isThere: boolean): void {
  api.libraryContains = async (uris) => ({ kind: 'ok', value: uris.map(() => isThere) });
}

async function checkAfterADay(): Promise<void> {
  clock.jump(DAY_MS);
  await watched.check();
}

beforeEach(async () => {
  clock = new ManualClock();
  api = new FakeSpotifyApi();
  api.saved = rows('track', 120);
  api.savedAlbumRows = rows('album', 30);
  api.savedShowRows = rows('show', 30);
  api.savedEpisodeRows = rows('episode', 30);
  api.savedAudiobookRows = rows('audiobook', 30);
  api.followedArtistUris = rows('artist', 30).map(({ uri }) => uri);
  api.playlistsInOrder = Array.from({ length: 12 }, (_, index) => ({
    id: `p${index}`,
    name: `List ${index}`,
    description: '',
    ownerId: 'me',
    isCollaborative: false,
    snapshot: 1,
    items: rows('track', 3),
  }));
  watched = new WatchedLibrary(api, clock);
  await watched.watch();
});

describe.each(COLLECTIONS)('an empty answer for the %s', (kind, name) => {
  it('removes nothing while Spotify still has them by name', async () => {
    const known = watched.storedUris(kind);
    Object.assign(api, { [name]: [] });
    answerByName(true);
    await checkAfterADay();
    expect(watched.storedUris(kind)).toEqual(known);
    expect(await watched.changes()).toEqual([]);
  });

  it('is told as it is when they are gone by name too', async () => {
    const known = watched.storedUris(kind);
    Object.assign(api, { [name]: [] });
    await checkAfterADay();
    expect(watched.storedUris(kind)).toEqual([]);
    expect(await watched.changes()).toHaveLength(known?.length ?? 0);
  });
});

describe('an empty list of playlists', () => {
  it('is not believed at once, and forgotten when they are back', async () => {
    const all = api.playlistsInOrder;
    for (let times = 0; times < 3; times += 1) {
      api.playlistsInOrder = [];
      await checkAfterADay();
      api.playlistsInOrder = all;
      await checkAfterADay();
    }
    expect(await watched.changes()).toEqual([]);
    expect((await watched.library.status()).totals.playlists).toBe(12);
  });

  it('is believed when a second check says the same', async () => {
    api.playlistsInOrder = [];
    await checkAfterADay();
    await checkAfterADay();
    const kinds = (await watched.changes()).map((change) => change.kind);
    expect(kinds).toEqual(Array.from({ length: 12 }, () => 'playlist-gone'));
  });

  it('does not keep a few removed playlists from being told at once', async () => {
    api.playlistsInOrder = api.playlistsInOrder.slice(2);
    await checkAfterADay();
    expect((await watched.changes()).map((change) => change.kind)).toEqual([
      'playlist-gone',
      'playlist-gone',
    ]);
  });
});
