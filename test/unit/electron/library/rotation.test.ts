import { beforeEach, describe, expect, it } from 'vitest';
import {
  type FakePlaylist,
  type FakeRow,
  FakeSpotifyApi,
} from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let clock: ManualClock;
let api: FakeSpotifyApi;
let watched: WatchedLibrary;

const rows = (kind: string, prefix: string, count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => ({
    uri: `spotify:${kind}:${prefix}${index}`,
    addedAtMs: 1_000 + index,
    addedBy: kind === 'track' ? 'me' : null,
  }));
const playlist = (id: string, items: FakeRow[]): FakePlaylist => ({
  id,
  name: id,
  description: '',
  ownerId: 'me',
  isCollaborative: false,
  snapshot: 1,
  items,
});
const told = async () =>
  (await watched.changes()).map((change) => [change.kind, 'item' in change ? change.item.uri : '']);

beforeEach(async () => {
  clock = new ManualClock();
  api = new FakeSpotifyApi();
  api.saved = rows('track', 's', 320);
  api.savedAlbumRows = rows('album', 'a', 130);
  api.savedEpisodeRows = rows('episode', 'e', 70);
  api.playlistsInOrder = [
    playlist('short', rows('track', 'p', 60)),
    playlist('long', rows('track', 'q', 230)),
  ];
  watched = new WatchedLibrary(api, clock);
  await watched.watch();
  api.requests = 0;
});

describe('the rotation', () => {
  it('notices within 14 days what turned grey anywhere, and what came back', async () => {
    const grey = [
      'spotify:track:s200',
      'spotify:track:s319',
      'spotify:album:a129',
      'spotify:episode:e60',
      'spotify:track:p30',
      'spotify:track:q99',
      'spotify:track:q229',
    ];
    for (const uri of grey) {
      api.availability.set(uri, 'unavailable');
    }
    await clock.advance(14 * DAY_MS);
    expect((await told()).sort()).toEqual(grey.map((uri) => ['item-unavailable', uri]).sort());
    api.availability.clear();
    await clock.advance(14 * DAY_MS);
    expect((await told()).slice(grey.length).sort()).toEqual(
      grey.map((uri) => ['item-available', uri]).sort(),
    );
    expect((await watched.library.status()).totals.unavailableItems).toBe(0);
  });

  it('comes round in the time that is set, from the next check on', async () => {
    const grey = ['spotify:track:s319', 'spotify:album:a129', 'spotify:track:q229'];
    for (const uri of grey) {
      api.availability.set(uri, 'unavailable');
    }
    watched.settings = { ...watched.settings, availabilityDays: 7 };
    await clock.advance(7 * DAY_MS);
    expect((await told()).sort()).toEqual(grey.map((uri) => ['item-unavailable', uri]).sort());
  });

  it('tells a window in which it really happened', async () => {
    await clock.advance(9 * DAY_MS);
    const atMs = clock.nowMs();
    api.availability.set('spotify:track:s200', 'unavailable');
    api.availability.set('spotify:track:q200', 'unavailable');
    await clock.advance(14 * DAY_MS);
    const changes = await watched.changes();
    expect(changes).toHaveLength(2);
    for (const { observedAfterMs, observedBeforeMs } of changes) {
      expect(observedAfterMs).toBeLessThanOrEqual(atMs);
      expect(observedBeforeMs).toBeGreaterThanOrEqual(atMs);
    }
  });

  it('reads a list whole that is not as it was known, and loses nothing by it', async () => {
    // Neither head nor total tell: one of the middle has gone, and another has come there.
    api.saved.splice(150, 1, ...rows('track', 'new', 1));
    api.savedAlbumRows.splice(90, 1, ...rows('album', 'new', 1));
    await clock.advance(14 * DAY_MS);
    expect((await told()).sort()).toEqual([
      ['item-added', 'spotify:album:new0'],
      ['item-added', 'spotify:track:new0'],
      ['item-removed', 'spotify:album:a90'],
      ['item-removed', 'spotify:track:s150'],
    ]);
    expect(watched.stored(null)).toEqual(api.saved);
  });

  it('is not led astray by tracks that are saved meanwhile', async () => {
    for (let day = 0; day < 14; day += 1) {
      api.saved.unshift(...rows('track', `day${day}-`, 1 + (day % 3)));
      await clock.advance(DAY_MS);
    }
    const list = watched.repositories.lists.findOnly(watched.accountId, 'saved-tracks');
    // Read whole only once: all that came was taken from the head.
    const requests = api.requests;
    expect(watched.stored(null)).toEqual(api.saved);
    expect(list?.rowCount).toBe(api.saved.length);
    expect(requests).toBeLessThan(14 * (24 * 4 + 3) + 30);
  });

  it('finds a track that was removed from the middle with the next check', async () => {
    api.saved.splice(150, 1);
    await clock.advance(HOUR_MS + 60_000);
    expect(await told()).toEqual([['item-removed', 'spotify:track:s150']]);
  });

  it('takes a playlist that cannot be read at this moment for neither gone nor empty', async () => {
    api.interfere = ({ id }) => (id === 'short' ? { kind: 'not-found' } : null);
    await clock.advance(14 * DAY_MS);
    expect(await told()).toEqual([]);
    expect(watched.stored('short')).toEqual(api.find('short').items);
    // The others got their turn all the same.
    api.availability.set('spotify:track:q200', 'unavailable');
    await clock.advance(14 * DAY_MS);
    expect(await told()).toEqual([['item-unavailable', 'spotify:track:q200']]);
  });

  it('gets on with the other lists where Spotify is in trouble with one', async () => {
    api.interfere = ({ id }) => (id === 'short' ? { kind: 'server', status: 502 } : null);
    api.availability.set('spotify:track:q200', 'unavailable');
    await clock.advance(14 * DAY_MS);
    expect(await told()).toEqual([['item-unavailable', 'spotify:track:q200']]);
  });

  it('goes on where it was after a restart', async () => {
    api.availability.set('spotify:track:s319', 'unavailable');
    for (let day = 0; day < 14; day += 1) {
      await clock.advance(DAY_MS);
      await watched.library.close();
      watched = new WatchedLibrary(api, clock, watched.repositories.database);
      await watched.library.watch({ key: 'account-1', displayName: 'Me' });
    }
    await clock.advance(HOUR_MS);
    expect(await told()).toEqual([['item-unavailable', 'spotify:track:s319']]);
  });

  it('leaves the budget to the checks', async () => {
    api.usedInLastDay = 695;
    await clock.advance(DAY_MS);
    expect(api.requests).toBeLessThanOrEqual(24 * 4 + 3);
  });
});

describe('a new name', () => {
  it('is no removal, and is told once with what it was before', async () => {
    const uri = 'spotify:track:p30';
    api.find('long').items.push({ uri, addedAtMs: 5_000, addedBy: 'me' });
    api.find('long').snapshot = 2;
    await watched.check();
    api.names.set(uri, 'Another name');
    await clock.advance(14 * DAY_MS);
    const renamed = (await watched.changes()).filter(({ kind }) => kind === 'item-renamed');
    expect(renamed).toMatchObject([
      {
        item: { uri, name: 'Another name' },
        before: { name: `Name of ${uri}`, artists: ['Artist'], album: 'Album' },
      },
    ]);
    expect((await told()).map(([kind]) => kind)).toEqual(['item-added', 'item-renamed']);
    const [change] = renamed;
    api.names.set(uri, 'Yet another');
    await clock.advance(14 * DAY_MS);
    const [first, second] = (await watched.changes()).filter(({ kind }) => kind === 'item-renamed');
    expect(first).toEqual(change);
    expect(second).toMatchObject({
      item: { name: 'Yet another' },
      before: { name: 'Another name' },
    });
  });
});
