/**
 * Where the sample service says something else than Spotify's schema, on purpose. Each is the text
 * of a finding as `schema-check.ts` words it; the first word is the kind of item it was found in.
 */

/** The schema and a recorded body disagree, and the body wins. The test looks each one up there. */
export const RECORDED_DIFFERENCES: readonly string[] = [
  // A playlist without a cover.
  'images: must be array',
  // A file on the owner's own disk has no identity at Spotify.
  "local/album: must have required property 'total_tracks'",
  'local/album/album_type: must be string',
  'local/album/album_type: must be equal to one of the allowed values',
  'local/album/href: must be string',
  'local/album/id: must be string',
  'local/album/release_date: must be string',
  'local/album/release_date_precision: must be string',
  'local/album/release_date_precision: must be equal to one of the allowed values',
  'local/album/uri: must be string',
  'local/artists/href: must be string',
  'local/artists/id: must be string',
  'local/artists/uri: must be string',
  'local/href: must be string',
  'local/id: must be string',
  // An episode in a playlist, where no market was asked for.
  "episode: must have required property 'is_playable'",
];

/** No body was recorded with a client of today; these stand in `spotify-facts.md` §2. */
export const STATED_DIFFERENCES: readonly string[] = [
  // "Fields gone: available_markets, … publisher"; the schema requires them and calls them deprecated.
  "track/album: must have required property 'available_markets'",
  "local/album: must have required property 'available_markets'",
  "episode/show: must have required property 'available_markets'",
  "episode/show: must have required property 'publisher'",
  // "added_at (null if very old)"
  'added_at: must be string',
  // "a null item = gone from the catalogue"
  'item: must be object',
];
