import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../../electron/session/secret.ts';
import type { ApiResult } from '../../../../electron/spotify/api-failure.ts';
import type { CatalogueKind } from '../../../../electron/spotify/catalogue.ts';
import type { SpotifyResources } from '../../../../electron/spotify/resources/create-resources.ts';
import type { SpotifyApi } from '../../../../electron/spotify/spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import {
  checkRequest,
  hasOpenApiSchemas,
  type RequestMade,
  templateOf,
} from '../../../harness/request-checker.ts';
import { openApi, settled } from './harness/open-api.ts';
import { json, type ScriptedServer, startScriptedServer } from './harness/scripted-server.ts';

let server: ScriptedServer;
let clock: ManualClock;
let api: SpotifyApi;
let made: RequestMade[];

beforeEach(async () => {
  server = await startScriptedServer();
  made = [];
  server.always((request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    made.push({
      method: request.method ?? '',
      path: url.pathname.replace(/^\/v1/, ''),
      query: url.search.slice(1),
    });
    json({})(request, response);
  });
  clock = new ManualClock();
  const budget = () => ({ perDay: 5_000, perFamilyPerDay: 5_000 });
  api = openApi(server.apiUrl, { clock, budget }).api;
});
afterEach(async () => {
  await api.close();
  await server.close();
});

const options = { origin: 'monitor' } as const;
const ID = '37i9dQZF1EIgrtU6YDkEQE';
/** Of no kind that Spotify gives, but nothing forbids it. */
const ODD_ID = 'a/b?c=d&e#f% ü;,+:@$';
const IDS = [ID, ODD_ID, 'x'.repeat(200)];
const MARKETS = ['NL', null];
/** The last is as far as Spotify's schema lets any list be read. */
const OFFSETS = [0, 1, 49, 50, 100_000];
const CURSORS = [null, '7CajNmpbOovFoOoasH2HaY', 'of no kind: &after=x#?%'];
const KINDS: readonly CatalogueKind[] = [
  'track',
  'album',
  'artist',
  'show',
  'episode',
  'audiobook',
];
const uris = (count: number) =>
  Array.from({ length: count }, (_, index) => `spotify:track:${String(index).padStart(22, '0')}`);

const PAGES = OFFSETS.flatMap((offset) =>
  MARKETS.map((market) => ({ ...options, offset, market })),
);
const OBJECTS = IDS.flatMap((id) => MARKETS.map((market) => [id, { ...options, market }] as const));
const PAGES_OF = IDS.flatMap((id) => PAGES.map((page) => [id, page] as const));

type Call = () => Promise<ApiResult<unknown>>;

/** Every function that makes requests, with the extremes of each parameter. */
const calls = (): Record<keyof SpotifyResources, readonly Call[]> => ({
  profile: [() => api.profile(options)],
  profileOf: [() => api.profileOf(new Secret('another'), options)],
  savedTracks: PAGES.map((page) => () => api.savedTracks(page)),
  savedAlbums: PAGES.map((page) => () => api.savedAlbums(page)),
  savedShows: PAGES.map((page) => () => api.savedShows(page)),
  savedEpisodes: PAGES.map((page) => () => api.savedEpisodes(page)),
  savedAudiobooks: PAGES.map((page) => () => api.savedAudiobooks(page)),
  followedArtists: CURSORS.map((cursor) => () => api.followedArtists({ ...options, cursor })),
  playlists: OFFSETS.map((offset) => () => api.playlists({ ...options, offset })),
  playlist: OBJECTS.map(
    ([id, request]) =>
      () =>
        api.playlist(id, request),
  ),
  playlistItems: PAGES_OF.map(
    ([id, page]) =>
      () =>
        api.playlistItems(id, page),
  ),
  item: KINDS.flatMap((kind) =>
    OBJECTS.map(
      ([id, request]) =>
        () =>
          api.item(kind, id, request),
    ),
  ),
  libraryContains: [1, 2, 40].map((count) => () => api.libraryContains(uris(count), options)),
  artistReleases: PAGES_OF.map(
    ([id, page]) =>
      () =>
        api.artistReleases(id, page),
  ),
});

const PATHS: Record<keyof SpotifyResources, readonly string[]> = {
  profile: ['/me'],
  profileOf: ['/me'],
  savedTracks: ['/me/tracks'],
  savedAlbums: ['/me/albums'],
  savedShows: ['/me/shows'],
  savedEpisodes: ['/me/episodes'],
  savedAudiobooks: ['/me/audiobooks'],
  followedArtists: ['/me/following'],
  playlists: ['/me/playlists'],
  playlist: ['/playlists/{playlist_id}'],
  playlistItems: ['/playlists/{playlist_id}/items'],
  item: ['track', 'album', 'artist', 'show', 'episode', 'audiobook'].map(
    (kind) => `/${kind}s/{id}`,
  ),
  libraryContains: ['/me/library/contains'],
  artistReleases: ['/artists/{id}/albums'],
};
const FUNCTIONS = Object.keys(PATHS) as (keyof SpotifyResources)[];

describe.skipIf(!hasOpenApiSchemas)("every request is right by Spotify's own schema", () => {
  it.each(FUNCTIONS)('of %s, whatever it is asked', async (name) => {
    for (const call of calls()[name]) {
      const before = made.length;
      await settled(clock, call());
      expect(made.slice(before)).toHaveLength(1);
    }
    expect(made.flatMap(checkRequest)).toEqual([]);
    expect(made.every(({ method }) => method === 'GET')).toBe(true);
    expect([...new Set(made.map(templateOf))]).toEqual(PATHS[name]);
  });
});

describe('what is asked', () => {
  const queryOf = async (call: Promise<unknown>) => {
    await settled(clock, call);
    return Object.fromEntries(new URLSearchParams(made.at(-1)?.query));
  };
  const page = { ...options, offset: 100, market: 'NL' };

  it('has the most rows that a page can have, and a market where there is one', async () => {
    const withMarket = { limit: '50', offset: '100', market: 'NL' };
    const without = { limit: '50', offset: '100' };
    expect(await queryOf(api.savedTracks(page))).toEqual(withMarket);
    expect(await queryOf(api.savedAlbums(page))).toEqual(withMarket);
    expect(await queryOf(api.savedEpisodes(page))).toEqual(withMarket);
    expect(await queryOf(api.savedShows(page))).toEqual(without);
    expect(await queryOf(api.savedAudiobooks(page))).toEqual(without);
    expect(await queryOf(api.playlists(page))).toEqual(without);
    expect(await queryOf(api.artistReleases(ID, page))).toEqual({ ...withMarket, limit: '10' });
    expect(await queryOf(api.playlistItems(ID, page))).toEqual({
      ...withMarket,
      additional_types: 'track,episode',
    });
    const first = { type: 'artist', limit: '50' };
    expect(await queryOf(api.followedArtists({ ...options, cursor: null }))).toEqual(first);
    expect(await queryOf(api.followedArtists({ ...options, cursor: 'c d' }))).toEqual({
      ...first,
      after: 'c d',
    });
    expect(await queryOf(api.item('artist', ID, page))).toEqual({});
    expect(await queryOf(api.item('album', ID, page))).toEqual({ market: 'NL' });
    const two = uris(2);
    expect(await queryOf(api.libraryContains(two, options))).toEqual({ uris: two.join(',') });
  });

  it.each(['', '.', '..', '\ud800'])('is nothing for the id %o', async (id) => {
    const notFound = { kind: 'failed', failure: { kind: 'not-found' } };
    expect(await api.playlist(id, page)).toEqual(notFound);
    expect(await api.playlistItems(id, page)).toEqual(notFound);
    expect(await api.item('show', id, page)).toEqual(notFound);
    expect(await api.artistReleases(id, page)).toEqual(notFound);
    expect(made).toEqual([]);
  });

  it('of the library is never more than 40 URIs, and nothing for none', async () => {
    await expect(api.libraryContains(uris(41), options)).rejects.toThrow(RangeError);
    expect(await api.libraryContains([], options)).toEqual({ kind: 'ok', value: [] });
    expect(made).toEqual([]);
  });
});
