import { expect, it } from 'vitest';
import { coverOf } from '../../../../electron/library/cover.ts';

const picture = '0123456789abcdef01234567';
const album = 'ab67616d00001e020123456789abcdef01234567';

it.each([
  [
    'a picture of the user’s own',
    `https://i.scdn.co/image/ab67706c0000da84${picture}`,
    `own ${picture}`,
  ],
  [
    'the same in another size from another host',
    `https://image-cdn-ak.spotifycdn.com/image/ab67706c0000bebb${picture}`,
    `own ${picture}`,
  ],
  ['a mosaic', `https://mosaic.scdn.co/300/${album.repeat(4)}`, 'made-by-spotify'],
  ['an album’s picture', `https://i.scdn.co/image/${album}`, 'made-by-spotify'],
  ['a picture of Spotify’s editors', `https://i.scdn.co/image/ab67706f00000002${picture}`, null],
  ['an address of another form', 'https://example.test/image/7', null],
  ['no picture', null, null],
])('knows %s', (_, url, cover) => {
  expect(coverOf(url)).toBe(cover);
});
