import type { SampleService } from '../../../../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../../../../electron/sample-service/start-sample-service.ts';
import type { Clock } from '../../../../../shared/clock.ts';

/** Its first pass takes more than 300 requests. */
const LIBRARY = {
  savedTracks: 2_500,
  ownPlaylists: 200,
  followedPlaylists: 50,
  itemsPerPlaylist: 25,
};
/** Each takes several pages, and a look at its snapshot at the end. */
const LONG_PLAYLISTS = [110, 150, 190, 240, 310];

export async function startLargeService(clock: Clock, seed: number): Promise<SampleService> {
  const service = await startSampleService({ clock, seed, redirectUris: [], library: LIBRARY });
  const { library } = service;
  for (const count of LONG_PLAYLISTS) {
    library.createPlaylist({ name: `Long ${count}`, uris: library.newTrackUris(count) });
  }
  return service;
}
