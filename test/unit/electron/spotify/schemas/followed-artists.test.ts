import { describe, expect, it } from 'vitest';
import { parseFollowedArtists } from '../../../../../electron/spotify/schemas/followed-artists.ts';

const ARTIST = { uri: 'spotify:artist:1', id: '1', type: 'artist', name: 'The Harbour' };
const page = (fields: object) => ({ artists: { items: [ARTIST], total: 3, ...fields } });
const nextOf = (fields: object, cursor: string | null = null) =>
  parseFollowedArtists(page(fields), cursor)?.nextCursor;

describe('a page of followed artists', () => {
  it('is taken whole', () => {
    expect(parseFollowedArtists(page({ cursors: { after: 'c1' } }), null)).toEqual({
      entries: [
        {
          uri: 'spotify:artist:1',
          kind: 'artist',
          name: 'The Harbour',
          artists: [],
          album: null,
          durationMs: null,
          isrc: null,
          imageUrl: null,
          availability: 'unknown',
        },
      ],
      total: 3,
      nextCursor: 'c1',
      dropped: 0,
    });
  });

  it.each<[string, object, string | null]>([
    ['its cursor', { cursors: { after: 'c' }, next: 'http://h/?after=other' }, 'c'],
    [
      'the address of the next page',
      { next: 'http://h/p?type=artist&after=c%20d&limit=50' },
      'c d',
    ],
    [
      'that address where the cursor is null',
      { cursors: { after: null }, next: '/p?after=c' },
      'c',
    ],
    ['nothing at the end', { cursors: { after: null }, next: null }, null],
    ['nothing without both', {}, null],
    ['nothing where the cursor is empty', { cursors: { after: '' }, next: '?after=' }, null],
    ['nothing where the address has no cursor', { next: 'http://h/p?type=artist' }, null],
    ['nothing where the address is none', { next: 'after=c' }, null],
  ])('goes on with %s', (_what, fields, cursor) => {
    expect(nextOf(fields)).toBe(cursor);
  });

  it.each<[string, object]>([
    ['its cursor', { cursors: { after: 'c1' } }],
    ['the address', { next: '/p?after=c1' }],
  ])('that leads to itself by %s is no page', (_what, fields) => {
    expect(nextOf(fields, 'c0')).toBe('c1');
    expect(parseFollowedArtists(page(fields), 'c1')).toBeNull();
  });

  it('counts what is no artist, and a null among them', () => {
    const items = [null, ARTIST, 'x', {}, { ...ARTIST, uri: null }];
    const parsed = parseFollowedArtists(page({ items }), null);
    expect(parsed?.entries.map(({ uri }) => uri)).toEqual(['spotify:artist:1', 'spotify:artist:1']);
    expect(parsed?.dropped).toBe(3);
  });

  it.each([undefined, null, '3', -1, 1.5])('does not know its total from %s', (total) => {
    expect(parseFollowedArtists(page({ total }), null)?.total).toBeNull();
  });

  it.each<[string, unknown]>([
    ['no rows', { artists: { total: 3 } }],
    ['rows that are no list', { artists: { items: {} } }],
    ['nothing under `artists`', { artists: null }],
    ['rows at the top', { items: [ARTIST], total: 1 }],
    ['nothing', null],
  ])('is none with %s', (_what, body) => {
    expect(parseFollowedArtists(body, null)).toBeNull();
  });
});
