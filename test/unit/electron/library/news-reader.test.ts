import { beforeEach, describe, expect, it } from 'vitest';
import { NewsReader } from '../../../../electron/library/news-reader.ts';
import { migrate } from '../../../../electron/storage/migrate.ts';
import { MIGRATIONS } from '../../../../electron/storage/migrations/migrations.ts';
import { integer } from '../../../../electron/storage/row.ts';
import { Database } from '../../../../electron/storage/sqlite.ts';
import { type FakePlaylist, FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

const HOUR = 3_600_000;

let api: FakeSpotifyApi;
let clock: ManualClock;
let watched: WatchedLibrary;

const row = (name: string, addedBy: string | null) => ({
  uri: `spotify:track:${name}`,
  addedAtMs: 1_000,
  addedBy,
});

function playlist(id: string): FakePlaylist {
  return {
    id,
    name: `Name of ${id}`,
    description: '',
    ownerId: 'me',
    isCollaborative: true,
    isPublic: false,
    snapshot: 1,
    items: ['a', 'b', 'c', 'd'].map((name) => row(`${id}${name}`, 'me')),
  };
}

beforeEach(async () => {
  api = new FakeSpotifyApi();
  clock = new ManualClock();
  api.playlistsInOrder = [playlist('p'), playlist('q')];
  api.saved = [row('s', null), row('t', null)];
  watched = new WatchedLibrary(api, clock);
  await watched.watch();
});

const news = (afterId: number | null = null) => watched.library.news.read(afterId);

async function check(): Promise<void> {
  await clock.advance(HOUR);
  await watched.check();
}

/** Changes the items of a playlist and moves its snapshot. */
function edit(id: string, change: (items: FakePlaylist['items']) => void): void {
  const found = api.find(id);
  change(found.items);
  found.snapshot = (found.snapshot ?? 0) + 1;
}

describe('what notifications tell of', () => {
  it('is nothing after the first pass', async () => {
    expect(await news()).toMatchObject({ groups: [], newest: [] });
  });

  it('is nothing of what changed while the first pass went on, however often it stopped', async () => {
    await watched.library.unwatch();
    watched = new WatchedLibrary(api, clock);
    let left = 3;
    api.interfere = () => {
      left -= 1;
      return left >= 0
        ? null
        : { kind: 'not-now', reason: 'quota-exhausted', untilMs: clock.nowMs() + HOUR };
    };
    await watched.library.watch({ key: api.accountKey, displayName: 'Me' });
    await clock.advance(1_000);
    for (const more of [1, 2, 3]) {
      expect(await news()).toBeNull();
      edit('p', (items) => items.splice(0, 1));
      edit('q', (items) => items.splice(0, 1));
      left = more;
      await clock.advance(2 * HOUR);
    }
    left = 1_000;
    await clock.advance(2 * HOUR);
    expect((await watched.library.status()).baselineAtMs).not.toBeNull();
    expect(await news()).toMatchObject({ groups: [] });
    edit('p', (items) => items.push(row('theirs', 'ola')));
    await check();
    expect((await news())?.groups).toHaveLength(1);
  });

  it('begins after whatever the first pass has written, and goes on from there', async () => {
    const { accounts, changes, lists } = watched.repositories;
    const { id } = accounts.open('other', 'Other');
    const list = lists.openOnly(id, 'saved-tracks', '');
    const removed = { listId: list.id, listName: '', kind: 'item-removed' } as const;
    const find = () => {
      changes.add(id, { ...removed, observedAfterMs: 1, observedBeforeMs: 2 });
      changes.publish(id);
    };
    find();
    accounts.writeCheckEnd(id, clock.nowMs());
    find();
    accounts.writeCheckEnd(id, clock.nowMs() + HOUR);
    const { database } = watched.repositories;
    const other = new NewsReader({
      database,
      accountId: () => id,
      yieldToEventLoop: () => Promise.resolve(),
    });
    expect((await other.read(null))?.groups).toMatchObject([{ count: 1 }]);
  });

  it('is what a check found, by list and kind, with the newest named', async () => {
    edit('p', (items) => items.splice(0, 2));
    edit('q', (items) => items.splice(3, 1));
    api.saved.splice(0, 1);
    await check();
    const found = await news();
    expect(found?.groups).toMatchObject([
      { kind: 'item-removed', list: { name: 'Name of p' }, count: 2, songs: 2, untold: 2 },
      { kind: 'item-removed', count: 1 },
      { kind: 'item-removed', count: 1 },
    ]);
    expect(found?.newest.map((change) => 'item' in change && change.item.uri).sort()).toEqual([
      'spotify:track:pa',
      'spotify:track:pb',
    ]);
  });

  it('knows what the user added from what others did', async () => {
    edit('p', (items) => items.push(row('mine', 'me')));
    api.saved.unshift(row('liked', null));
    await check();
    expect((await news())?.groups).toEqual([]);
    edit('p', (items) => items.push(row('theirs', 'ola')));
    await check();
    expect((await news())?.groups).toMatchObject([{ kind: 'item-added', byUser: false, count: 1 }]);
    expect((await news())?.newest).toMatchObject([{ item: { uri: 'spotify:track:theirs' } }]);
  });

  it('names a list once, whoever had added what left it', async () => {
    edit('p', (items) => items.push(row('theirs', 'ola')));
    await check();
    await watched.library.markRead((await news())?.throughId ?? 0);
    edit('p', (items) => {
      // Of the user's own the first two, and the one of somebody else's.
      items.splice(0, 2);
      items.pop();
    });
    api.saved.splice(0, 1);
    await check();
    const found = await news();
    expect(found?.groups).toMatchObject([
      { kind: 'item-removed', list: { name: 'Name of p' }, count: 3, byUser: false },
      { kind: 'item-removed', list: { kind: 'saved-tracks' }, count: 1, byUser: false },
    ]);
    expect(found?.newest).toHaveLength(3);
  });

  it('goes by the name that the list has by now', async () => {
    edit('p', (items) => items.splice(0, 1));
    await check();
    edit('p', (items) => items.splice(0, 1));
    api.find('p').name = 'A new name';
    await check();
    edit('p', (items) => items.splice(0, 1));
    await check();
    expect((await news())?.groups).toMatchObject([{ list: { name: 'A new name' }, count: 3 }]);
  });

  it('is told once: what was told is no news, nor in the next run', async () => {
    edit('p', (items) => items.splice(0, 1));
    await check();
    const first = await news();
    await watched.library.news.markTold(watched.accountId, first?.throughId ?? 0);
    expect((await news())?.groups).toEqual([]);

    const { database } = watched.repositories;
    watched = new WatchedLibrary(api, clock, database);
    await watched.library.watch({ key: api.accountKey, displayName: 'Me' });
    expect(await news()).toMatchObject({ groups: [], toldThroughId: first?.throughId });
    // The summary that still stands counts it with what is new.
    edit('p', (items) => items.splice(0, 1));
    await check();
    expect((await news(first?.toldThroughId))?.groups).toMatchObject([{ count: 2, untold: 1 }]);
    expect((await news())?.groups).toMatchObject([{ count: 1, untold: 1 }]);
  });

  it('is not what was read meanwhile', async () => {
    edit('p', (items) => items.splice(0, 1));
    await check();
    await watched.library.markRead((await news())?.throughId ?? 0);
    expect((await news())?.groups).toEqual([]);
  });

  it('is not told again in this run where the disk is full', async () => {
    edit('p', (items) => items.splice(0, 1));
    await check();
    const { database } = watched.repositories;
    database.exec('PRAGMA query_only = ON');
    const throughId = (await news())?.throughId ?? 0;
    await expect(watched.library.news.markTold(watched.accountId, throughId)).rejects.toThrow();
    expect((await news())?.groups).toEqual([]);
  });

  it('never goes back, and never ahead of what there is', async () => {
    edit('p', (items) => items.splice(0, 1));
    await check();
    const throughId = (await news())?.throughId ?? 0;
    const { library, accountId } = watched;
    const told = () =>
      watched.repositories.database.get('SELECT told_through_id FROM accounts', (found) =>
        integer(found, 'told_through_id'),
      );
    await library.news.markTold(accountId, throughId + 1_000);
    expect(told()).toBe(0);
    await library.news.markTold(accountId, throughId);
    await library.news.markTold(accountId, throughId - 1);
    expect(told()).toBe(throughId);
  });

  it('is gone with the account, and nobody else’s', async () => {
    edit('p', (items) => items.splice(0, 1));
    await check();
    const found = await news();
    expect(await watched.library.news.has(watched.accountId, found?.throughId ?? 0)).toBe(true);
    expect(await watched.library.news.has(watched.accountId + 1, found?.throughId ?? 0)).toBe(
      false,
    );
    expect(await watched.library.news.has(watched.accountId, 1_000)).toBe(false);
    await watched.library.unwatch();
    expect(await news()).toBeNull();
  });
});

it('a library that was there before notifications were begins with nothing to tell', () => {
  const database = new Database(':memory:');
  migrate(database, MIGRATIONS.slice(0, 6));
  database.exec("INSERT INTO accounts (key, display_name, last_change_id) VALUES ('a', 'A', 70)");
  // By hand: `migrate` would first copy what is there into a file.
  for (const step of MIGRATIONS.slice(6)) {
    database.exec(step);
  }
  const told = database.get('SELECT told_through_id FROM accounts', (found) =>
    integer(found, 'told_through_id'),
  );
  expect(told).toBe(70);
});

it('counts a long list that was emptied in pieces, so that all else has its turn', async () => {
  const long = playlist('long');
  long.items = Array.from({ length: 4_500 }, (_, index) => row(`long${index}`, 'me'));
  api.playlistsInOrder.push(long);
  await check();
  const before = (await news())?.throughId ?? 0;
  await watched.library.news.markTold(watched.accountId, before);
  edit('long', (items) => items.splice(0, 4_400));
  await check();
  const found = await news();
  expect(found?.groups).toMatchObject([{ kind: 'item-removed', count: 4_400, songs: 4_400 }]);
  expect(found?.groups[0]?.newestId).toBe(found?.throughId);
  expect(found?.newest).toHaveLength(3);
});
