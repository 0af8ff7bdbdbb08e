import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLibrary } from '../../../../electron/library/create-library.ts';
import type { Library } from '../../../../electron/library/library.ts';
import type {
  EntryTruth,
  SavedTruth,
} from '../../../../electron/sample-service/collection/sample-library.ts';
import { SAMPLE_USER } from '../../../../electron/sample-service/collection/sample-user.ts';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../../../electron/sample-service/start-sample-service.ts';
import { createSpotifyApi } from '../../../../electron/spotify/create-spotify-api.ts';
import type { SpotifyApi } from '../../../../electron/spotify/spotify-api.ts';
import { DEFAULT_SETTINGS } from '../../../../electron/storage/settings.ts';
import type { Database } from '../../../../electron/storage/sqlite.ts';
import type { Change } from '../../../../shared/change.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { referenceLibrary } from '../../../bench/reference-library.ts';
import { requestsByDay } from '../../../bench/requests-by-day.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { memoryDatabase } from '../../../doubles/watched-library.ts';
import { signInToSample } from '../spotify/harness/sample-session.ts';
import { CountingNetwork } from './harness/counting-network.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HOURLY_DAYS = 3;

// Real requests, a manual clock, and the library of blueprint §14 on an ordinary budget.
describe('two idle weeks of the reference library', () => {
  let clock: ManualClock;
  let service: SampleService;
  let network: CountingNetwork;
  let api: SpotifyApi;
  let database: Database;
  let library: Library;
  let startMs: number;
  let checkIntervalMinutes = 60;
  const grey: string[] = [];

  beforeAll(async () => {
    clock = new ManualClock();
    service = await startSampleService({
      clock,
      seed: 14,
      redirectUris: [],
      tokenLifeSeconds: 100_000_000,
      library: referenceLibrary,
    });
    network = new CountingNetwork(clock, service);
    database = memoryDatabase();
    api = createSpotifyApi({
      clock,
      random: () => 0.5,
      session: await signInToSample(service),
      ledgerStore: network.inFlight,
      apiUrl: service.apiUrl,
      budget: () => ({ perDay: 800, perFamilyPerDay: 500 }),
      logger: network.inFlight.logger,
    });
    library = createLibrary({
      clock,
      random: () => 0.5,
      logger: silentLogger,
      database,
      api,
      settings: { read: () => ({ ...DEFAULT_SETTINGS, checkIntervalMinutes }) },
      yieldToEventLoop: network.yieldToEventLoop,
    });
    await library.watch({ key: SAMPLE_USER.accountId, displayName: 'Sample' });
    await network.pass(30 * HOUR_MS);
    startMs = clock.nowMs();
    const { savedTracks, savedAlbums, savedEpisodes, playlists } = service.library.snapshot();
    const long = playlists.find(({ readable, items }) => readable && items.length > 100);
    const short = playlists.find(({ readable, items }) => readable && items.length === 60);
    grey.push(
      ...[49, 50, 4_321, 9_999].map((index) => playableFrom(savedTracks, index)),
      playableFrom(savedAlbums, 250),
      playableFrom(savedEpisodes, 150),
      playableFrom(long?.items ?? [], 95),
      playableFrom(short?.items ?? [], 30),
    );
    for (const uri of grey) {
      service.library.setPlayable(uri, false);
    }
    await network.pass(HOURLY_DAYS * DAY_MS);
    // The rest of the round does not hang on how often it goes on.
    checkIntervalMinutes = 240;
    await network.pass((14 - HOURLY_DAYS) * DAY_MS);
  }, 240_000);
  afterAll(async () => {
    await library.close();
    await api.close();
    database.close();
    await service.close();
  });

  const changes = async (): Promise<readonly Change[]> =>
    (await library.changes({ filter: 'all', offset: 0, count: 1_000 })).rows;
  const toldOf = async (kind: Change['kind']) =>
    (await changes()).flatMap((change) =>
      change.kind === kind && 'item' in change ? [change.item.uri] : [],
    );

  it('take fewer than 300 requests a day, all that looks at availability included', () => {
    const days = requestsByDay(service.requests, startMs, HOURLY_DAYS);
    expect(days.every((count) => count >= 240)).toBe(true);
    expect(Math.max(...days)).toBeLessThan(300);
  });

  it('show everything that turned grey, and nothing else', async () => {
    expect((await toldOf('item-unavailable')).sort()).toEqual([...new Set(grey)].sort());
    expect((await changes()).map(({ kind }) => kind)).toEqual(grey.map(() => 'item-unavailable'));
  });

  it('end with a removal from the middle that the next check notices', async () => {
    const uri = service.library.snapshot().savedTracks[5_000]?.uri ?? '';
    service.library.removeSavedTrack(uri);
    await network.pass(4 * HOUR_MS + 5 * 60_000);
    expect(await toldOf('item-removed')).toEqual([uri]);
  });
});

/** The first at or after this place that can be played, and is there at all. */
function playableFrom(entries: readonly (EntryTruth | SavedTruth)[], index: number): string {
  const found = [...entries.slice(index), ...entries.slice(0, index).toReversed()].find(
    ({ playable, gone, uri }) => playable && !gone && !uri.startsWith('spotify:local:'),
  );
  if (found === undefined) {
    throw new RangeError(`Nothing playable from ${index} on`);
  }
  return found.uri;
}
