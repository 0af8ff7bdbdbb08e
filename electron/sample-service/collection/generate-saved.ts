import { episodeIndexOf, type ItemRef, refOf } from '../catalogue/item-ref.ts';
import type { SampleCatalogue } from '../catalogue/sample-catalogue.ts';
import { hash32, intBelow, type Random, seededRandom } from '../catalogue/seeded-random.ts';
import type { SampleLibrarySize } from '../sample-service.ts';
import { addedAtMs } from './added-at.ts';
import type { SavedEntry } from './saved-list.ts';

/** Episodes in playlists come from as many shows, whatever is saved. */
export const FEWEST_SHOWS = 7;
/** From so many on, a list has one of each oddity of a recorded one. */
const ODDITIES_FROM = 10;
/** Newest episodes of a show that may be saved; fewer than any show has. */
const SAVED_OF_A_SHOW = 250;

export interface GenerateSavedOptions {
  readonly seed: number;
  readonly size: SampleLibrarySize;
  readonly catalogue: SampleCatalogue;
  readonly newestMs: number;
  /** Albums that anything can come from. */
  readonly albumCount: number;
}

/** What is saved and followed besides tracks, each in the service's order. */
export interface SavedContents {
  readonly albums: SavedEntry[];
  readonly shows: SavedEntry[];
  readonly episodes: SavedEntry[];
  readonly audiobooks: SavedEntry[];
  readonly artists: SavedEntry[];
  /** Shows that episodes come from. */
  readonly showCount: number;
  readonly unplayable: readonly ItemRef[];
  readonly withdrawn: readonly ItemRef[];
}

export function generateSaved(options: GenerateSavedOptions): SavedContents {
  const { seed, size, catalogue, newestMs } = options;
  const { savedAlbums = 0, savedShows = 0, savedEpisodes = 0 } = size;
  const { savedAudiobooks = 0, followedArtists = 0 } = size;
  const random = seededRandom(hash32(seed, 17));
  const dated = (refs: readonly ItemRef[]): SavedEntry[] =>
    refs.map((ref, at) => ({ ref, addedAtMs: addedAtMs(at, refs.length, newestMs, random) }));

  const albums = dated(
    distinct(savedAlbums, options.albumCount, random).map((index) => refOf('album', index)),
  );
  disorder(albums, random);
  const showCount = Math.max(
    FEWEST_SHOWS,
    Math.ceil(savedShows * 1.4),
    Math.ceil(savedEpisodes / SAVED_OF_A_SHOW),
  );
  const shows = dated(distinct(savedShows, showCount, random).map((index) => refOf('show', index)));
  const episodes = dated(
    Array.from({ length: savedEpisodes }, (_, nth) => nthNewestEpisode(nth, showCount, catalogue)),
  );
  const undated = (ref: ItemRef): SavedEntry => ({ ref, addedAtMs: null });
  return {
    albums,
    shows,
    episodes,
    audiobooks: Array.from({ length: savedAudiobooks }, (_, nth) =>
      undated(refOf('audiobook', nth)),
    ),
    artists: distinct(followedArtists, Math.max(catalogue.artistCount, followedArtists), random)
      .map((index) => refOf('artist', index))
      .map((ref) => ({ ref, key: followKey(seed, ref) }))
      .sort((a, b) => a.key - b.key)
      .map(({ ref }) => undated(ref)),
    showCount,
    unplayable: [...albums, ...episodes].filter(() => random() < 0.015).map(({ ref }) => ref),
    withdrawn: [albums, episodes].flatMap((entries) => oneGone(entries)),
  };
}

/**
 * The place of an artist in the list of those who are followed: no order that a client could know,
 * and the same whatever else is followed, so that a cursor leads on also when its artist is gone.
 */
export function followKey(seed: number, ref: ItemRef): number {
  // The index in the lower bits: two artists never share a key.
  return (hash32(seed, 0xf0110, ref) % 0x100000) * 0x100000000 + ref;
}

/** Round after round over all shows, from their newest episodes back. */
export function nthNewestEpisode(
  nth: number,
  showCount: number,
  catalogue: SampleCatalogue,
): ItemRef {
  const show = nth % showCount;
  const place = catalogue.showLength(show) - 1 - Math.floor(nth / showCount);
  if (place < 0) {
    throw new RangeError('Every episode of every show is spoken for');
  }
  return refOf('episode', episodeIndexOf(show, place));
}

/** So many different numbers below `below`, in no order. */
function distinct(count: number, below: number, random: Random): number[] {
  const numbers = Array.from({ length: count }, (_, nth) => Math.floor((nth * below) / count));
  for (let last = count - 1; last > 0; last -= 1) {
    swap(numbers, last, intBelow(last + 1, random));
  }
  return numbers;
}

/** Newest first is how it begins, with some that stand where they should not (facts §2). */
function disorder(entries: SavedEntry[], random: Random): void {
  if (entries.length >= 3) {
    swap(entries, 1, entries.length - 1);
  }
  for (let left = Math.floor(entries.length * 0.06); left > 0; left -= 1) {
    swap(entries, intBelow(entries.length, random), intBelow(entries.length, random));
  }
}

function oneGone(entries: readonly SavedEntry[]): ItemRef[] {
  const entry =
    entries.length < ODDITIES_FROM ? undefined : entries[Math.floor(entries.length / 4)];
  return entry === undefined ? [] : [entry.ref];
}

function swap<T>(list: T[], a: number, b: number): void {
  const [first, second] = [list[a], list[b]];
  if (first !== undefined && second !== undefined) {
    list[a] = second;
    list[b] = first;
  }
}
