/**
 * The scopes that the features in use need, and no more (facts §2, §5): reading saved tracks,
 * reading playlists with those that are private or shared, and the country of the account, without
 * which Spotify does not say what can be played there. Writing is asked for when the user first
 * restores something.
 */
export const READING_SCOPES = [
  'user-library-read',
  'playlist-read-private',
  'playlist-read-collaborative',
  'user-read-private',
] as const;
