import { type ItemRef, kindOfRef, type RefKind, refOf } from '../catalogue/item-ref.ts';
import type { SampleCatalogue } from '../catalogue/sample-catalogue.ts';
import { hash32 } from '../catalogue/seeded-random.ts';
import { followKey, nthNewestEpisode, type SavedContents } from './generate-saved.ts';
import type { SavedKind } from './sample-library.ts';
import { SavedList } from './saved-list.ts';

export interface SavedCollectionsOptions {
  readonly seed: number;
  readonly catalogue: SampleCatalogue;
  readonly contents: SavedContents;
  /** The index of an album of which nothing stands anywhere. */
  readonly newAlbumIndex: () => number;
}

/** What the user saved and follows besides tracks and playlists. */
export class SavedCollections {
  readonly #seed: number;
  readonly #lists: Readonly<Record<SavedKind, SavedList>>;

  constructor({ seed, catalogue, contents, newAlbumIndex }: SavedCollectionsOptions) {
    this.#seed = seed;
    let showIndex = contents.showCount;
    let episodeNumber = contents.episodes.length;
    let audiobookIndex = contents.audiobooks.length;
    let artistNumber = 0;
    const { artistCount } = catalogue;
    const firstArtist = hash32(seed, 18) % artistCount;
    const onTop = (): number => 0;
    this.#lists = {
      album: new SavedList({
        entries: contents.albums,
        newRef: () => refOf('album', newAlbumIndex()),
        // Not ordered (facts §2): a new one can turn up anywhere.
        placeFor: (ref, entries) => hash32(seed, 19, ref) % (entries.length + 1),
      }),
      show: new SavedList({
        entries: contents.shows,
        newRef: () => refOf('show', showIndex++),
        placeFor: onTop,
      }),
      episode: new SavedList({
        entries: contents.episodes,
        newRef: () => nthNewestEpisode(episodeNumber++, contents.showCount, catalogue),
        placeFor: onTop,
      }),
      audiobook: new SavedList({
        entries: contents.audiobooks,
        newRef: () => refOf('audiobook', audiobookIndex++),
        placeFor: onTop,
      }),
      artist: new SavedList({
        entries: contents.artists,
        newRef: () => {
          // Those who have albums first; then anybody.
          const nth = artistNumber++;
          return refOf('artist', nth < artistCount ? (firstArtist + nth) % artistCount : nth);
        },
        placeFor: (ref) => this.followedBefore(ref),
      }),
    };
  }

  list(kind: SavedKind): SavedList {
    return this.#lists[kind];
  }

  get isEmpty(): boolean {
    return Object.values(this.#lists).every(({ entries }) => entries.length === 0);
  }

  /** Whether it is saved or followed; false for kinds that are kept elsewhere. */
  has(ref: ItemRef): boolean {
    const kind = kindOfRef(ref);
    return isSavedKind(kind) && this.#lists[kind].has(ref);
  }

  /** How many followed artists stand before this one, whether it is followed itself or not. */
  followedBefore(ref: ItemRef): number {
    const key = followKey(this.#seed, ref);
    const { entries } = this.#lists.artist;
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = entries[middle];
      if (entry !== undefined && followKey(this.#seed, entry.ref) < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

function isSavedKind(kind: RefKind): kind is SavedKind {
  return kind !== 'track' && kind !== 'local';
}
