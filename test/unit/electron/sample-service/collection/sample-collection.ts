import { SampleCatalogue } from '../../../../../electron/sample-service/catalogue/sample-catalogue.ts';
import { generateLibrary } from '../../../../../electron/sample-service/collection/generate-library.ts';
import { LibraryState } from '../../../../../electron/sample-service/collection/library-state.ts';
import type { SampleLibrarySize } from '../../../../../electron/sample-service/sample-service.ts';

export const NOW_MS = Date.UTC(2026, 10, 1, 12);
export const SMALL: SampleLibrarySize = {
  savedTracks: 120,
  ownPlaylists: 8,
  followedPlaylists: 4,
  itemsPerPlaylist: 20,
};
export const WITH_COLLECTIONS: SampleLibrarySize = {
  ...SMALL,
  savedAlbums: 90,
  savedShows: 12,
  savedEpisodes: 40,
  savedAudiobooks: 5,
  followedArtists: 60,
};

export function sampleCollection(seed = 7, size = SMALL, nowMs = NOW_MS): LibraryState {
  const catalogue = new SampleCatalogue(seed, 100, 2025);
  return new LibraryState({
    ...generateLibrary({ seed, size, catalogue, newestMs: nowMs }),
    seed,
    catalogue,
    nowMs: () => nowMs,
  });
}
