import type { ApiClient } from '../api-client.ts';
import type { SpotifyApi } from '../spotify-api.ts';
import { readArtistReleases } from './artist-releases.ts';
import { readFollowedArtists } from './followed-artists.ts';
import { readItem } from './item.ts';
import { readLibraryContains } from './library-contains.ts';
import { readPlaylist } from './playlist.ts';
import { readPlaylistItems } from './playlist-items.ts';
import { readPlaylists } from './playlists.ts';
import { readProfile } from './profile.ts';
import { readSavedList } from './saved-lists.ts';

/** What can be read of Spotify: every member costs requests, and nothing else of the API does. */
export type SpotifyResources = Pick<
  SpotifyApi,
  | 'profile'
  | 'profileOf'
  | 'savedTracks'
  | 'savedAlbums'
  | 'savedShows'
  | 'savedEpisodes'
  | 'savedAudiobooks'
  | 'followedArtists'
  | 'playlists'
  | 'playlist'
  | 'playlistItems'
  | 'item'
  | 'libraryContains'
  | 'artistReleases'
>;

export function createResources(client: ApiClient): SpotifyResources {
  return {
    profile: (options) => readProfile(client, options),
    profileOf: (token, options) => readProfile(client, { ...options, token }),
    savedTracks: (request) => readSavedList(client, 'tracks', request),
    savedAlbums: (request) => readSavedList(client, 'albums', request),
    savedShows: (request) => readSavedList(client, 'shows', request),
    savedEpisodes: (request) => readSavedList(client, 'episodes', request),
    savedAudiobooks: (request) => readSavedList(client, 'audiobooks', request),
    followedArtists: (request) => readFollowedArtists(client, request),
    playlists: (request) => readPlaylists(client, request),
    playlist: (id, request) => readPlaylist(client, id, request),
    playlistItems: (id, request) => readPlaylistItems(client, id, request),
    item: (kind, id, request) => readItem(client, kind, id, request),
    libraryContains: (uris, options) => readLibraryContains(client, uris, options),
    artistReleases: (id, request) => readArtistReleases(client, id, request),
  };
}
