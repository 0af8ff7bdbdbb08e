/** The name under which the saved tracks are shown; Spotify gives that list none. */
export const SAVED_TRACKS_NAME = 'Liked Songs';
/** Never shown: the list of playlists itself. */
export const PLAYLISTS_LIST_NAME = 'Playlists';
