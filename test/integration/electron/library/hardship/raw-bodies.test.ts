import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  hasRecordedPayloads,
  recorded,
  recordedNames,
} from '../../../../unit/electron/spotify/recorded-payloads.ts';
import { type RawRequest, rawRow, rawTrack } from './harness/raw-spotify.ts';
import { RawWatch } from './harness/raw-watch.ts';

// What the monitor makes of bodies, through the real client and the real schemas.

const DAY_MS = 24 * 3_600_000;

let watch: RawWatch;

beforeEach(async () => {
  watch = await RawWatch.start();
});
afterEach(() => watch.close());

const tracks = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => rawRow(rawTrack(`${prefix}${index}`)));

function fill(): void {
  watch.spotify.saved = tracks('s', 130);
  watch.spotify.albums = tracks('b', 70).map((row, index) => ({
    added_at: row.added_at,
    album: {
      id: `b${index}`,
      uri: `spotify:album:b${index}`,
      type: 'album',
      name: `Album ${index}`,
    },
  }));
  watch.spotify.artists = Array.from({ length: 30 }, (_, index) => ({
    id: `f${index}`,
    uri: `spotify:artist:f${index}`,
    type: 'artist',
    name: `Artist ${index}`,
  }));
  watch.spotify.playlists = [
    { id: 'short', name: 'Short', snapshot: 1, items: tracks('a', 20) },
    { id: 'long', name: 'Long', snapshot: 1, items: tracks('l', 180) },
  ];
}

const stored = () => ({
  saved: watch.stored('saved-tracks'),
  albums: watch.stored('saved-albums'),
  artists: watch.stored('followed-artists'),
  short: watch.stored({ playlist: 'short' }),
  long: watch.stored({ playlist: 'long' }),
});
const kinds = async () => (await watch.changes()).map(({ kind }) => kind);

/** A reason to read every list whole, though nothing in it changed but an order. */
function stir(): void {
  const { saved, albums, playlists } = watch.spotify;
  saved.reverse();
  albums.reverse();
  for (const playlist of playlists) {
    playlist.items.reverse();
    playlist.snapshot += 1;
  }
}

/** Lists for some days what is said there, and nothing may be lost by it. */
async function endure(): Promise<void> {
  const before = stored();
  for (let day = 0; day < 3; day += 1) {
    watch.clock.jump(DAY_MS);
    await watch.check();
    expect(stored()).toEqual(before);
  }
  expect(await kinds()).toEqual([]);
}

/** The page of a body: the body itself, or what it holds one under. */
function pagesIn(body: Record<string, unknown>): Record<string, unknown>[] {
  return [body, body.artists, body.items].filter(
    (page): page is Record<string, unknown> =>
      typeof page === 'object' && page !== null && 'items' in page && Array.isArray(page.items),
  );
}
const onPages =
  (change: (page: Record<string, unknown>, request: RawRequest) => void) =>
  (body: Record<string, unknown>, request: RawRequest) => {
    for (const page of pagesIn(body)) {
      change(page, request);
    }
    return body;
  };

describe('a total', () => {
  it.each<[string, unknown]>([
    ['negative', -1],
    ['no number', 'many'],
    ['a number in a text', '20'],
    ['null', null],
    ['not whole', 19.5],
    ['beyond what can be counted', 1e300],
    ['a list', [20]],
  ])('that is %s removes nothing', async (_, total) => {
    fill();
    await watch.watch();
    stir();
    watch.spotify.tamper = onPages((page) => {
      page.total = total;
    });
    await endure();
  });

  it('that ends where `next` goes on is not the end', async () => {
    fill();
    await watch.watch();
    stir();
    watch.spotify.tamper = onPages((page, { offset }) => {
      page.total = Array.isArray(page.items) ? offset + page.items.length : 0;
    });
    const before = stored();
    await watch.check();
    expect(stored()).toEqual({ ...before, short: before.short?.toReversed() });
    expect(await kinds()).toEqual(['items-moved']);
  });
});

describe('a `next` link to another host', () => {
  it.each([
    'https://spotify.example/v1/me/tracks?offset=50',
    'http://api.spotify.com/v1/me/tracks?offset=50',
    'https://api.spotify.com.example/v1/me?offset=50',
    'https://user@127.0.0.2:1/v1/me/tracks?offset=50',
    '//elsewhere.example/?after=f9',
  ])('is never followed, is told, and removes nothing: %s', async (next) => {
    fill();
    await watch.watch();
    stir();
    watch.spotify.tamper = onPages((page) => {
      page.next = next;
      page.items = [];
    });
    await endure();
    const told = watch.told.filter(({ message }) => /another host/.test(message));
    expect(told[0]?.fields).toEqual({ host: new URL(next, 'https://x.example').host });
    // Whatever it said, only our own pages were asked for.
    expect(watch.spotify.asked.every((path) => !path.includes('example'))).toBe(true);
  });

  it('of Spotify’s own is as good as none', async () => {
    fill();
    watch.spotify.tamper = onPages((page, { path, offset }) => {
      page.next =
        page.next === null ? null : `https://api.spotify.com/v1${path}?offset=${offset + 50}`;
    });
    await watch.watch();
    expect(stored().saved).toHaveLength(130);
    expect(stored().long).toHaveLength(180);
  });
});

describe('rows', () => {
  it.each<[string, unknown]>([
    ['without id, address and type', rawRow({ name: 'Nameless' })],
    ['that are a number', 7],
    ['that are a list', []],
    ['without an item', { added_at: '2024-05-06T07:08:09Z' }],
    ['whose item is a text', rawRow('spotify:track:x')],
  ])('%s are counted, and make a pass not whole', async (_, row) => {
    fill();
    await watch.watch();
    stir();
    const { saved, playlists } = watch.spotify;
    // In the place of another, so that no total tells.
    saved[3] = row;
    for (const { items } of playlists) {
      items[3] = row;
    }
    const before = stored();
    await watch.check();
    expect(stored()).toEqual(before);
    expect(await kinds()).toEqual([]);
    const counted = watch.told.filter(({ message }) => /could not be understood/.test(message));
    expect(new Set(counted.map(({ fields }) => fields?.list))).toEqual(
      new Set(['saved tracks', 'a playlist']),
    );
    expect(counted.every(({ fields }) => fields?.dropped === 1)).toBe(true);
  });

  it('of local files, episodes and gaps are kept, and a gap keeps the name that was known', async () => {
    const local = {
      uri: 'spotify:local:Some+One:An+Album:A+Song:183',
      id: null,
      type: 'track',
      is_local: true,
      name: 'A Song',
      artists: [{ name: 'Some One' }],
      duration_ms: 183_000,
    };
    const episode = {
      id: 'e1',
      uri: 'spotify:episode:e1',
      type: 'episode',
      name: 'An Episode',
      show: { name: 'A Show' },
    };
    const items = [
      rawRow(local, { is_local: true }),
      rawRow(episode),
      rawRow(rawTrack('t1')),
      rawRow(local, { is_local: true }),
      rawRow(null),
      null,
    ];
    watch.spotify.playlists = [{ id: 'mixed', name: 'Mixed', snapshot: 1, items }];
    await watch.watch();
    const names = () => watch.stored({ playlist: 'mixed' })?.map(({ name }) => name);
    expect(names()).toEqual(['A Song', 'An Episode', 'Name of t1', 'A Song', null, null]);
    expect(watch.stored({ playlist: 'mixed' })?.[1]?.artists).toEqual(['A Show']);

    // Spotify's three ways to say that something left the catalogue.
    items[1] = rawRow(null);
    items[2] = rawRow({ ...rawTrack('t1'), uri: null, id: null, name: null });
    const [playlist] = watch.spotify.playlists;
    if (playlist !== undefined) {
      playlist.snapshot = 2;
    }
    await watch.check();
    expect(names()).toEqual(['A Song', 'An Episode', 'Name of t1', 'A Song', null, null]);
    expect(await watch.changes()).toMatchObject([
      { kind: 'item-unavailable', item: { name: 'An Episode' } },
      { kind: 'item-unavailable', item: { name: 'Name of t1' } },
    ]);
  });

  it('are kept with the date that can be one, and with none where there is none', async () => {
    const dates: readonly [unknown, number | null][] = [
      ['2024-05-06T07:08:09Z', Date.UTC(2024, 4, 6, 7, 8, 9)],
      [null, null],
      ['', null],
      ['1970-01-01T00:00:00Z', null],
      ['0000-00-00T00:00:00Z', null],
      ['2024-13-45T99:99:99Z', null],
      ['9999-12-31T23:59:59Z', Date.UTC(9999, 11, 31, 23, 59, 59)],
      ['yesterday', null],
      [1_715_000_000_000, null],
      [-1e300, null],
      [{ year: 2024 }, null],
    ];
    watch.spotify.saved = dates.map(([date], index) =>
      rawRow(rawTrack(`d${index}`), { added_at: date, added_by: index % 2 === 0 ? null : 'text' }),
    );
    await watch.watch();
    const kept = () => watch.stored('saved-tracks')?.map(({ addedAtMs }) => addedAtMs);
    expect(kept()).toEqual(dates.map(([, atMs]) => atMs));
    await watch.check();
    watch.clock.jump(2 * DAY_MS);
    await watch.check();
    expect(await kinds()).toEqual([]);
  });

  it('more than a page holds are all taken', async () => {
    fill();
    const { saved } = watch.spotify;
    watch.spotify.tamper = (body, { path, offset }) =>
      path === '/me/tracks'
        ? { ...body, items: saved.slice(offset, offset + 77), limit: 77, next: null }
        : body;
    await watch.watch();
    expect(stored().saved?.map(({ uri }) => uri)).toEqual(
      Array.from({ length: 130 }, (_, index) => `spotify:track:s${index}`),
    );
  });
});

describe('titles', () => {
  const TITLES: readonly string[] = [
    'Ca\u0301fe\u0301',
    'C\u00e1f\u00e9',
    '\u202eright to left\u202c',
    'שלום עולם',
    'مرحبا\u0640\u0640',
    '👩‍👩‍👧‍👦🏳️‍🌈',
    'Z\u0351\u036b\u0343a\u0301\u0329\u0316lgo',
    '\u0000'.repeat(3),
    '𝕬𝖓𝖈𝖎𝖊𝖓𝖙 \u{10ffff}',
    '\ufeffmark\u200b\u200d\u2028\u2029',
    "'; DROP TABLE items; --",
    '<script>alert(1)</script> &amp;',
    '\t\n\r',
    ' leading and trailing ',
    'x'.repeat(10_000),
    '\u0301'.repeat(10_000),
    '',
    'İıſK',
  ];
  const shown = (titles: readonly string[]) =>
    titles.map((name, index) => rawRow(rawTrack(`t${index}`, { name, artists: [{ name }] })));
  const names = () => watch.stored('saved-tracks')?.map(({ name }) => name);

  it('are kept to the letter, and are the same with the next look', async () => {
    watch.spotify.saved = shown(TITLES);
    watch.spotify.playlists = TITLES.map((name, index) => ({
      id: `p${index}`,
      name,
      snapshot: 1,
      items: shown(TITLES),
    }));
    await watch.watch();
    // NUL ends a text in SQLite, so it goes; nobody can see it anyway.
    const kept = TITLES.map((title) => title.replaceAll('\0', ''));
    expect(names()).toEqual(kept);
    for (const playlist of watch.spotify.playlists) {
      playlist.snapshot = 2;
    }
    await watch.check();
    expect(await kinds()).toEqual([]);
  });

  it('that only look the same are two', async () => {
    watch.spotify.saved = shown(['Ca\u0301fe', 'a']);
    await watch.watch();
    watch.spotify.saved = shown(['C\u00e1fe', 'a']);
    await watch.check();
    expect(await kinds()).toEqual(['item-renamed']);
    expect(names()).toEqual(['C\u00e1fe', 'a']);
  });

  it('cut in the middle of a sign are kept with a mark, and equal themselves', async () => {
    const halves = ['\ud83d', '\ude00', 'a\ud83d\ud83d\ude00b', '\udbff\udbff'];
    watch.spotify.saved = shown(halves);
    watch.spotify.playlists = [{ id: 'p', name: halves[0], snapshot: 1, items: shown(halves) }];
    await watch.watch();
    expect(names()).toEqual(['\ufffd', '\ufffd', 'a\ufffd😀b', '\ufffd\ufffd']);
    const [playlist] = watch.spotify.playlists;
    if (playlist !== undefined) {
      playlist.snapshot = 2;
    }
    await watch.check();
    expect(await kinds()).toEqual([]);
  });
});

/** Bodies that are a whole collection, and so are to be believed where that was asked for. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  // Its rows name what they hold `item`, as those of every list do now.
  playlist_items: ['saved', 'albums'],
  saved_albums: ['albums'],
};

describe.runIf(hasRecordedPayloads)('every recorded body, as the answer to every question', () => {
  it('crashes nothing and removes nothing that was known', async () => {
    fill();
    await watch.watch();
    for (const name of recordedNames()) {
      stir();
      const known = stored();
      watch.spotify.tamper = (body, { path }) => (path === '/me' ? body : recorded(name));
      watch.clock.jump(2 * DAY_MS);
      const outcome = await watch.check();
      expect(outcome.kind, name).toMatch(/done|paused/);
      const after = stored();
      for (const list of ['saved', 'albums', 'artists', 'short', 'long'] as const) {
        if (WHOLE[name]?.includes(list) !== true) {
          expect(after[list], `${name}: ${list}`).toEqual(known[list]);
        }
      }
    }
    expect(watch.told.map(({ message }) => message)).not.toContain('A check failed.');
    watch.spotify.tamper = (body) => body;
    watch.clock.jump(15 * DAY_MS);
    await watch.check();
    expect(stored().saved).toHaveLength(130);
    expect(stored().albums).toHaveLength(70);
    expect(stored().long).toHaveLength(180);
  });
});
