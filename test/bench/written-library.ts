import {
  albumTitle,
  artistName,
  trackTitle,
} from '../../electron/sample-service/catalogue/names.ts';
import { intBelow, seededRandom } from '../../electron/sample-service/catalogue/seeded-random.ts';
import type { ItemMetadata } from '../../electron/storage/items.ts';
import type { Database } from '../../electron/storage/sqlite.ts';
import type { ManualClock } from '../doubles/manual-clock.ts';
import { WrittenHistory } from '../harness/written-history.ts';

export interface WrittenLibrarySize {
  readonly rows: number;
  /** The picture of an item; null for none. */
  readonly imageUrl?: (index: number) => string | null;
}

/**
 * Saved tracks as the monitor writes them, of invented artists: each fiftieth is the same, each
 * twentieth is unavailable.
 */
export async function writeLibrary(
  database: Database,
  clock: ManualClock,
  { rows, imageUrl = () => null }: WrittenLibrarySize,
): Promise<WrittenHistory> {
  const random = seededRandom(7);
  const albums = Array.from({ length: rows / 8 }, () => ({
    artists: [artistName(random)],
    album: albumTitle(random),
  }));
  let described = 0;
  const describeItem = (uri: string): ItemMetadata => {
    described += 1;
    return {
      uri,
      kind: 'track',
      name: trackTitle(random),
      artists: [],
      album: null,
      ...albums[intBelow(albums.length, random)],
      durationMs: 60_000 + intBelow(400_000, random),
      isrc: null,
      imageUrl: imageUrl(described),
    };
  };
  const written = new WrittenHistory(database, 'me', clock, describeItem);
  const shown = Array.from({ length: rows }, (_, index) => ({
    uri: `spotify:track:${index % 50 === 0 ? 0 : index}`,
    addedAtMs: 1_500_000_000_000 + intBelow(1_000_000_000, random),
    addedBy: null,
    availability: index % 20 === 0 ? ('unavailable' as const) : ('available' as const),
  }));
  await written.show(written.savedTracks(), shown);
  return written;
}
