import { beforeEach, expect, it } from 'vitest';
import { FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

const own = (picture: string, size = 'da84', host = 'i.scdn.co') =>
  `https://${host}/image/ab67706c0000${size}${picture.padStart(24, '0')}`;
const MOSAIC = `https://mosaic.scdn.co/300/${'ab67616d00001e02'.padEnd(40, '1')}`;

const DAY_MS = 24 * 3_600_000;

let api: FakeSpotifyApi;
let clock: ManualClock;
let watched: WatchedLibrary;

beforeEach(() => {
  api = new FakeSpotifyApi();
  api.playlistsInOrder = [
    {
      id: 'p',
      name: 'P',
      description: '',
      ownerId: 'me',
      isCollaborative: false,
      isPublic: false,
      imageUrl: own('a'),
      snapshot: 1,
      items: [],
    },
  ];
  clock = new ManualClock();
  watched = new WatchedLibrary(api, clock);
});

/** What is told when the playlist is listed like this, one after the other, days apart. */
async function toldOf(...listed: Partial<FakeSpotifyApi['playlistsInOrder'][number]>[]) {
  await watched.watch();
  for (const next of listed) {
    await clock.advance(2 * DAY_MS);
    await watched.check();
    Object.assign(api.find('p'), next);
    await watched.check();
  }
  return watched.changes();
}

it('tells of another cover, and of one that was taken away', async () => {
  const changes = await toldOf({ imageUrl: own('b') }, { imageUrl: MOSAIC });
  expect(changes).toMatchObject([{ kind: 'playlist-cover' }, { kind: 'playlist-cover' }]);
});

it('knows a cover again under another address', async () => {
  const changes = await toldOf(
    { imageUrl: own('a', 'bebb', 'image-cdn-ak.spotifycdn.com') },
    { imageUrl: 'https://example.test/somewhere-else.jpg' },
    { imageUrl: own('a') },
  );
  expect(changes).toEqual([]);
});

it('tells of no other cover while it may only be another address of the same', async () => {
  await watched.watch();
  for (const picture of ['b', 'c', 'd', 'e']) {
    await clock.advance(DAY_MS);
    Object.assign(api.find('p'), { imageUrl: own(picture) });
    await watched.check();
  }
  expect(await watched.changes()).toEqual([]);
});

it('tells once when Spotify puts the cover together, however that changes with the contents', async () => {
  const changes = await toldOf({ imageUrl: MOSAIC }, { imageUrl: MOSAIC.replace('300', '60') });
  expect(changes.map(({ kind }) => kind)).toEqual(['playlist-cover']);
});

it('tells when it becomes public, and nothing where Spotify does not say', async () => {
  const changes = await toldOf({ isPublic: null }, { isPublic: true }, { isPublic: true });
  expect(changes).toMatchObject([{ kind: 'playlist-visibility', isPublic: true }]);
});

it('tells when others may change it, and when they no longer may', async () => {
  const changes = await toldOf({ isCollaborative: true }, { isCollaborative: false });
  expect(changes).toMatchObject([
    { kind: 'playlist-collaborative', isCollaborative: true },
    { kind: 'playlist-collaborative', isCollaborative: false },
  ]);
});
