import { describe, expect, it } from 'vitest';
import { parseArtistRelease } from '../../../../../electron/spotify/schemas/artist-release.ts';

const RELEASE = {
  uri: 'spotify:album:1',
  id: '1',
  type: 'album',
  name: 'Evening Ferry',
  album_type: 'single',
  artists: [{ name: 'The Harbour' }],
  release_date: '2026-03-14',
  total_tracks: 3,
  images: [{ url: 'https://i.scdn.co/image/1', width: 300 }],
};

describe('a release of an artist', () => {
  it('is taken whole', () => {
    expect(parseArtistRelease(RELEASE)).toEqual({
      uri: 'spotify:album:1',
      name: 'Evening Ferry',
      kind: 'single',
      artists: ['The Harbour'],
      releaseDate: '2026-03-14',
      itemsTotal: 3,
      imageUrl: 'https://i.scdn.co/image/1',
    });
  });

  it.each([
    [{ album_group: 'appears_on', album_type: 'album' }, 'appears-on'],
    [{ album_group: 'compilation', album_type: 'album' }, 'compilation'],
    [{ album_group: null, album_type: 'ALBUM' }, 'album'],
    [{ album_group: 'of a kind to come', album_type: 'compilation' }, 'compilation'],
    [{ album_type: 'ep' }, 'unknown'],
    [{ album_type: undefined }, 'unknown'],
    [{ album_type: 'constructor' }, 'unknown'],
  ])('with %o is of the kind %s', (fields, kind) => {
    expect(parseArtistRelease({ ...RELEASE, ...fields })?.kind).toBe(kind);
  });

  it.each([
    ['2026', '2026'],
    ['2026-03', '2026-03'],
    ['0000', null],
    ['0000-00-00', null],
    ['next year', null],
    ['2026-03-14T00:00:00Z', null],
    ['', null],
    [2026, null],
    [undefined, null],
  ])('of the date %s is dated %s', (release_date, expected) => {
    expect(parseArtistRelease({ ...RELEASE, release_date })?.releaseDate).toBe(expected);
  });

  it('with nothing but a URI is still a release', () => {
    expect(parseArtistRelease({ uri: 'spotify:album:1' })).toEqual({
      uri: 'spotify:album:1',
      name: '',
      kind: 'unknown',
      artists: [],
      releaseDate: null,
      itemsTotal: null,
      imageUrl: null,
    });
  });

  it.each([null, 'x', {}, { name: 'Nameless' }])('is not %o', (value) => {
    expect(parseArtistRelease(value)).toBeNull();
  });
});
