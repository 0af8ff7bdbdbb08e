/**
 * The scopes that the features in use need, and no more (facts §2, §5): reading what is saved, with
 * the one that Spotify wants for saved episodes, whom the user follows, playlists with those that are
 * private or shared, and the country of the account, without which Spotify does not say what can be
 * played there. Writing is asked for when the user first restores something.
 */
export const READING_SCOPES = [
  'user-library-read',
  'user-read-playback-position',
  'user-follow-read',
  'playlist-read-private',
  'playlist-read-collaborative',
  'user-read-private',
] as const;

/** Every scope that Spotify's documentation names, for checking what a user types. */
export const KNOWN_SCOPES = [
  'app-remote-control',
  'playlist-modify-private',
  'playlist-modify-public',
  'playlist-read-collaborative',
  'playlist-read-private',
  'streaming',
  'ugc-image-upload',
  'user-follow-modify',
  'user-follow-read',
  'user-library-modify',
  'user-library-read',
  'user-modify-playback-state',
  'user-personalized',
  'user-read-currently-playing',
  'user-read-email',
  'user-read-playback-position',
  'user-read-playback-state',
  'user-read-private',
  'user-read-recently-played',
  'user-top-read',
] as const;
