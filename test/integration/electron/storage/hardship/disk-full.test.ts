import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RetentionKeeper } from '../../../../../electron/library/history/retention-keeper.ts';
import { closeDatabase } from '../../../../../electron/storage/open-database.ts';
import { integer } from '../../../../../electron/storage/row.ts';
import type { Database } from '../../../../../electron/storage/sqlite.ts';
import { silentLogger } from '../../../../../shared/logger.ts';
import { describeMonitor } from '../../../../../shared/texts/monitor-texts.ts';
import { type FakeRow, FakeSpotifyApi } from '../../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../../doubles/watched-library.ts';
import { faultsOf, opened } from './harness/old-file.ts';
import { mountSmallDisk, type SmallDisk } from './harness/small-disk.ts';

let folder: string;
let disk: SmallDisk | null;
let database: Database;
let clock: ManualClock;
let api: FakeSpotifyApi;
let watched: WatchedLibrary;

const rows = (prefix: string, count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => ({
    uri: `spotify:track:${prefix}${index}-${'x'.repeat(60)}`,
    addedAtMs: 1_000,
    addedBy: 'me',
  }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-full-'));
  disk = mountSmallDisk(join(folder, 'small'), 12);
  clock = new ManualClock(Date.UTC(2026, 0, 1));
  api = new FakeSpotifyApi();
  api.saved = rows('s', 1_500);
  api.playlistsInOrder = ['one', 'two'].map((id) => ({
    id,
    name: id,
    description: '',
    ownerId: 'me',
    isCollaborative: false,
    snapshot: 1,
    items: rows(id, 700),
  }));
  if (disk !== null) {
    database = opened(join(disk.folder, 'library.sqlite'));
    watched = new WatchedLibrary(api, clock, database);
  }
});
afterEach(async () => {
  if (disk !== null) {
    await watched.library.close();
    closeDatabase(database, silentLogger);
    disk.unmount();
  }
  rmSync(folder, { recursive: true, force: true });
});

const stored = () => [watched.stored(null), watched.stored('one'), watched.stored('two')];
const truth = () => [api.saved, ...api.playlistsInOrder.map(({ items }) => items)];

describe('a disk that becomes full', () => {
  it.each([20_000, 100_000, 300_000, 600_000, 900_000, 1_300_000])(
    'with %i bytes left in a first pass stops it and says so; with room again it ends as if nothing had been',
    async (freeBytes) => {
      if (disk === null) {
        return;
      }
      await watched.library.watch({ key: api.accountKey, displayName: 'Me' });
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      disk.fill(freeBytes);
      const outcome = await watched.check();
      expect(outcome).toMatchObject({ kind: 'paused' });
      const { monitor } = await watched.library.status();
      expect(monitor).toMatchObject({ kind: 'paused', pause: { kind: 'disk-full' } });
      // What the user reads.
      expect(describeMonitor(monitor, 0, 'your library', clock.nowMs())).toMatchObject({
        tone: 'attention',
        headline: 'The disk is full',
        detail: expect.stringMatching(/^Nothing is lost\. Free some space, then check again\./),
        action: 'check-now',
      });
      const itemsDone = monitor.kind === 'paused' ? (monitor.progress?.itemsDone ?? 0) : 0;

      disk.free();
      const before = api.requests;
      expect(await watched.check()).toMatchObject({ kind: 'done', items: 2_900 });
      // It went on where it stood.
      expect(api.requests - before).toBeLessThan(75 - Math.floor(itemsDone / 50));
      expect(stored()).toEqual(truth());
      expect(await watched.changes()).toEqual([]);
      expect(faultsOf(database)).toEqual(['ok']);
    },
  );

  it('in a check keeps the history as it was, and tells of every change once when there is room', async () => {
    if (disk === null) {
      return;
    }
    await watched.watch();
    const before = stored();
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    api.saved = [...rows('new', 400), ...api.saved.slice(0, 900), ...api.saved.slice(1_000)];
    disk.fill(200_000);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await watched.check()).toMatchObject({ kind: 'paused' });
      expect(stored()).toEqual(before);
      expect(await watched.changes()).toEqual([]);
    }
    disk.free();
    expect(await watched.check()).toMatchObject({ kind: 'done' });
    expect(stored()).toEqual(truth());
    const kinds = (await watched.changes()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'item-added')).toHaveLength(400);
    expect(kinds.filter((kind) => kind === 'item-removed')).toHaveLength(100);
    expect(kinds).toHaveLength(500);
  });

  it('while old history is deleted, or the file is written anew, loses nothing that is to be kept', async () => {
    if (disk === null) {
      return;
    }
    await watched.watch();
    for (let month = 0; month < 4; month += 1) {
      clock.jump(31 * 24 * 3_600_000);
      api.saved = [...rows(`m${month}-`, 200), ...api.saved.slice(300)];
      await watched.check();
    }
    const warnings: unknown[] = [];
    const keeper = new RetentionKeeper({
      clock,
      logger: { ...silentLogger, warn: (_message, fields) => warnings.push(fields?.reason) },
      database,
      retentionMonths: () => 1,
      yieldToEventLoop: () => Promise.resolve(),
      undisturbed: (work) => work(),
    });
    const changes = () =>
      database.get('SELECT count(*) AS rows FROM changes', (row) => integer(row, 'rows')) ?? 0;
    const told = changes();
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    disk.fill(100_000);
    await keeper.look();
    expect(warnings).toEqual([expect.stringMatching(/disk is full/)]);
    expect(stored()).toEqual(truth());
    expect(faultsOf(database)).toEqual(['ok']);

    disk.free();
    const bytes = statSync(database.path).size;
    await keeper.look();
    expect(stored()).toEqual(truth());
    expect(changes()).toBeLessThan(told);
    expect(statSync(database.path).size).toBeLessThan(bytes);
    expect(faultsOf(database)).toEqual(['ok']);
    await keeper.close();
  });
});
