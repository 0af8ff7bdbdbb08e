import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLibrary } from '../../../../electron/library/create-library.ts';
import type { CheckOutcome, Library } from '../../../../electron/library/library.ts';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../../../electron/sample-service/start-sample-service.ts';
import type { SpotifyApi } from '../../../../electron/spotify/spotify-api.ts';
import { closeDatabase, openDatabase } from '../../../../electron/storage/open-database.ts';
import { DEFAULT_SETTINGS } from '../../../../electron/storage/settings.ts';
import type { Database } from '../../../../electron/storage/sqlite.ts';
import type { Change } from '../../../../shared/change.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { answerOf, openApi, settled } from '../spotify/harness/open-api.ts';
import { signInToSample } from '../spotify/harness/sample-session.ts';
import {
  type PlainLibrary,
  storedLibrary,
  trueLibrary,
  withoutNamesOfGaps,
} from './harness/stored-library.ts';

/** Shorter than the interval, so that only checks by hand run. */
const A_WHILE_MS = 50 * 60_000;

let folder: string;
let clock: ManualClock;
let service: SampleService;
let api: SpotifyApi;
let database: Database;
let library: Library;
let accountKey: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-life-'));
  clock = new ManualClock();
  service = await startSampleService({
    clock,
    seed: 5,
    redirectUris: [],
    tokenLifeSeconds: 10_000_000,
    library: { savedTracks: 180, ownPlaylists: 8, followedPlaylists: 50, itemsPerPlaylist: 70 },
  });
  const session = await signInToSample(service);
  const budget = () => ({ perDay: 100_000, perFamilyPerDay: 100_000 });
  api = openApi(service.apiUrl, { clock, session, budget }).api;
  const profile = await settled(clock, api.profile({ origin: 'monitor' }));
  accountKey = answerOf(profile).accountKey;
  const opening = openDatabase({
    path: join(folder, 'library.sqlite'),
    clock,
    logger: silentLogger,
  });
  if (opening.kind !== 'open') {
    throw new Error(opening.reason);
  }
  database = opening.database;
  library = createLibrary({
    clock,
    random: () => 0.5,
    logger: silentLogger,
    database,
    api,
    settings: { read: () => DEFAULT_SETTINGS },
  });
  await library.watch({ key: accountKey, displayName: 'Sample' });
  await check();
});
afterEach(async () => {
  await library.close();
  await api.close();
  await service.close();
  closeDatabase(database, silentLogger);
  rmSync(folder, { recursive: true, force: true });
});

async function check(): Promise<CheckOutcome> {
  const start = await library.checkNow();
  if (start.kind === 'not-now') {
    throw new Error('No check now');
  }
  return settled(clock, start.outcome);
}

function expectStoredTruth(): PlainLibrary {
  const truth = trueLibrary(service.library.snapshot());
  expect(withoutNamesOfGaps(storedLibrary(database, accountKey), truth)).toEqual(truth);
  return truth;
}

async function allChanges(): Promise<readonly Change[]> {
  const page = await library.changes({ filter: 'all', offset: 0, count: 100_000 });
  return page.rows.toReversed();
}

/** How often each item stands in each list, by the list's URI. */
function itemCounts(state: PlainLibrary): Map<string, number> {
  const counts = new Map<string, number>();
  const lists = [
    ...state.playlists.map(({ id, items }) => [`spotify:playlist:${id}`, items ?? []] as const),
    ['', state.savedTracks ?? []] as const,
  ];
  for (const [list, items] of lists) {
    for (const { uri } of items) {
      const key = `${list} ${uri}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

describe('the life of the sample library', () => {
  it('is stored exactly after every check, and the changes explain it', async () => {
    expectStoredTruth();
    expect(await allChanges()).toEqual([]);
    let before = storedLibrary(database, accountKey);
    let seen = 0;
    for (let day = 0; day < 40; day += 1) {
      await clock.advance(A_WHILE_MS);
      service.life.step(1 + (day % 7));
      expect(await check()).toMatchObject({ kind: 'done' });
      expectStoredTruth();
      const after = storedLibrary(database, accountKey);
      const changes = (await allChanges()).slice(seen);
      seen += changes.length;
      const reached = itemCounts(before);
      const created = new Set<string | null>();
      for (const change of changes) {
        if (change.kind === 'playlist-created') {
          created.add(change.list.uri);
        } else if (change.kind === 'item-added' || change.kind === 'item-removed') {
          const key = `${change.list.uri ?? ''} ${change.item.uri || null}`;
          reached.set(key, (reached.get(key) ?? 0) + (change.kind === 'item-added' ? 1 : -1));
        }
      }
      const listed = new Set(after.playlists.map(({ id }) => `spotify:playlist:${id}`));
      const relevant = (counts: Map<string, number>) =>
        [...counts]
          .filter(([key, count]) => {
            const list = key.split(' ')[0] ?? '';
            return count !== 0 && !created.has(list) && (list === '' || listed.has(list));
          })
          .sort();
      expect(relevant(reached)).toEqual(relevant(itemCounts(after)));
      const names = new Map(before.playlists.map(({ id, name }) => [id, name]));
      const renamed = after.playlists.filter(({ id, name }) => (names.get(id) ?? name) !== name);
      expect(changes.filter(({ kind }) => kind === 'playlist-renamed').length).toBe(renamed.length);
      before = after;
    }
    expect(seen).toBeGreaterThan(40);
  }, 120_000);

  it('leads back to every state in which it was seen', async () => {
    const states: { atMs: number; library: PlainLibrary }[] = [];
    for (let round = 0; round < 10; round += 1) {
      service.life.step(5);
      await check();
      states.push({ atMs: clock.nowMs(), library: storedLibrary(database, accountKey) });
      await clock.advance(A_WHILE_MS);
    }
    for (const { atMs, library: then } of states) {
      expect(storedLibrary(database, accountKey, atMs)).toMatchObject({
        savedTracks: then.savedTracks,
        playlists: then.playlists.map(({ id, items }) => ({ id, items })),
      });
    }
  }, 60_000);
});

describe('deleting an account', () => {
  it('leaves no byte of it in any file', async () => {
    const [playlist] = service.library.snapshot().playlists.filter(({ readable }) => readable);
    const traces = [playlist?.name, playlist?.id, playlist?.items[0]?.uri, accountKey].filter(
      (trace) => trace !== undefined,
    );
    const found = () =>
      traces.filter((trace) =>
        readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(trace)),
      );
    expect(found()).toEqual(traces);
    await library.deleteAccount(accountKey);
    expect(found()).toEqual([]);
    expect((await library.status()).monitor).toEqual({ kind: 'idle' });
  });
});
