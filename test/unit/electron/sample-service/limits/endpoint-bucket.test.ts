import { expect, it } from 'vitest';
import { endpointBucketOf } from '../../../../../electron/sample-service/limits/endpoint-bucket.ts';

it.each([
  ['/me', 'profile'],
  ['/me/tracks', 'library'],
  ['/me/following', 'library'],
  ['/me/library/contains', 'library'],
  ['/me/playlists', 'playlists'],
  ['/playlists/abc', 'playlists'],
  ['/playlists/abc/items', 'playlist-items'],
  ['/tracks/abc', 'catalogue'],
  ['/artists/abc/albums', 'catalogue'],
  ['/search', 'catalogue'],
])('%s is counted as %s', (path, bucket) => {
  expect(endpointBucketOf(path)).toBe(bucket);
});
