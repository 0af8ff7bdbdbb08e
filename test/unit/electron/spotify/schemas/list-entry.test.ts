import { describe, expect, it } from 'vitest';
import type { CatalogueItem, ListEntry } from '../../../../../electron/spotify/catalogue.ts';
import { parseItemAskedFor } from '../../../../../electron/spotify/schemas/catalogue-item.ts';
import {
  parseAudiobookEntry,
  parseEntryOf,
  parseListEntry,
} from '../../../../../electron/spotify/schemas/list-entry.ts';
import { parseTimestamp } from '../../../../../electron/spotify/schemas/timestamp.ts';

const TRACK = {
  uri: 'spotify:track:0000000000000000000001',
  id: '0000000000000000000001',
  type: 'track',
  name: 'Paper Lanterns',
  artists: [{ name: 'The Harbour' }, { name: 'Mira Vale' }],
  album: {
    name: 'Evening Ferry',
    images: [
      { url: 'https://i.scdn.co/image/large', width: 640 },
      { url: 'https://i.scdn.co/image/middle', width: 300 },
      { url: 'https://i.scdn.co/image/small', width: 64 },
    ],
  },
  duration_ms: 201_000,
  external_ids: { isrc: 'NLA320000001' },
  is_playable: true,
};

const item = (raw: unknown): CatalogueItem | null =>
  parseListEntry({ added_at: null, item: raw })?.item ?? null;

describe('a row of a list', () => {
  it('is taken whole', () => {
    const row = {
      added_at: '2026-03-04T05:06:07Z',
      added_by: { id: 'listener' },
      is_local: false,
      item: TRACK,
    };
    expect(parseListEntry(row)).toEqual<ListEntry>({
      addedAtMs: Date.UTC(2026, 2, 4, 5, 6, 7),
      addedBy: 'listener',
      item: {
        uri: 'spotify:track:0000000000000000000001',
        kind: 'track',
        name: 'Paper Lanterns',
        artists: ['The Harbour', 'Mira Vale'],
        album: 'Evening Ferry',
        durationMs: 201_000,
        isrc: 'NLA320000001',
        imageUrl: 'https://i.scdn.co/image/middle',
        availability: 'available',
      },
    });
  });

  it('is read from the old field where there is no new one', () => {
    expect(parseListEntry({ added_at: null, track: TRACK })?.item?.name).toBe('Paper Lanterns');
  });

  it('is read from the new field where there are both', () => {
    const row = { added_at: null, item: TRACK, track: { ...TRACK, name: 'Old' } };
    expect(parseListEntry(row)?.item?.name).toBe('Paper Lanterns');
  });

  it('is read from the old field where the new one is null', () => {
    expect(parseListEntry({ item: null, track: TRACK })?.item?.name).toBe('Paper Lanterns');
  });

  it.each([
    ['item', { added_at: '2020-01-01T00:00:00Z', added_by: { id: 'a' }, item: null }],
    ['track', { added_at: '2020-01-01T00:00:00Z', added_by: { id: 'a' }, track: null }],
    ['both', { added_at: '2020-01-01T00:00:00Z', added_by: { id: 'a' }, item: null, track: null }],
  ])('keeps its place and dates when %s is null', (_which, row) => {
    expect(parseListEntry(row)).toEqual({
      addedAtMs: Date.UTC(2020, 0, 1),
      addedBy: 'a',
      item: null,
    });
  });

  it('keeps its place when the whole row is null', () => {
    expect(parseListEntry(null)).toEqual({ addedAtMs: null, addedBy: null, item: null });
  });

  it.each<[string, unknown]>([
    ['a row without any item field', { added_at: '2020-01-01T00:00:00Z' }],
    ['an item without URI and id', { item: { ...TRACK, uri: null, id: null } }],
    ['an item that is a text', { item: 'spotify:track:1' }],
    ['a row that is a text', 'row'],
    ['a row that is missing', undefined],
  ])('does not guess at %s', (_what, row) => {
    expect(parseListEntry(row)).toBeNull();
  });

  it.each([
    ['missing', undefined],
    ['null', null],
    ['a word', 'yesterday'],
    ['a number', 1_700_000_000],
    ['an impossible date', '2026-13-45T00:00:00Z'],
    ['the epoch', '1970-01-01T00:00:00Z'],
  ])('has no date when added_at is %s', (_what, added_at) => {
    expect(parseListEntry({ added_at, item: TRACK })?.addedAtMs).toBeNull();
  });
});

const SHELL = { uri: null, id: null, name: null, type: 'episode', images: [] };

describe('a row of which only a shell is left', () => {
  const added_at = '2024-06-07T15:08:30Z';

  it.each(['track', 'album', 'show', 'episode'] as const)('keeps its place as a %s', (field) => {
    const gone = { addedAtMs: Date.UTC(2024, 5, 7, 15, 8, 30), addedBy: null, item: null };
    expect(parseEntryOf(field)({ added_at, [field]: SHELL })).toEqual(gone);
    expect(parseEntryOf(field)({ added_at, item: SHELL })).toEqual(gone);
  });

  it.each([
    ['a name', { ...SHELL, name: 'Night Radio' }],
    ['no word on its URI', { id: null, name: null }],
    ['no word on its name', { uri: null, id: null }],
    ['a URI of another type', { ...SHELL, uri: 7 }],
  ])('is not understood with %s', (_what, episode) => {
    expect(parseEntryOf('episode')({ added_at, episode })).toBeNull();
  });
});

describe('a row of another list', () => {
  const ALBUM = {
    uri: 'spotify:album:1',
    type: 'album',
    name: 'Evening Ferry',
    artists: [{ name: 'The Harbour' }],
    external_ids: { upc: '195916707034' },
  };

  it.each([
    ['album', ALBUM, 'album', ['The Harbour']],
    ['show', { uri: 'spotify:show:1', name: 'N', publisher: 'Radio 5' }, 'show', ['Radio 5']],
    ['show', { uri: 'spotify:show:1', name: 'N' }, 'show', []],
    ['episode', { uri: 'spotify:episode:1', show: { name: 'S' } }, 'episode', ['S']],
  ] as const)('is read as a %s', (field, raw, kind, artists) => {
    const row = { added_at: '2020-01-01T00:00:00Z', [field]: raw };
    const expected = { addedAtMs: Date.UTC(2020, 0), item: { uri: raw.uri, kind, artists } };
    expect(parseEntryOf(field)(row)).toMatchObject(expected);
    expect(parseEntryOf(field)({ ...row, [field]: undefined, item: raw })).toMatchObject(expected);
    expect(parseListEntry(row)).toBeNull();
  });

  it('keeps its place when it is null', () => {
    expect(parseEntryOf('album')(null)).toEqual({ addedAtMs: null, addedBy: null, item: null });
  });
});

describe('a saved audiobook', () => {
  const BOOK = {
    uri: 'spotify:show:1',
    id: '1',
    type: 'audiobook',
    name: 'The Ferry',
    authors: [{ name: 'Mira Vale' }, { name: 'Ola Brandt' }],
    artists: [{ name: 'Not the author' }],
    publisher: 'Harbour Press',
  };
  const item = { uri: 'spotify:show:1', kind: 'audiobook', artists: ['Mira Vale', 'Ola Brandt'] };

  it('is bare, and without a date', () => {
    expect(parseAudiobookEntry(BOOK)).toMatchObject({ addedAtMs: null, addedBy: null, item });
  });

  it('is taken from a row like those of the other lists too', () => {
    const row = { added_at: '2020-01-01T00:00:00Z', audiobook: BOOK };
    expect(parseAudiobookEntry(row)).toMatchObject({ addedAtMs: Date.UTC(2020, 0), item });
  });

  it('has no makers where no author is named', () => {
    expect(parseAudiobookEntry({ ...BOOK, authors: null })?.item?.artists).toEqual([]);
  });

  it.each([null, SHELL, { added_at: null, audiobook: null }])('keeps its place as %o', (row) => {
    expect(parseAudiobookEntry(row)).toEqual({ addedAtMs: null, addedBy: null, item: null });
  });

  it.each([{}, 'row', 7, { name: 'The Ferry' }])('is not understood as %o', (row) => {
    expect(parseAudiobookEntry(row)).toBeNull();
  });
});

describe('one object that was asked for', () => {
  it('is it, also where Spotify shows a stand-in and does not say so', () => {
    const standIn = { ...TRACK, uri: 'spotify:track:9', id: '9' };
    expect(parseItemAskedFor(standIn, 'track', '1')).toMatchObject({
      uri: 'spotify:track:1',
      kind: 'track',
      name: 'Paper Lanterns',
    });
  });

  it.each([
    ['audiobook', 'spotify:show:1', 'spotify:show:1'],
    ['audiobook', 'spotify:audiobook:1', 'spotify:audiobook:1'],
    ['audiobook', 'spotify:show:9', 'spotify:show:1'],
    ['show', 'spotify:show:1', 'spotify:show:1'],
    ['artist', 'spotify:artist:1', 'spotify:artist:1'],
  ] as const)('of the kind %s with %s is %s', (kind, uri, expected) => {
    expect(parseItemAskedFor({ uri }, kind, '1')).toMatchObject({ kind, uri: expected });
  });

  it.each([null, SHELL, {}, []])('is not %o', (body) => {
    expect(parseItemAskedFor(body, 'episode', '1')).toBeNull();
  });
});

it('a date may have fractions and an offset', () => {
  expect(parseTimestamp('2026-01-01T02:00:00.5+02:00')).toBe(Date.UTC(2026, 0, 1, 0, 0, 0, 500));
});

describe('an item', () => {
  it.each([
    ['is_playable true', { is_playable: true }, 'available'],
    ['is_playable false', { is_playable: false }, 'unavailable'],
    [
      'a restriction',
      { is_playable: undefined, restrictions: { reason: 'market' } },
      'unavailable',
    ],
    ['an empty restriction', { is_playable: undefined, restrictions: {} }, 'unknown'],
    ['neither', { is_playable: undefined }, 'unknown'],
    ['is_playable null', { is_playable: null }, 'unknown'],
    ['a text in is_playable', { is_playable: 'no' }, 'unknown'],
  ])('with %s is %s', (_what, fields, expected) => {
    expect(item({ ...TRACK, ...fields })?.availability).toBe(expected);
  });

  it.each([
    ['no restriction', {}, 'available'],
    ['an empty restriction', { restrictions: {} }, 'available'],
    ['a restriction', { restrictions: { reason: 'market' } }, 'unavailable'],
    ['is_playable false', { is_playable: false }, 'unavailable'],
    ['neither that nor a name', { name: '' }, 'unknown'],
  ])('that is an album with %s is %s', (_what, fields, expected) => {
    const album = { uri: 'spotify:album:1', id: '1', type: 'album', name: 'Tides', ...fields };
    expect(item(album)?.availability).toBe(expected);
  });

  it('that is a local file has a URI but no id', () => {
    const local = item({
      uri: 'spotify:local:The+Harbour:Demos:Rehearsal:182',
      id: null,
      type: 'track',
      is_local: true,
      name: 'Rehearsal',
      artists: [{ name: 'The Harbour', uri: null }],
      album: { name: 'Demos', images: [], uri: null },
      duration_ms: 182_000,
    });
    expect(local).toEqual({
      uri: 'spotify:local:The+Harbour:Demos:Rehearsal:182',
      kind: 'local',
      name: 'Rehearsal',
      artists: ['The Harbour'],
      album: 'Demos',
      durationMs: 182_000,
      isrc: null,
      imageUrl: null,
      availability: 'unknown',
    });
  });

  it('that is an episode names its show as the artist', () => {
    const episode = item({
      uri: 'spotify:episode:0000000000000000000002',
      type: 'episode',
      name: 'Episode 12',
      images: [{ url: 'https://i.scdn.co/image/episode', width: 300 }],
      show: { name: 'Night Radio', images: [] },
    });
    expect(episode).toMatchObject({
      kind: 'episode',
      artists: ['Night Radio'],
      album: null,
      imageUrl: 'https://i.scdn.co/image/episode',
    });
  });

  it('of a kind to come is kept as unknown', () => {
    expect(item({ uri: 'spotify:chapter:1', name: 'One' })?.kind).toBe('unknown');
  });

  it('without a URI gets it from type and id', () => {
    expect(item({ ...TRACK, uri: null })?.uri).toBe(TRACK.uri);
  });

  it('keeps the identity it has in the list when Spotify shows a stand-in', () => {
    const linked_from = { uri: 'spotify:track:0000000000000000000009' };
    expect(item({ ...TRACK, linked_from })?.uri).toBe(linked_from.uri);
  });

  it('with nothing but a URI is still an item', () => {
    expect(item({ uri: 'spotify:track:1' })).toEqual({
      uri: 'spotify:track:1',
      kind: 'track',
      name: '',
      artists: [],
      album: null,
      durationMs: null,
      isrc: null,
      imageUrl: null,
      availability: 'unknown',
    });
  });

  it.each([
    [
      'the first where no width is known',
      [{ url: 'https://a/1', width: null }, { url: 'https://a/2' }],
      'https://a/1',
    ],
    ['the first where all are small', [{ url: 'https://a/1', width: 64 }], 'https://a/1'],
    ['none where the address is no web address', [{ url: 'javascript:alert(1)' }], null],
    ['none where there is none', [], null],
    ['the first usable one', [null, 7, { url: 5 }, { url: 'https://a/3' }], 'https://a/3'],
  ])('shows %s', (_what, images, expected) => {
    expect(item({ ...TRACK, album: { name: 'A', images } })?.imageUrl).toBe(expected);
  });
});
