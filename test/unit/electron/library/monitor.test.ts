import { beforeEach, describe, expect, it } from 'vitest';
import {
  type FakePlaylist,
  type FakeRow,
  FakeSpotifyApi,
} from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

/** The playlists list, and the heads of albums, episodes and saved tracks. */
const LIGHT = 4;

let clock: ManualClock;
let api: FakeSpotifyApi;
let watched: WatchedLibrary;

const row = (name: string): FakeRow => ({
  uri: `spotify:track:${name}`,
  addedAtMs: 1_000,
  addedBy: 'me',
});
const rows = (prefix: string, count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => row(`${prefix}${index}`));
const playlist = (
  id: string,
  items: FakeRow[],
  more: Partial<FakePlaylist> = {},
): FakePlaylist => ({
  id,
  name: `Name of ${id}`,
  description: '',
  ownerId: 'me',
  isCollaborative: false,
  snapshot: 1,
  items,
  ...more,
});
const kinds = async () => (await watched.changes()).map(({ kind }) => kind);
const touch = (id: string) => {
  const found = api.find(id);
  found.snapshot = (found.snapshot ?? 0) + 1;
  return found;
};
const expectStoredTruth = () => {
  expect(watched.stored(null)).toEqual(api.saved);
  for (const { id, items, ownerId } of api.playlistsInOrder) {
    expect(watched.stored(id)).toEqual(ownerId === 'me' ? items : null);
  }
};

beforeEach(() => {
  clock = new ManualClock();
  api = new FakeSpotifyApi();
  api.saved = rows('s', 230);
  api.playlistsInOrder = [
    playlist('short', rows('a', 60)),
    playlist('long', rows('b', 270)),
    playlist('theirs', rows('c', 10), { ownerId: 'somebody' }),
    playlist('empty', []),
  ];
  watched = new WatchedLibrary(api, clock);
});

describe('the first pass', () => {
  it('reads everything that may be read and reports no change', async () => {
    const outcome = await watched.watch();
    expect(outcome).toMatchObject({ kind: 'done', items: 230 + 60 + 270, changes: 0 });
    expectStoredTruth();
    expect(await kinds()).toEqual([]);
    const status = await watched.library.status();
    expect(status.totals).toEqual({
      savedTracks: 230,
      playlists: 4,
      watchedPlaylists: 3,
      playlistItems: 330,
      unavailableItems: 0,
    });
    expect(status.monitor.kind).toBe('watching');
    expect(status.baselineAtMs).toBe(clock.nowMs());
  });
});

describe('a light check', () => {
  beforeEach(async () => {
    await watched.watch();
    api.requests = 0;
    await clock.advance(3_500_000);
  });

  it('takes four requests when nothing changed', async () => {
    expect(await watched.check()).toMatchObject({ kind: 'done', requests: LIGHT, changes: 0 });
    expectStoredTruth();
  });

  it('takes new saved tracks from the head', async () => {
    api.saved.unshift(row('new1'), row('new2'));
    expect(await watched.check()).toMatchObject({ requests: LIGHT, changes: 2 });
    expectStoredTruth();
    expect(await kinds()).toEqual(['item-added', 'item-added']);
  });

  it('reads all saved tracks when the total disagrees', async () => {
    api.saved.splice(100, 1);
    await watched.check();
    expectStoredTruth();
    expect(await watched.changes()).toMatchObject([
      {
        kind: 'item-removed',
        item: { uri: 'spotify:track:s100', name: 'Name of spotify:track:s100' },
      },
    ]);
  });

  it('reads only the playlists whose snapshot moved', async () => {
    touch('long').items.splice(200, 1);
    touch('short').items.push(row('x'));
    expect(await watched.check()).toMatchObject({ requests: LIGHT + 1 + (1 + 4 + 1) });
    expectStoredTruth();
    expect(await kinds()).toEqual(['item-added', 'item-removed']);
  });

  it('tells of playlists that came, went and were renamed or described', async () => {
    api.playlistsInOrder.unshift(playlist('new', rows('n', 3)));
    api.find('short').name = 'Other name';
    api.find('long').description = 'Other words';
    api.playlistsInOrder = api.playlistsInOrder.filter(({ id }) => id !== 'theirs');
    await watched.check();
    expectStoredTruth();
    expect(await watched.changes()).toMatchObject([
      { kind: 'playlist-created', list: { name: 'Name of new' } },
      { kind: 'playlist-renamed', before: 'Name of short', after: 'Other name' },
      { kind: 'playlist-described', before: '', after: 'Other words' },
      { kind: 'playlist-gone', list: { name: 'Name of theirs' } },
    ]);
    expect((await watched.library.status()).totals.playlists).toBe(4);
  });

  it('says in which window a change happened', async () => {
    const firstAtMs = clock.nowMs() - 3_500_000;
    api.saved.unshift(row('new'));
    await watched.check();
    expect(await watched.changes()).toMatchObject([
      { observedAfterMs: firstAtMs, observedBeforeMs: clock.nowMs() },
    ]);
  });

  it('tells once when a track turns grey, keeps its name when it is gone, and tells when it is back', async () => {
    const uri = 'spotify:track:s3';
    api.availability.set(uri, 'unavailable');
    await watched.check();
    api.missing.add(uri);
    await watched.check();
    expect(watched.stored(null)).toEqual(api.saved);
    expect((await watched.library.status()).totals.unavailableItems).toBe(1);
    api.missing.clear();
    api.availability.clear();
    await watched.check();
    expect(await watched.changes()).toMatchObject([
      { kind: 'item-unavailable', item: { uri, name: `Name of ${uri}`, artists: ['Artist'] } },
      { kind: 'item-available', item: { uri } },
    ]);
  });

  it('takes a gap in a playlist for the track that stood there', async () => {
    // All rows have one date, so only the order tells the gap from the removal.
    touch('short').items.splice(10, 1);
    api.missing.add('spotify:track:a20');
    await watched.check();
    expect(watched.stored('short')?.[19]?.uri).toBe('spotify:track:a20');
    const changes = await watched.changes();
    expect(changes.filter(({ kind }) => kind === 'item-removed')).toMatchObject([
      { item: { uri: 'spotify:track:a10' } },
    ]);
  });

  it('reports a moved block as one change', async () => {
    const { items } = touch('short');
    items.push(...items.splice(5, 7));
    await watched.check();
    expectStoredTruth();
    expect(await watched.changes()).toMatchObject([{ kind: 'items-moved', count: 7 }]);
  });

  it.each([
    ['is not found', { kind: 'not-found' }],
    ['is forbidden', { kind: 'forbidden' }],
    ['has another shape', { kind: 'unreadable', status: 200, isJson: true }],
  ] as const)('removes nothing when a playlist that moved %s', async (_, failure) => {
    const before = structuredClone(touch('short').items);
    api.find('short').items.length = 0;
    api.interfere = ({ id }) => (id === 'short' ? failure : null);
    expect(await watched.check()).toMatchObject({ kind: 'done', changes: 0 });
    expect(watched.stored('short')).toEqual(before);
  });

  it('removes nothing when a page leaves out what it could not understand', async () => {
    const before = structuredClone(touch('short').items);
    api.unreadable.add('spotify:track:a7');
    await watched.check();
    expect(watched.stored('short')).toEqual(before);
    expect(await kinds()).toEqual([]);
  });

  it('reads a list that changes while it is read until it is whole', async () => {
    touch('long').items.splice(30, 1);
    let changed = false;
    api.interfere = ({ endpoint, offset }) => {
      if (endpoint === 'playlist-items' && offset === 197 && !changed) {
        changed = true;
        touch('long').items.splice(10, 2);
      }
      return null;
    };
    await watched.check();
    expectStoredTruth();
    expect((await kinds()).filter((kind) => kind === 'item-removed').length).toBe(3);
  });

  it('notices by its snapshot that a list changed without changing its length', async () => {
    touch('long').items.splice(30, 1);
    let changed = false;
    api.interfere = ({ endpoint, offset }) => {
      if (endpoint === 'playlist-items' && offset === 197 && !changed) {
        changed = true;
        const { items } = touch('long');
        items.splice(150, 0, ...items.splice(250, 1));
      }
      return null;
    };
    await watched.check();
    expectStoredTruth();
    expect((await kinds()).filter((kind) => kind === 'item-removed').length).toBe(1);
  });

  it('takes along what is saved while all saved tracks are read', async () => {
    api.saved.splice(100, 1);
    api.interfere = ({ endpoint, offset }) => {
      if (endpoint === 'saved-tracks' && (offset === 98 || offset === 147)) {
        api.saved.unshift(row(`during-${offset}`));
      }
      return null;
    };
    await watched.check();
    expectStoredTruth();
    expect((await kinds()).sort()).toEqual(['item-added', 'item-added', 'item-removed']);
    // A light check, five pages, and the head again.
    expect(api.requests).toBe(LIGHT + 5 + 1);
  });

  it('reads the saved tracks again when a swap in front of the reader kept their number', async () => {
    api.saved.splice(100, 1);
    let swapped = false;
    api.interfere = ({ endpoint, offset }) => {
      if (endpoint === 'saved-tracks' && offset === 147 && !swapped) {
        swapped = true;
        api.saved.splice(10, 1);
        api.saved.unshift(row('swapped-in'));
      }
      return null;
    };
    await watched.check();
    expectStoredTruth();
  });

  it('never takes a playlist for gone that slipped between two pages', async () => {
    const many = Array.from({ length: 70 }, (_, index) =>
      playlist(`other${index}`, [], { ownerId: 'somebody' }),
    );
    api.playlistsInOrder.push(...many);
    await watched.check();
    const seen = (await watched.changes()).length;
    let swapped = false;
    api.interfere = ({ endpoint, offset }) => {
      if (endpoint === 'playlists' && offset === 49 && !swapped) {
        swapped = true;
        api.playlistsInOrder.splice(20, 1);
        api.playlistsInOrder.push(playlist('last', [], { ownerId: 'somebody' }));
      }
      return null;
    };
    await watched.check();
    expect((await watched.changes()).slice(seen)).toMatchObject([
      { kind: 'playlist-created', list: { name: 'Name of last' } },
      { kind: 'playlist-gone', list: { name: 'Name of other16' } },
    ]);
    const { lists, entries } = watched.repositories;
    const order = entries.at(lists.openOnly(watched.accountId, 'playlists', '').id, clock.nowMs());
    expect(order?.map(({ uri }) => uri)).toEqual(
      api.playlistsInOrder.map(({ id }) => `spotify:playlist:${id}`),
    );
  });

  it('knows a playlist again that was gone', async () => {
    const [short] = api.playlistsInOrder.splice(0, 1);
    await watched.check();
    if (short !== undefined) {
      short.items.pop();
      short.snapshot = 2;
      api.playlistsInOrder.push(short);
    }
    await watched.check();
    expect(await kinds()).toEqual(['playlist-gone', 'playlist-returned', 'item-removed']);
    await watched.check();
    expect(await kinds()).toHaveLength(3);
    expectStoredTruth();
    expect((await watched.library.status()).totals.playlists).toBe(4);
  });

  it('confirms many long lists by one look at the playlists list', async () => {
    for (const id of ['long', 'short', 'empty']) {
      touch(id).items.splice(0, 0, ...rows(`${id}-new`, 101));
    }
    // The playlists list once more, three first pages, and what lies beyond 100 items.
    expect(await watched.check()).toMatchObject({ requests: LIGHT + 1 + 3 + 6 + 2 + 1 });
    expectStoredTruth();
  });

  it('keeps the name of a track that left the catalogue and then moved', async () => {
    const { items } = touch('short');
    for (const [index, item] of items.entries()) {
      item.addedAtMs = 5_000 + index;
    }
    await watched.check();
    api.missing.add('spotify:track:a20');
    touch('short').items.push(...items.splice(20, 1));
    await watched.check();
    expectStoredTruth();
  });

  it('leaves a list that never stands still, and gets on with the others', async () => {
    const before = structuredClone(api.find('long').items);
    touch('long');
    api.interfere = ({ endpoint }) => {
      if (endpoint === 'playlist-items') {
        touch('long').items.pop();
      }
      return null;
    };
    touch('empty').items.push(row('e'));
    expect(await watched.check()).toMatchObject({ kind: 'done' });
    expect(watched.stored('long')).toEqual(before);
    expect(await kinds()).toEqual(['item-added']);
    api.interfere = () => null;
    await watched.check();
    expectStoredTruth();
  });

  it('starts only one pass when asked twice', async () => {
    const [first, second] = [await watched.library.checkNow(), await watched.library.checkNow()];
    expect([first.kind, second.kind]).toEqual(['started', 'already-running']);
    if (first.kind === 'started' && second.kind === 'already-running') {
      expect(await second.outcome).toBe(await first.outcome);
    }
    expect(api.requests).toBe(LIGHT);
  });
});

describe('a pass that is stopped', () => {
  it('goes on at the same page after a quota, at the time that Spotify named', async () => {
    const untilMs = clock.nowMs() + 7_200_000;
    api.interfere = ({ number }) =>
      number === 9 ? { kind: 'not-now', reason: 'quota-exhausted', untilMs } : null;
    const outcome = await watched.watch();
    expect(outcome).toMatchObject({
      kind: 'paused',
      status: { monitor: { kind: 'paused', pause: { reason: 'quota-exhausted', untilMs } } },
    });
    expect(await watched.library.checkNow()).toEqual({ kind: 'not-now', untilMs });
    api.interfere = () => null;
    await clock.advance(7_100_000);
    expect(api.requests).toBe(9);
    await clock.advance(200_000);
    expectStoredTruth();
    const undisturbed = new FakeSpotifyApi();
    Object.assign(undisturbed, { saved: api.saved, playlistsInOrder: api.playlistsInOrder });
    await new WatchedLibrary(undisturbed, clock).watch();
    // One request was refused, and nothing was read twice.
    expect(api.requests).toBe(undisturbed.requests + 1);
  });

  it.each([
    ['HTML', { kind: 'unreadable', status: 200 }],
    ['a server in trouble', { kind: 'server', status: 502 }],
  ] as const)('does not ask for the next playlist where %s answered', async (_, failure) => {
    const asked = new Set<string>();
    api.interfere = ({ id }) => {
      if (id === null) return null;
      asked.add(id);
      return failure;
    };
    expect(await watched.watch()).toMatchObject({
      kind: 'paused',
      status: { monitor: { pause: { reason: 'service-trouble' } }, baselineAtMs: null },
    });
    expect(asked.size).toBe(1);
    api.interfere = () => null;
    await watched.check();
    expectStoredTruth();
  });

  it('can be tried by hand where Premium lapsed: only a request shows that it is back', async () => {
    const untilMs = clock.nowMs() + 4 * 3_600_000;
    api.interfere = ({ number }) =>
      number === 4 ? { kind: 'not-now', reason: 'premium-lapsed', untilMs } : null;
    expect(await watched.watch()).toMatchObject({
      status: { monitor: { pause: { reason: 'premium-lapsed' } } },
    });
    expect(await watched.check()).toMatchObject({ kind: 'done' });
    expectStoredTruth();
  });

  it('goes on at once when the network is back', async () => {
    api.interfere = ({ number }) =>
      number === 4 ? { kind: 'network', code: 'ENETUNREACH' } : null;
    expect(await watched.watch()).toMatchObject({
      status: { monitor: { pause: { kind: 'offline', cause: 'no-network' } } },
    });
    await clock.advance(5_000);
    watched.library.reconsider();
    await clock.advance(0);
    await clock.advance(0);
    await watched.check();
    expectStoredTruth();
  });

  it('goes on after a restart', async () => {
    api.interfere = ({ number }) => (number === 6 ? { kind: 'unauthorized' } : null);
    await watched.watch();
    await watched.library.close();
    api.interfere = () => null;
    watched = new WatchedLibrary(api, clock, watched.repositories.database);
    expect(await watched.watch()).toMatchObject({ kind: 'done', changes: 0 });
    expectStoredTruth();
  });

  it('never writes under one account what belongs to another', async () => {
    api.accountKey = 'somebody-else';
    await watched.library.watch({ key: 'account-1', displayName: 'Me' });
    expect(await watched.check()).toMatchObject({
      status: { monitor: { pause: { kind: 'session' } }, totals: { savedTracks: 0 } },
    });
  });
});

describe('a database that fails', () => {
  it('stops no timer and no caller with an exception', async () => {
    await watched.watch();
    watched.repositories.database.close();
    expect((await watched.library.status()).monitor).toMatchObject({
      kind: 'paused',
      pause: { kind: 'storage-failed' },
    });
    await clock.advance(2 * 3_600_000);
    expect(await watched.check()).toMatchObject({
      kind: 'paused',
      status: { monitor: { pause: { kind: 'storage-failed' } } },
    });
    await watched.library.close();
    expect(clock.pendingCount).toBe(0);
  });
});

describe('the schedule', () => {
  it('checks every hour by itself, with no timer faster than 30 seconds at rest', async () => {
    await watched.watch();
    api.requests = 0;
    for (let hour = 0; hour < 24; hour += 1) {
      expect(clock.nextDueInMs).toBeGreaterThanOrEqual(30_000);
      await clock.advance(3_600_000);
    }
    expect(api.requests).toBeGreaterThanOrEqual(23 * LIGHT);
    // Shows, audiobooks and artists once, and a page of the rotation now and then.
    expect(api.requests).toBeLessThanOrEqual(24 * LIGHT + 3 + 3);
    expect(await kinds()).toEqual([]);
  });

  it('checks once after a night of sleep', async () => {
    await watched.watch();
    api.requests = 0;
    clock.jump(8 * 3_600_000);
    watched.library.reconsider();
    await clock.advance(60_000);
    expect(api.requests).toBe(LIGHT);
  });

  it('leaves no timer behind when it is closed', async () => {
    await watched.watch();
    await watched.library.close();
    expect(clock.pendingCount).toBe(0);
  });
});

describe('accounts', () => {
  it('are kept apart', async () => {
    await watched.watch();
    const first = structuredClone(api.saved);
    const other = new FakeSpotifyApi();
    other.accountKey = 'account-2';
    other.saved = rows('other', 3);
    const second = new WatchedLibrary(other, clock, watched.repositories.database);
    await second.watch();
    expect(second.stored(null)).toEqual(other.saved);
    expect(watched.stored(null)).toEqual(first);
    await second.library.deleteAccount('account-2');
    expect(watched.repositories.accounts.find('account-2')).toBeNull();
    expectStoredTruth();
    expect((await second.library.status()).monitor).toEqual({ kind: 'idle' });
  });
});

describe('unread changes', () => {
  it('are counted until they were seen', async () => {
    await watched.watch();
    api.saved.unshift(row('new1'), row('new2'), row('new3'));
    await watched.check();
    const [, second] = await watched.changes();
    await watched.library.markRead(second?.id ?? 0);
    expect((await watched.library.status()).unreadChanges).toBe(1);
    expect((await watched.changes()).map(({ unread }) => unread)).toEqual([false, false, true]);
  });
});
