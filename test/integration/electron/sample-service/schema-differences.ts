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
  // A saved album that is gone: the whole entry is null.
  'row: must be object',
  // A saved episode that is gone: an object in which all is null.
  'episode/description: must be string',
  'episode/duration_ms: must be integer',
  'episode/html_description: must be string',
  'episode/id: must be string',
  'episode/is_externally_hosted: must be boolean',
  'episode/language: must be string',
  'episode/languages: must be string',
  'episode/name: must be string',
  'episode/resume_point/resume_position_ms: must be integer',
  'episode/show/copyrights: must be array',
  'episode/show/description: must be string',
  'episode/show/html_description: must be string',
  'episode/show/id: must be string',
  'episode/show/is_externally_hosted: must be boolean',
  'episode/show/languages: must be string',
  'episode/show/media_type: must be string',
  'episode/show/name: must be string',
  'episode/show/publisher: must be string',
  'episode/show/total_episodes: must be integer',
  'episode/show/uri: must be string',
  'episode/uri: must be string',
  // A chapter of an audiobook.
  "chapters: must have required property 'is_playable'",
  'chapters/type: must be equal to one of the allowed values',
];

/** No body was recorded with a client of today; these stand in `spotify-facts.md` §2. */
export const STATED_DIFFERENCES: readonly string[] = [
  // "Fields gone: available_markets, popularity, … label, publisher"; the schema requires them and
  // calls them deprecated.
  "album: must have required property 'available_markets'",
  "album: must have required property 'label'",
  "album: must have required property 'popularity'",
  "show: must have required property 'available_markets'",
  "show: must have required property 'publisher'",
  "audiobook: must have required property 'available_markets'",
  "audiobook: must have required property 'publisher'",
  "track/album: must have required property 'available_markets'",
  "local/album: must have required property 'available_markets'",
  "episode/show: must have required property 'available_markets'",
  "episode/show: must have required property 'publisher'",
  // "added_at (null if very old)"
  'added_at: must be string',
  // "a null item = gone from the catalogue"
  'item: must be object',
];

/** Neither recorded nor stated. The last page of a list by cursor ends as those by offset do. */
export const INFERRED_DIFFERENCES: readonly string[] = [
  'artists/next: must be string',
  'artists/cursors/after: must be string',
];
