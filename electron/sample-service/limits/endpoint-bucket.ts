/** The groups in which requests are counted against the daily quota (facts §3: "buckets"). */
export type EndpointBucket = 'profile' | 'library' | 'playlists' | 'playlist-items' | 'catalogue';

/** `path`: what follows `/v1`. Which endpoints share a bucket at Spotify is not known. */
export function endpointBucketOf(path: string): EndpointBucket {
  if (path === '/me') {
    return 'profile';
  }
  if (/^\/playlists\/[^/]+\/(items|tracks)$/.test(path)) {
    return 'playlist-items';
  }
  if (path === '/me/playlists' || path.startsWith('/playlists/')) {
    return 'playlists';
  }
  return path.startsWith('/me/') ? 'library' : 'catalogue';
}
