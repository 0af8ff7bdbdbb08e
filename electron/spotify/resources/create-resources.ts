import type { Logger } from '../../../shared/logger.ts';
import type { ApiClient } from '../api-client.ts';
import type { PageRequest, SpotifyApi } from '../spotify-api.ts';
import { readArtistReleases } from './artist-releases.ts';
import { readFollowedArtists } from './followed-artists.ts';
import { readItem } from './item.ts';
import { readLibraryContains } from './library-contains.ts';
import { noteDropped } from './note-dropped.ts';
import { readPlaylist } from './playlist.ts';
import { readPlaylistItems } from './playlist-items.ts';
import { readPlaylists } from './playlists.ts';
import { readProfile } from './profile.ts';
import { readSavedList, type SavedList } from './saved-lists.ts';

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

export function createResources(client: ApiClient, logger: Logger): SpotifyResources {
  const noted = noteDropped(logger);
  const saved = (list: SavedList) => (request: PageRequest) =>
    noted(`saved ${list}`, readSavedList(client, list, request));
  return {
    profile: (options) => readProfile(client, options),
    profileOf: (token, options) => readProfile(client, { ...options, token }),
    savedTracks: saved('tracks'),
    savedAlbums: saved('albums'),
    savedShows: saved('shows'),
    savedEpisodes: saved('episodes'),
    savedAudiobooks: saved('audiobooks'),
    followedArtists: (request) => noted('followed artists', readFollowedArtists(client, request)),
    playlists: (request) => noted('playlists', readPlaylists(client, request)),
    playlist: (id, request) => noted('a playlist', readPlaylist(client, id, request)),
    playlistItems: (id, request) => noted('a playlist', readPlaylistItems(client, id, request)),
    item: (kind, id, request) => readItem(client, kind, id, request),
    libraryContains: (uris, options) => readLibraryContains(client, uris, options),
    artistReleases: (id, request) => noted('releases', readArtistReleases(client, id, request)),
  };
}
