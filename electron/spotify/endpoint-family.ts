import type { EndpointFamily } from './ledger-store.ts';

/**
 * Which daily bucket a request is counted in. How Spotify cuts its buckets is not published; these
 * follow the grouping that users report (facts §3).
 *
 * @param path below the API's base address: `/me/tracks`
 */
export function endpointFamily(path: string): EndpointFamily {
  if (path === '/me') {
    return 'profile';
  }
  if (/^\/playlists\/[^/]+\/items$/.test(path)) {
    return 'playlist-items';
  }
  if (path === '/me/playlists' || path.startsWith('/playlists/')) {
    return 'playlists';
  }
  // Whatever is not below one's own profile is an object of the catalogue.
  return path.startsWith('/me/') ? 'library' : 'catalogue';
}
