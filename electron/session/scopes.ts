/**
 * The scopes that the features in use need, and no more (facts §2, §5): reading saved tracks, and
 * reading playlists with those that are private or shared. Writing is asked for when the user first
 * restores something.
 */
export const READING_SCOPES = [
  'user-library-read',
  'playlist-read-private',
  'playlist-read-collaborative',
] as const;
