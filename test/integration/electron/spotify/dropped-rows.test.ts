import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ApiResult } from '../../../../electron/spotify/api-failure.ts';
import type { SpotifyApi } from '../../../../electron/spotify/spotify-api.ts';
import { type LogFields, silentLogger } from '../../../../shared/logger.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { answerOf, openApi, settled } from './harness/open-api.ts';
import { json, type ScriptedServer, startScriptedServer } from './harness/scripted-server.ts';

let server: ScriptedServer;
let clock: ManualClock;
let api: SpotifyApi;
let logged: { readonly message: string; readonly fields: LogFields | undefined }[];

beforeEach(async () => {
  server = await startScriptedServer();
  clock = new ManualClock();
  logged = [];
  const warn = (message: string, fields?: LogFields) => logged.push({ message, fields });
  api = openApi(server.apiUrl, { clock, logger: { ...silentLogger, warn } }).api;
});
afterEach(async () => {
  await api.close();
  await server.close();
});

const page = { origin: 'monitor', offset: 0, market: null } as const;
const NAME = 'A name that nobody should read in a log';
const rows = { items: [7, 'row', { name: NAME }], total: 3 };

const READINGS: readonly [string, string, object, () => Promise<ApiResult<unknown>>][] = [
  ['savedTracks', 'saved tracks', rows, () => api.savedTracks(page)],
  ['savedAlbums', 'saved albums', rows, () => api.savedAlbums(page)],
  ['savedShows', 'saved shows', rows, () => api.savedShows(page)],
  ['savedEpisodes', 'saved episodes', rows, () => api.savedEpisodes(page)],
  ['savedAudiobooks', 'saved audiobooks', rows, () => api.savedAudiobooks(page)],
  [
    'followedArtists',
    'followed artists',
    { artists: rows },
    () => api.followedArtists({ ...page, cursor: null }),
  ],
  ['playlists', 'playlists', rows, () => api.playlists(page)],
  ['playlist', 'a playlist', { id: 'x', name: NAME, items: rows }, () => api.playlist('x', page)],
  ['playlistItems', 'a playlist', rows, () => api.playlistItems('x', page)],
  ['artistReleases', 'releases', rows, () => api.artistReleases('x', page)],
];

it.each(READINGS)('rows that %s cannot understand are counted, and logged', async (...reading) => {
  const [, list, body, read] = reading;
  server.always(json(body));
  const value = answerOf(await settled(clock, read()));
  const counted = expect.objectContaining({ entries: [], dropped: 3 });
  expect([value, Object(value).firstPage]).toContainEqual(counted);
  expect(logged).toEqual([
    {
      message: 'Some rows of an answer could not be understood.',
      fields: { list, dropped: 3 },
    },
  ]);
});
