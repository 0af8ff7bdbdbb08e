import type { SampleLibrarySize } from '../../electron/sample-service/sample-service.ts';

/** The reference library of blueprint §14. */
export const referenceLibrary: SampleLibrarySize = {
  savedTracks: 10_000,
  ownPlaylists: 200,
  followedPlaylists: 100,
  itemsPerPlaylist: 60,
  savedAlbums: 500,
  savedShows: 50,
  savedEpisodes: 200,
  followedArtists: 300,
};
