import { beforeEach, expect, it } from 'vitest';
import { integer } from '../../../../electron/storage/row.ts';
import type { SqlRow } from '../../../../electron/storage/sqlite.ts';
import { FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

const YEAR_MS = 365 * 24 * 3_600_000;

let api: FakeSpotifyApi;
let clock: ManualClock;
let watched: WatchedLibrary;

beforeEach(async () => {
  api = new FakeSpotifyApi();
  clock = new ManualClock();
  api.saved = ['a', 'b'].map((name) => ({
    uri: `spotify:track:${name}`,
    addedAtMs: 1_000,
    addedBy: null,
  }));
  api.playlistsInOrder = ['p', 'q'].map((id) => ({
    id,
    name: `Name of ${id}`,
    description: '',
    ownerId: 'me',
    isCollaborative: false,
    isPublic: false,
    snapshot: 1,
    items: [],
  }));
  watched = new WatchedLibrary(api, clock);
  await watched.watch();
});

const points = () => watched.library.attention();

async function grey(uri: string, availability: string) {
  watched.repositories.database.run(
    `UPDATE items SET availability = ? WHERE uri = ?`,
    availability,
    uri,
  );
  if (availability !== 'unavailable') return;
  const { changes, lists, database } = watched.repositories;
  const list = lists.openOnly(watched.accountId, 'saved-tracks', '');
  const readId = (row: SqlRow) => integer(row, 'id');
  const itemId = database.get('SELECT id FROM items WHERE uri = ?', readId, uri);
  changes.add(watched.accountId, {
    listId: list.id,
    listName: '',
    kind: 'item-unavailable',
    observedAfterMs: 1,
    observedBeforeMs: 2,
    item: { itemId, addedBy: null, addedAtMs: null },
  });
  database.transaction(() => changes.publish(watched.accountId));
}

it('nothing deserves a look while all is well', async () => {
  expect(await points()).toEqual([]);
});

it('what greyed out is told until it is seen', async () => {
  await grey('spotify:track:a', 'unavailable');
  const { database } = watched.repositories;
  database.run(`UPDATE items SET isrc = 'GBAYE6800011'`);
  expect(await points()).toMatchObject([
    {
      kind: 'unavailable',
      count: 1,
      items: [{ item: { uri: 'spotify:track:a' }, substitute: { uri: 'spotify:track:b' } }],
    },
  ]);
  await watched.library.seen('unavailable');
  expect(await points()).toEqual([]);
  expect((await watched.library.status()).unreadChanges).toBe(0);
});

it('what greyed out is told no more once it is back', async () => {
  await grey('spotify:track:a', 'unavailable');
  await grey('spotify:track:a', 'available');
  expect(await points()).toEqual([]);
});

it('a playlist that is gone is told until it is seen or back', async () => {
  const kept = api.playlistsInOrder;
  api.playlistsInOrder = kept.slice(0, 1);
  await watched.check();
  expect(await points()).toEqual([{ kind: 'playlists-gone', count: 1, names: ['Name of q'] }]);
  api.playlistsInOrder = kept;
  await watched.check();
  expect(await points()).toEqual([]);
  api.playlistsInOrder = kept.slice(0, 1);
  await watched.check();
  await watched.library.seen('playlists-gone');
  expect(await points()).toEqual([]);
});

it('a list that is refused is told once, and again should it be refused anew', async () => {
  const { lists } = watched.repositories;
  const id = lists.findPlaylist(watched.accountId, 'p')?.id ?? -1;
  lists.writeContentsAccess(id, 'refused');
  const refused = [{ kind: 'lists-refused', count: 1, names: ['Name of p'] }];
  expect(await points()).toEqual(refused);
  await watched.library.seen('lists-refused');
  expect(await points()).toEqual([]);
  lists.writeContentsAccess(id, 'readable');
  expect(await points()).toEqual([]);
  lists.writeContentsAccess(id, 'refused');
  expect(await points()).toEqual(refused);
});

it('the end of the oldest history is told once', async () => {
  const { database } = watched.repositories;
  const baselineAtMs = Math.round(clock.nowMs() - 2 * YEAR_MS + 10 * 24 * 3_600_000);
  database.run('UPDATE accounts SET baseline_at_ms = ?', baselineAtMs);
  expect(await points()).toMatchObject([{ kind: 'history-ends', months: 24 }]);
  await watched.library.seen('history-ends');
  expect(await points()).toEqual([]);
});
