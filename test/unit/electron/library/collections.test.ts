import { beforeEach, describe, expect, it } from 'vitest';
import type { CollectionKind } from '../../../../shared/change.ts';
import {
  type FakeEndpoint,
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
    addedBy: null,
  }));
const uris = (list: readonly FakeRow[]) => list.map(({ uri }) => uri);
const told = async () =>
  (await watched.changes()).map((change) => [
    change.kind,
    change.list.kind,
    'item' in change ? change.item.uri : '',
  ]);
const stateOf = async (kind: CollectionKind) =>
  (await watched.library.status()).collections.find((entry) => entry.kind === kind)?.state;

interface Case {
  readonly kind: CollectionKind;
  readonly endpoint: FakeEndpoint;
  read(): string[];
  write(uris: string[]): void;
}

const ofRows = (
  kind: CollectionKind,
  list: 'savedAlbumRows' | 'savedShowRows' | 'savedEpisodeRows' | 'savedAudiobookRows',
): Case => ({
  kind,
  endpoint: kind as FakeEndpoint,
  read: () => uris(api[list]),
  write: (next) => {
    const known = new Map(api[list].map((row) => [row.uri, row]));
    api[list] = next.map((uri) => known.get(uri) ?? { uri, addedAtMs: 9_000, addedBy: null });
  },
});

const CASES: readonly Case[] = [
  ofRows('saved-albums', 'savedAlbumRows'),
  ofRows('saved-shows', 'savedShowRows'),
  ofRows('saved-episodes', 'savedEpisodeRows'),
  ofRows('saved-audiobooks', 'savedAudiobookRows'),
  {
    kind: 'followed-artists',
    endpoint: 'followed-artists',
    read: () => [...api.followedArtistUris],
    write: (next) => {
      api.followedArtistUris = next;
    },
  },
];

/** A check after a night of a day, in which everything is looked at. */
function checkNextDay() {
  clock.jump(DAY_MS);
  return watched.check();
}

beforeEach(() => {
  clock = new ManualClock();
  api = new FakeSpotifyApi();
  api.saved = rows('track', 't', 60);
  api.savedAlbumRows = rows('album', 'a', 130);
  api.savedShowRows = rows('show', 's', 110);
  api.savedEpisodeRows = rows('episode', 'e', 120);
  api.savedAudiobookRows = rows('show', 'b', 105);
  api.followedArtistUris = uris(rows('artist', 'r', 140));
  watched = new WatchedLibrary(api, clock);
});

describe.each(CASES)('$kind', ({ kind, endpoint, read, write }) => {
  const added = kind === 'followed-artists' ? 'artist-followed' : 'item-added';
  const removed = kind === 'followed-artists' ? 'artist-unfollowed' : 'item-removed';

  it('are read whole in the first pass, which tells of nothing', async () => {
    expect(await watched.watch()).toMatchObject({ kind: 'done', changes: 0 });
    expect(watched.storedUris(kind)).toEqual(read());
    expect(await stateOf(kind)).toBe('watched');
  });

  it('tell of what came and went', async () => {
    await watched.watch();
    const [first = '', ...others] = read();
    write(['spotify:x:new', ...others]);
    await checkNextDay();
    expect(await told()).toEqual([
      [removed, kind, first],
      [added, kind, 'spotify:x:new'],
    ]);
    expect(watched.storedUris(kind)).toEqual(read());
  });

  it('are the same in any order', async () => {
    await watched.watch();
    const before = read();
    write(before.toReversed());
    await checkNextDay();
    await checkNextDay();
    expect(await told()).toEqual([]);
    expect(watched.storedUris(kind)).toEqual(before);
  });

  it('come back to a first state for an account that was watched before without them', async () => {
    const all = read();
    write([]);
    api.interfere = (request) => (request.endpoint === endpoint ? { kind: 'scope-missing' } : null);
    expect(await watched.watch()).toMatchObject({ kind: 'done' });
    expect(watched.storedUris(kind)).toBeNull();
    expect(await stateOf(kind)).toBe('scope-missing');
    api.interfere = () => null;
    write(all);
    await watched.check();
    expect(watched.storedUris(kind)).toEqual(all);
    expect(await told()).toEqual([]);
    expect(await stateOf(kind)).toBe('watched');
  });

  it('never lose anything to a page that is refused, cut or left out', async () => {
    await watched.watch();
    const before = read();
    const [, ...others] = before;
    write([...others, 'spotify:x:new']);
    for (const failure of [
      { kind: 'not-found' },
      { kind: 'forbidden' },
      { kind: 'unreadable', status: 200, isJson: true },
      { kind: 'unexpected', status: 418 },
    ] as const) {
      let pages = 0;
      api.interfere = (request) => {
        pages += request.endpoint === endpoint ? 1 : 0;
        return request.endpoint === endpoint && pages > 1 ? failure : null;
      };
      expect(await checkNextDay()).toMatchObject({ kind: 'done' });
    }
    api.interfere = () => null;
    api.unreadable.add(before[60] ?? '');
    await checkNextDay();
    expect(await told()).toEqual([]);
    expect(watched.storedUris(kind)).toEqual(before);
    api.unreadable.clear();
    clock.jump(8 * DAY_MS);
    await watched.check();
    expect((await told()).map(([what]) => what)).toEqual([removed, added]);
  });

  it('are read until they are whole where they change between two pages', async () => {
    await watched.watch();
    const before = read();
    write([...before.slice(1), 'spotify:x:new']);
    let changed = false;
    let pages = 0;
    api.interfere = (request) => {
      pages += request.endpoint === endpoint ? 1 : 0;
      if (request.endpoint === endpoint && pages === 3 && !changed) {
        changed = true;
        // Nothing tells of it but the rows: as many as before, all one place further on.
        const now = read();
        write([...now.slice(0, 10), ...now.slice(11), 'spotify:x:swapped']);
      }
      return null;
    };
    await checkNextDay();
    api.interfere = () => null;
    await checkNextDay();
    expect(changed).toBe(true);
    expect((await told()).map(([, , uri]) => uri).sort()).toEqual(
      [before[0], before[11], 'spotify:x:new', 'spotify:x:swapped'].sort(),
    );
    expect(new Set(watched.storedUris(kind))).toEqual(new Set(read()));
  });

  it('stop nothing when Spotify never shows them', async () => {
    await watched.watch();
    const before = watched.storedUris(kind);
    api.interfere = (request) =>
      request.endpoint === endpoint ? { kind: 'server', status: 500 } : null;
    api.saved.unshift(...rows('track', 'new', 1));
    await clock.advance(DAY_MS + HOUR_MS);
    expect((await told()).map(([what, where]) => [what, where])).toEqual([
      ['item-added', 'saved-tracks'],
    ]);
    expect(watched.storedUris(kind)).toEqual(before);
    expect((await watched.library.status()).monitor.kind).toBe('watching');
  });
});

describe('followed artists of whom a page says less than there are', () => {
  it('are not gone before Spotify says so of each', async () => {
    await watched.watch();
    const before = api.followedArtistUris;
    api.followedArtistUris = [...before, 'spotify:artist:new'];
    const real = api.followedArtists.bind(api);
    // Leaves an artist out, and with it the count.
    api.followedArtists = async (request) => {
      const page = await real(request);
      return page.kind !== 'ok'
        ? page
        : {
            kind: 'ok',
            value: {
              ...page.value,
              total: before.length,
              entries: page.value.entries.filter(({ uri }) => uri !== before[70]),
            },
          };
    };
    await checkNextDay();
    expect(await told()).toEqual([]);
    expect(watched.storedUris('followed-artists')).toEqual(before);
  });

  it('are taken by their end where Spotify tells no count', async () => {
    const real = api.followedArtists.bind(api);
    api.followedArtists = async (request) => {
      const page = await real(request);
      return page.kind === 'ok' ? { kind: 'ok', value: { ...page.value, total: null } } : page;
    };
    await watched.watch();
    const [gone = '', ...others] = api.followedArtistUris;
    api.followedArtistUris = others;
    await checkNextDay();
    expect(await told()).toEqual([['artist-unfollowed', 'followed-artists', gone]]);
  });
});

describe('an album that was removed and saved again', () => {
  it('is no change, and stands where Spotify puts it', async () => {
    await watched.watch();
    const [album] = api.savedAlbumRows.splice(80, 1);
    if (album !== undefined) {
      api.savedAlbumRows.unshift({ ...album, addedAtMs: 99_000 });
    }
    await watched.check();
    expect(await told()).toEqual([]);
    expect(watched.storedUris('saved-albums')).toEqual(uris(api.savedAlbumRows));
  });
});

describe('what left the catalogue', () => {
  it('keeps its place and its name among the albums, where nothing is left of it but null', async () => {
    await watched.watch();
    const album = api.savedAlbumRows[70];
    const uri = album?.uri ?? '';
    api.missing.add(uri);
    api.savedAlbumRows[70] = { uri, addedAtMs: null, addedBy: null };
    api.savedAlbumRows.push(...rows('album', 'new', 1));
    await checkNextDay();
    expect(await told()).toEqual([
      ['item-added', 'saved-albums', 'spotify:album:new0'],
      ['item-unavailable', 'saved-albums', uri],
    ]);
    expect(watched.storedUris('saved-albums')?.[70]).toBe(uri);
    await checkNextDay();
    if (album !== undefined) {
      api.savedAlbumRows[70] = album;
    }
    api.missing.clear();
    api.savedAlbumRows.push(...rows('album', 'newer', 1));
    await checkNextDay();
    expect((await told()).slice(2)).toEqual([
      ['item-added', 'saved-albums', 'spotify:album:newer0'],
      ['item-available', 'saved-albums', uri],
    ]);
    expect(uris(api.savedAlbumRows)).toEqual(watched.storedUris('saved-albums'));
  });

  it('is noticed on the first page by a light check', async () => {
    await watched.watch();
    api.availability.set('spotify:album:a3', 'unavailable');
    api.availability.set('spotify:episode:e3', 'unavailable');
    await watched.check();
    expect((await told()).sort()).toEqual([
      ['item-unavailable', 'saved-albums', 'spotify:album:a3'],
      ['item-unavailable', 'saved-episodes', 'spotify:episode:e3'],
    ]);
  });
});

describe('an audiobook among the shows', () => {
  it('stands in both lists and is told of in each, without ever being renamed', async () => {
    api.savedShowRows.push(...api.savedAudiobookRows.slice(0, 3));
    await watched.watch();
    await checkNextDay();
    await checkNextDay();
    expect(await told()).toEqual([]);
    const [gone] = api.savedAudiobookRows.splice(0, 1);
    api.savedShowRows = api.savedShowRows.filter(({ uri }) => uri !== gone?.uri);
    await checkNextDay();
    expect(await told()).toEqual([
      ['item-removed', 'saved-shows', gone?.uri],
      ['item-removed', 'saved-audiobooks', gone?.uri],
    ]);
  });
});

describe('audiobooks that a country does not have', () => {
  it.each([
    ['forbidden', { kind: 'forbidden' }],
    ['not found', { kind: 'not-found' }],
  ] as const)('are left out quietly (%s)', async (_, failure) => {
    let asked = 0;
    api.interfere = ({ endpoint }) => {
      asked += endpoint === 'saved-audiobooks' ? 1 : 0;
      return endpoint === 'saved-audiobooks' ? failure : null;
    };
    expect(await watched.watch()).toMatchObject({ kind: 'done' });
    expect(await stateOf('saved-audiobooks')).toBe('not-offered');
    expect(watched.storedUris('saved-shows')).toHaveLength(110);
    await clock.advance(6 * DAY_MS);
    // Once more the next day, then once a week.
    expect(asked).toBe(2);
  });
});

describe('a permission that is missing', () => {
  const refuse = (endpoint: FakeEndpoint) => {
    let asked = 0;
    api.interfere = (request) => {
      asked += request.endpoint === endpoint ? 1 : 0;
      return request.endpoint === endpoint ? { kind: 'scope-missing' } : null;
    };
    return () => asked;
  };

  it('is looked for once a day, and at once after a new sign-in', async () => {
    const asked = refuse('followed-artists');
    await watched.watch();
    await clock.advance(3 * DAY_MS);
    expect(asked()).toBeGreaterThanOrEqual(3);
    expect(asked()).toBeLessThanOrEqual(4);
    api.interfere = () => null;
    watched.library.forgetRefusals();
    await clock.advance(HOUR_MS);
    expect(await stateOf('followed-artists')).toBe('watched');
  });

  it('takes from a list that is known nothing but its news', async () => {
    await watched.watch();
    refuse('saved-tracks');
    api.playlistsInOrder = [];
    expect(await watched.check()).toMatchObject({ kind: 'done', changes: 0 });
    expect(await stateOf('saved-tracks')).toBe('scope-missing');
    expect(watched.storedUris('saved-tracks')).toEqual(uris(api.saved));
  });
});

describe('a total that lies', () => {
  it('costs a few tries, and then none for a while', async () => {
    api.savedAlbumRows = rows('album', 'a', 50);
    await watched.watch();
    const real = api.savedAlbums.bind(api);
    let asked = 0;
    api.savedAlbums = async (request) => {
      asked += 1;
      const page = await real(request);
      return page.kind === 'ok' ? { kind: 'ok', value: { ...page.value, total: 9_999 } } : page;
    };
    await clock.advance(DAY_MS);
    // The first page, and three tries of two or three pages; 10,000 rows in vain wait three days.
    expect(asked).toBeLessThanOrEqual(1 + 3 * 3);
    expect(watched.storedUris('saved-albums')).toEqual(uris(api.savedAlbumRows));
    expect(await told()).toEqual([]);
  });
});
