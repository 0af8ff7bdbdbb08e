import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeRow, FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { memoryDatabase, WatchedLibrary } from '../../../doubles/watched-library.ts';

// Staged rows are thrown away in pieces, apart from what made them superfluous. Where that ends
// half-way (a kill, a full disk), the rest of them must not be taken for rows of the next reading.

const DAY_MS = 24 * 3_600_000;

const rows = (kind: string, count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => ({
    uri: `spotify:${kind}:${index}`,
    addedAtMs: 1_000 + index,
    addedBy: null,
  }));

const playlist = (id: string, count: number) => {
  const details = { name: id, description: '', ownerId: 'me', isCollaborative: false };
  return { ...details, id, snapshot: 1, items: rows('track', count) };
};

let clock: ManualClock;
let api: FakeSpotifyApi;
let watched: WatchedLibrary;
let deletions: number;
/** The so manieth deletion of staged rows from now on fails; those before it do not. */
let failAt: number;

const countStaged = () =>
  watched.repositories.database.get('SELECT count(*) AS n FROM staged_entries', ({ n }) => n);

beforeEach(() => {
  clock = new ManualClock();
  api = new FakeSpotifyApi();
  const database = memoryDatabase();
  const run = database.run.bind(database);
  deletions = 0;
  failAt = Number.POSITIVE_INFINITY;
  database.run = (sql, ...values) => {
    if (sql.startsWith('DELETE FROM staged_entries') && Number(countStaged()) > 0) {
      deletions += 1;
      if (deletions === failAt) {
        throw new Error('The process ends here.');
      }
    }
    return run(sql, ...values);
  };
  watched = new WatchedLibrary(api, clock, database);
});

describe('staged rows that an end leaves behind', () => {
  it('are no rows of any list that is read later', async () => {
    api.saved = rows('saved', 60);
    api.savedShowRows = rows('show', 10);
    api.savedAudiobookRows = rows('audiobook', 60);
    api.followedArtistUris = rows('artist', 60).map(({ uri }) => uri);
    api.playlistsInOrder = [playlist('short', 3), playlist('long', 160)];
    failAt = 1;
    expect(await watched.watch()).toMatchObject({ kind: 'paused' });
    for (let day = 0; day < 12; day += 1) {
      // Each of them in its turn.
      await watched.check();
      failAt = Number.POSITIVE_INFINITY;
      expect(await watched.check()).toMatchObject({ kind: 'done' });
      clock.jump(DAY_MS);
      api.saved.splice(30, 1);
      api.find('long').snapshot = day + 2;
      deletions = 0;
      failAt = day + 1;
    }
    failAt = Number.POSITIVE_INFINITY;
    await watched.check();
    expect(watched.storedUris('saved-tracks')).toEqual(api.saved.map(({ uri }) => uri));
    expect(watched.storedUris('saved-shows')).toHaveLength(10);
    expect(watched.storedUris('saved-audiobooks')).toHaveLength(60);
    expect(watched.storedUris('followed-artists')).toEqual(api.followedArtistUris);
    expect(watched.stored('long')).toEqual(api.find('long').items);
    const kinds = (await watched.changes()).map(({ kind, list }) => `${kind} ${list.kind}`);
    expect(new Set(kinds)).toEqual(new Set(['item-removed saved-tracks']));
  });

  it('do not go on as a reading that was given up and had begun to be thrown away', async () => {
    api.playlistsInOrder = [playlist('long', 2_400)];
    await watched.watch();
    clock.jump(DAY_MS);
    api.find('long').snapshot = 2;
    let isCut = true;
    api.interfere = ({ endpoint, offset }) => {
      const isHit = isCut && endpoint === 'playlist-items' && offset > 1_500;
      isCut = isCut && !isHit;
      if (isHit) {
        // One row that cannot be understood, in this one answer.
        api.unreadable.add(`spotify:track:${offset + 5}`);
        queueMicrotask(() => api.unreadable.clear());
      }
      return null;
    };
    deletions = 0;
    // The first is of the list of playlists, the second of the first 1,000 rows of this one.
    failAt = 3;
    expect(await watched.check()).toMatchObject({ kind: 'paused' });
    expect(isCut).toBe(false);
    expect(await watched.check()).toMatchObject({ kind: 'done' });
    expect(watched.stored('long')).toEqual(api.find('long').items);
    expect(await watched.changes()).toEqual([]);
  });

  it('are gone when the pass ends, also of a playlist that it gave up', async () => {
    api.playlistsInOrder = [playlist('long', 400)];
    api.interfere = ({ offset, endpoint }) =>
      endpoint === 'playlist-items' && offset > 200 ? { kind: 'not-found' } : null;
    expect(await watched.watch()).toMatchObject({ kind: 'done' });
    expect(watched.stored('long')).toBeNull();
    expect(countStaged()).toBe(0);
  });
});
