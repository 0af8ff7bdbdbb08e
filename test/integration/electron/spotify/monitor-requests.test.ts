import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLibrary } from '../../../../electron/library/create-library.ts';
import type { Library } from '../../../../electron/library/library.ts';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../../../electron/sample-service/start-sample-service.ts';
import type { SpotifyApi } from '../../../../electron/spotify/spotify-api.ts';
import { closeDatabase, openDatabase } from '../../../../electron/storage/open-database.ts';
import { DEFAULT_SETTINGS } from '../../../../electron/storage/settings.ts';
import type { Database } from '../../../../electron/storage/sqlite.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import {
  checkRequest,
  hasOpenApiSchemas,
  type RequestMade,
  templateOf,
} from '../../../harness/request-checker.ts';
import { answerOf, openApi, settled } from './harness/open-api.ts';
import { signInToSample } from './harness/sample-session.ts';

const DAY_MS = 24 * 3_600_000;
/** Shorter than the interval, so that only checks by hand run. */
const A_WHILE_MS = 50 * 60_000;

let folder: string;
let clock: ManualClock;
let service: SampleService;
let api: SpotifyApi;
let database: Database;
let library: Library | null = null;
let accountKey: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-requests-'));
  clock = new ManualClock();
  service = await startSampleService({
    clock,
    seed: 3,
    redirectUris: [],
    tokenLifeSeconds: 10_000_000,
    library: {
      savedTracks: 180,
      ownPlaylists: 8,
      followedPlaylists: 50,
      itemsPerPlaylist: 110,
      savedAlbums: 60,
      savedShows: 12,
      savedEpisodes: 60,
      savedAudiobooks: 3,
      followedArtists: 60,
    },
  });
  const session = await signInToSample(service);
  const budget = () => ({ perDay: 5_000, perFamilyPerDay: 5_000 });
  api = openApi(service.apiUrl, { clock, session, budget }).api;
  accountKey = answerOf(await settled(clock, api.profile({ origin: 'monitor' }))).accountKey;
  const opening = openDatabase({
    path: join(folder, 'library.sqlite'),
    clock,
    logger: silentLogger,
  });
  if (opening.kind !== 'open') {
    throw new Error(opening.reason);
  }
  database = opening.database;
});
afterEach(async () => {
  await library?.close();
  await api.close();
  await service.close();
  closeDatabase(database, silentLogger);
  rmSync(folder, { recursive: true, force: true });
});

/** One check by a library that is opened for it; answers the requests that it made. */
async function check(): Promise<readonly RequestMade[]> {
  const before = service.requests.length;
  library = createLibrary({
    clock,
    random: () => 0.5,
    logger: silentLogger,
    database,
    api,
    settings: { read: () => DEFAULT_SETTINGS },
  });
  await library.watch({ key: accountKey, displayName: 'Sample' });
  const start = await library.checkNow();
  const outcome = start.kind === 'not-now' ? null : await settled(clock, start.outcome);
  expect(outcome).toMatchObject({ kind: 'done' });
  await library.close();
  library = null;
  return service.requests.slice(before).map(({ method, path, query }) => ({
    method,
    path: path.replace(/^\/v1/, ''),
    query: query.replace(/^\?/, ''),
  }));
}

describe.skipIf(!hasOpenApiSchemas)("by Spotify's own schema", () => {
  it('every request of a first pass, of light checks and of a full pass is right', async () => {
    const firstPass = await check();
    await clock.advance(A_WHILE_MS);
    const quiet = await check();
    service.life.step(6);
    await clock.advance(A_WHILE_MS);
    const changed = await check();
    await clock.advance(DAY_MS);
    // A total that disagrees has all of them read.
    service.library.removeSavedTrack(service.library.snapshot().savedTracks.at(-1)?.uri ?? '');
    const fullPass = await check();

    const all = [firstPass, quiet, changed, fullPass];
    expect(all.flat().flatMap(checkRequest)).toEqual([]);
    expect(all.flat().every(({ method }) => method === 'GET')).toBe(true);
    // Each of them was what its name says.
    const pagesOfTracks = (requests: readonly RequestMade[]) =>
      requests.filter((request) => templateOf(request) === '/me/tracks').length;
    expect([firstPass, quiet].map(pagesOfTracks)).toEqual([5, 1]);
    expect(pagesOfTracks(fullPass)).toBeGreaterThanOrEqual(5);
    expect([...new Set(firstPass.map(templateOf))]).toEqual(
      expect.arrayContaining([
        '/me',
        '/me/tracks',
        '/me/playlists',
        '/playlists/{playlist_id}',
        '/playlists/{playlist_id}/items',
      ]),
    );
    expect(changed.length).toBeGreaterThan(quiet.length);
  });
});
