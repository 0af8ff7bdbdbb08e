import { expect, it } from 'vitest';
import { integer, text } from '../../../../../electron/storage/row.ts';
import type { Database } from '../../../../../electron/storage/sqlite.ts';
import { type FakeRow, FakeSpotifyApi } from '../../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { memoryDatabase, WatchedLibrary } from '../../../../doubles/watched-library.ts';

const HOUR_MS = 3_600_000;

const rows = (prefix: string, count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => ({
    uri: `spotify:track:${prefix}${index}`,
    addedAtMs: 1_000 + index,
    addedBy: 'me',
  }));

/** How many rows stand in each table. */
function rowCounts(database: Database): Record<string, number> {
  const tables = database.all(
    `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`,
    (row) => text(row, 'name'),
  );
  return Object.fromEntries(
    tables.map((table) => [
      table,
      database.get(`SELECT count(*) AS rows FROM "${table}"`, (row) => integer(row, 'rows')) ?? 0,
    ]),
  );
}

it('two weeks of checks that find no change add no row to any table', async () => {
  const clock = new ManualClock();
  const api = new FakeSpotifyApi();
  const base = { description: '', ownerId: 'me', isCollaborative: false, snapshot: 1 };
  api.saved = rows('s', 60);
  api.missing.add('spotify:track:s7');
  api.availability.set('spotify:track:s9', 'unavailable');
  api.playlistsInOrder = [
    { ...base, id: 'p1', name: 'One', items: rows('a', 40) },
    // Without a snapshot it is read anew each time.
    { ...base, id: 'p2', name: 'Two', items: rows('b', 20), snapshot: null },
    { ...base, id: 'p3', name: 'Not ours', ownerId: 'them', items: rows('c', 20) },
  ];
  const database = memoryDatabase();
  const watched = new WatchedLibrary(api, clock, database);
  await watched.watch();
  // Within a fortnight the rotation comes round once and leaves its marks.
  for (let check = 0; check < 400; check += 1) {
    await clock.advance(HOUR_MS);
    await watched.check();
  }
  const before = rowCounts(database);
  const requests = api.requests;
  for (let check = 0; check < 14 * 24; check += 1) {
    await clock.advance(HOUR_MS);
    await watched.check();
  }
  expect(api.requests).toBeGreaterThan(requests + 2_000);
  expect(rowCounts(database)).toEqual(before);
  await watched.library.close();
}, 120_000);
