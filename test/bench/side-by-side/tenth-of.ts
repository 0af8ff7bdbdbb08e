import type { SampleLibrarySize } from '../../../electron/sample-service/sample-service.ts';

/** A library with a tenth of everything; its playlists are as long as before. */
export function tenthOf(library: SampleLibrarySize): SampleLibrarySize {
  const tenth = (count = 0) => Math.ceil(count / 10);
  return {
    savedTracks: tenth(library.savedTracks),
    ownPlaylists: tenth(library.ownPlaylists),
    followedPlaylists: tenth(library.followedPlaylists),
    itemsPerPlaylist: library.itemsPerPlaylist,
    savedAlbums: tenth(library.savedAlbums),
    savedShows: tenth(library.savedShows),
    savedEpisodes: tenth(library.savedEpisodes),
    savedAudiobooks: tenth(library.savedAudiobooks),
    followedArtists: tenth(library.followedArtists),
  };
}
