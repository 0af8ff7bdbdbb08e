import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import {
  type ApiGet,
  refusalOf,
  signedIn,
  startSample,
  WITH_COLLECTIONS,
} from './signed-in-sample.ts';

interface Thing {
  readonly uri: string;
  readonly name: string;
  readonly type: string;
}

let service: SampleService;
let get: ApiGet;

beforeEach(async () => {
  ({ service } = await startSample({ library: WITH_COLLECTIONS }));
  get = await signedIn(service, '');
});
afterEach(() => service.close());

function idOf(uri = ''): string {
  return uri.split(':')[2] ?? '';
}

/** One of each kind with the path that it answers to. */
function oneOfEach() {
  const { library } = service;
  const truth = library.snapshot();
  const of = (entry?: { uri: string; name: string }) => entry ?? { uri: '', name: '' };
  return [
    { kind: 'track', plural: 'tracks', ...of(truth.savedTracks[3]) },
    { kind: 'album', plural: 'albums', ...of(truth.savedAlbums[3]) },
    { kind: 'artist', plural: 'artists', ...of(truth.followedArtists[3]) },
    { kind: 'show', plural: 'shows', ...of(truth.savedShows[3]) },
    { kind: 'episode', plural: 'episodes', ...of(truth.savedEpisodes[3]) },
    { kind: 'audiobook', plural: 'audiobooks', ...of(truth.savedAudiobooks[3]) },
  ];
}

describe('one object', () => {
  it('answers to its id, without any scope', async () => {
    for (const { plural, kind, uri, name } of oneOfEach()) {
      const answer = await get(`/${plural}/${idOf(uri)}`);
      expect(await answer.json()).toMatchObject({ uri, name, type: kind, id: idOf(uri) });
    }
  });

  it('is not found where it never was, is of another kind, or is gone', async () => {
    const things = oneOfEach();
    for (const [at, { plural, uri }] of things.entries()) {
      const other = things[(at + 1) % things.length];
      for (const id of ['0'.repeat(22), 'x', idOf(other?.uri)]) {
        expect(await refusalOf(get, `/${plural}/${id}`)).toBe('404 Resource not found');
      }
      service.library.setInCatalogue(uri, false);
      expect(await refusalOf(get, `/${plural}/${idOf(uri)}`)).toBe('404 Resource not found');
      service.library.setInCatalogue(uri, true);
      expect((await get(`/${plural}/${idOf(uri)}`)).status).toBe(200);
    }
  });

  it('tells of a track and an album whether it can be played where a market was asked for', async () => {
    const [track, album] = oneOfEach();
    const read = async (thing: typeof track, query: string) =>
      (await get(`/${thing?.plural}/${idOf(thing?.uri)}${query}`)).json();
    for (const thing of [track, album]) {
      service.library.setPlayable(thing?.uri ?? '', false);
      expect(await read(thing, '')).not.toHaveProperty('restrictions');
      expect(await read(thing, '?market=NL')).toHaveProperty('restrictions', { reason: 'market' });
    }
  });

  it('has what belongs to it: tracks, episodes, chapters, an artist’s picture', async () => {
    const [, album, artist, show, , audiobook] = oneOfEach();
    const read = async (thing: typeof album) =>
      (await get(`/${thing?.plural}/${idOf(thing?.uri)}`)).json();
    const items = expect.arrayContaining([expect.objectContaining({ name: expect.any(String) })]);
    expect(await read(album)).toMatchObject({ tracks: { items } });
    expect(await read(show)).toMatchObject({ episodes: { items, limit: 50 } });
    expect(await read(audiobook)).toMatchObject({ chapters: { items } });
    expect(await read(artist)).toMatchObject({ images: [{}, {}, {}], genres: [] });
  });
});

describe('what is gone for clients of today', () => {
  it.each([
    '/tracks?ids=a,b',
    '/albums?ids=a',
    '/artists?ids=a',
    '/shows?ids=a',
    '/episodes?ids=a',
    '/audiobooks?ids=a',
    '/chapters?ids=a',
    '/me/tracks/contains?ids=a',
    '/me/albums/contains?ids=a',
    '/me/shows/contains?ids=a',
    '/me/episodes/contains?ids=a',
    '/me/audiobooks/contains?ids=a',
    '/me/following/contains?type=artist&ids=a',
    '/playlists/a/followers/contains',
    '/artists/a/related-artists',
    '/artists/a/top-tracks',
    '/audio-features/a',
    '/recommendations?seed_artists=a',
  ])('is refused: %s', async (path) => {
    expect(await refusalOf(await signedIn(service), path)).toBe('403 Forbidden');
  });
});

describe('the releases of an artist', () => {
  const pathOf = (uri: string, query: string) => `/artists/${idOf(uri)}/albums${query}`;

  function prolific() {
    const [found] = service.library
      .snapshot()
      .followedArtists.map(({ uri }) => ({ uri, releases: service.library.releasesOf(uri) }))
      .toSorted((a, b) => b.releases.length - a.releases.length);
    if (found === undefined || found.releases.length < 12) {
      throw new Error('Nobody has made more than a page');
    }
    return found;
  }

  it('come by 10 at most, by 5 unless told', async () => {
    const { uri, releases } = prolific();
    type Releases = { items: (Thing & { album_group: string })[]; total: number; limit: number };
    const read = async (query: string) =>
      (await (await get(pathOf(uri, query))).json()) as Releases;
    const page = await read('?limit=10&offset=2');
    expect(page.total).toBe(releases.length);
    expect(page.items.map((item) => [item.uri, item.name, item.album_group])).toEqual(
      releases.slice(2, 12).map(({ uri: album, name, group }) => [album, name, group]),
    );
    expect((await read('')).limit).toBe(5);
    for (const limit of [0, 11, 50]) {
      expect((await get(pathOf(uri, `?limit=${limit}`))).status).toBe(400);
    }
  });

  it('can be asked for by group', async () => {
    const { uri, releases } = prolific();
    const total = async (groups: string) =>
      ((await (await get(pathOf(uri, `?include_groups=${groups}`))).json()) as { total: number })
        .total;
    const albums = releases.filter(({ group }) => group === 'album').length;
    const singles = releases.filter(({ group }) => group === 'single').length;
    expect(await total('album')).toBe(albums);
    expect(await total('single,album')).toBe(albums + singles);
    expect((await get(pathOf(uri, '?include_groups=bootleg'))).status).toBe(400);
  });

  it('are not found for nobody', async () => {
    expect(await refusalOf(get, `/artists/${'0'.repeat(22)}/albums`)).toBe(
      '404 Resource not found',
    );
  });
});
