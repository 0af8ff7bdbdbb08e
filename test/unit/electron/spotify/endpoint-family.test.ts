import { expect, it } from 'vitest';
import { endpointFamily } from '../../../../electron/spotify/endpoint-family.ts';

it.each([
  ['/me', 'profile'],
  ['/me/tracks', 'library'],
  ['/me/albums', 'library'],
  ['/me/following', 'library'],
  ['/me/library/contains', 'library'],
  ['/tracks/11dFghVXANMlKmJXsNCbNl', 'catalogue'],
  ['/artists/0TnOYISbd1XYRBk9myaseg/albums', 'catalogue'],
  ['/audiobooks/7iHfbu1YPACw6oZPAFJtqe', 'catalogue'],
  ['/me/playlists', 'playlists'],
  ['/playlists/37i9dQZF1DX0SM0LYsmbMT', 'playlists'],
  ['/playlists/37i9dQZF1DX0SM0LYsmbMT/items', 'playlist-items'],
  ['/playlists/items/items', 'playlist-items'],
] as const)('%s is counted as %s', (path, family) => {
  expect(endpointFamily(path)).toBe(family);
});
