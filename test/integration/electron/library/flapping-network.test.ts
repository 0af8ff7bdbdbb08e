import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLibrary } from '../../../../electron/library/create-library.ts';
import type { Library } from '../../../../electron/library/library.ts';
import { SAMPLE_USER } from '../../../../electron/sample-service/collection/sample-user.ts';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../../../electron/sample-service/start-sample-service.ts';
import { createSpotifyApi } from '../../../../electron/spotify/create-spotify-api.ts';
import type { SpotifyApi } from '../../../../electron/spotify/spotify-api.ts';
import { DEFAULT_SETTINGS } from '../../../../electron/storage/settings.ts';
import type { Database } from '../../../../electron/storage/sqlite.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { describeMonitor } from '../../../../shared/texts/monitor-texts.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { memoryDatabase } from '../../../doubles/watched-library.ts';
import { seededRandom } from '../../../unit/electron/session/simulation/seeded-random.ts';
import { signInToSample } from '../spotify/harness/sample-session.ts';
import { CountingNetwork } from './harness/counting-network.ts';
import { storedLibrary, trueLibrary, withoutNamesOfGaps } from './harness/stored-library.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let clock: ManualClock;
let service: SampleService;
let network: CountingNetwork;
let api: SpotifyApi;
let database: Database;
let library: Library;
let isDone: boolean;
/** What tray and window were told, without repetitions. */
let told: string[];

beforeEach(async () => {
  clock = new ManualClock();
  service = await startSampleService({
    clock,
    seed: 11,
    redirectUris: [],
    tokenLifeSeconds: 10_000_000,
    library: { savedTracks: 4_000, ownPlaylists: 60, followedPlaylists: 5, itemsPerPlaylist: 60 },
  });
  network = new CountingNetwork(clock, service);
  database = memoryDatabase();
  isDone = false;
  told = [];
});

afterEach(async () => {
  network.rise();
  await library.close();
  await api.close();
  database.close();
  await service.close();
});

/** Starts the first pass of a library. */
async function start(system: 'knows' | 'says online'): Promise<void> {
  const random = seededRandom(5).next;
  api = createSpotifyApi({
    clock,
    random,
    session: await signInToSample(service),
    ledgerStore: network.inFlight,
    apiUrl: service.apiUrl,
    budget: () => ({ perDay: 5_000, perFamilyPerDay: 5_000 }),
    isOnline: system === 'knows' ? () => network.isUp : () => true,
    owner: () => 'client account',
    logger: network.inFlight.logger,
  });
  library = createLibrary({
    clock,
    random,
    logger: silentLogger,
    database,
    api,
    settings: { read: () => DEFAULT_SETTINGS },
    yieldToEventLoop: network.yieldToEventLoop,
  });
  library.statusChanged.subscribe(({ monitor, baselineAtMs }) => {
    isDone = baselineAtMs !== null;
    if (told.at(-1) !== monitor.kind) {
      told.push(monitor.kind);
    }
  });
  await library.watch({ key: SAMPLE_USER.accountId, displayName: 'Sample' });
}

const reads = () => service.requests.filter(({ path }) => path.startsWith('/v1/'));
const answered = () => reads().filter(({ status }) => status === 200);
const lost = () => reads().filter(({ status }) => status === 0);

function expectTheTruth(): void {
  const truth = trueLibrary(service.library.snapshot());
  const stored = storedLibrary(database, SAMPLE_USER.accountId);
  expect(withoutNamesOfGaps(stored, truth)).toEqual(truth);
}

/** The most that were lost within any such span. */
function mostLostWithin(spanMs: number): number {
  const times = lost().map(({ atMs }) => atMs);
  return Math.max(
    0,
    ...times.map((start) => times.filter((ms) => ms >= start && ms < start + spanMs).length),
  );
}

describe('a first pass over a network that is up 2 s and down 3 s', () => {
  it.each(['knows', 'says online'] as const)(
    'comes to its end within 10 minutes and reads no page twice, where the system %s',
    async (system) => {
      await start(system);
      network.flap(2 * SECOND, 3 * SECOND, 10 * MINUTE);
      await network.pass(10 * MINUTE, () => isDone);
      expect(isDone).toBe(true);
      expectTheTruth();
      // Also the head that is read again at the end is not sent again: it comes as a 304.
      const pages = answered().map(({ path, query }) => `${path}?${query}`);
      expect(new Set(pages).size).toBe(pages.length);
      expect(mostLostWithin(SECOND)).toBeLessThanOrEqual(system === 'knows' ? 0 : 4);
      // The four tries of the call that was broken off, and the looks after it.
      expect(mostLostWithin(5 * SECOND)).toBeLessThanOrEqual(system === 'knows' ? 0 : 8);
    },
  );
});

describe('a first pass and three hours without a network', () => {
  it('sends nothing while the system says so, and goes on within half a minute', async () => {
    await start('knows');
    await network.pass(2 * SECOND);
    const before = answered().length;
    expect(before).toBeGreaterThan(10);
    network.fall();
    await network.pass(3 * HOUR);
    expect(lost()).toEqual([]);
    expect(await sentence()).toBe('You are offline');
    // Whoever looks at the tray all the time sees it change once.
    expect(told).toEqual(['checking', 'paused']);
    network.rise();
    await network.pass(30 * SECOND);
    expect(answered().length).toBeGreaterThan(before);
    await network.pass(10 * MINUTE, () => isDone);
    expectTheTruth();
  });

  it('looks ever more rarely where the system says that it is online', async () => {
    await start('says online');
    await network.pass(2 * SECOND);
    const before = answered().length;
    network.fall();
    await network.pass(3 * HOUR);
    // A reset may count at Spotify, so they must leave most of the day's requests.
    expect(lost().length).toBeLessThan(90);
    expect(await sentence()).toBe('Spotify cannot be reached');
    expect(told).toEqual(['checking', 'paused']);
    network.rise();
    await network.pass(SECOND);
    api.expectNetwork();
    library.reconsider();
    await network.pass(SECOND);
    expect(answered().length).toBeGreaterThan(before);
    await network.pass(10 * MINUTE, () => isDone);
    expectTheTruth();
  });
});

async function sentence(): Promise<string> {
  const { monitor } = await library.status();
  return describeMonitor(monitor, 0, 'your library', clock.nowMs()).headline;
}
