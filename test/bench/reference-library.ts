import type { SampleLibrarySize } from '../../electron/sample-service/sample-service.ts';

/** The part of the reference library (blueprint §14) that the monitor reads so far. */
export const referenceLibrary: SampleLibrarySize = {
  savedTracks: 10_000,
  ownPlaylists: 200,
  followedPlaylists: 100,
  itemsPerPlaylist: 60,
};
