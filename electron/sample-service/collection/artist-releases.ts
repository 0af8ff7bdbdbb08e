import { type ItemRef, indexOfRef, refOf, trackIndexOf } from '../catalogue/item-ref.ts';
import type { SampleCatalogue } from '../catalogue/sample-catalogue.ts';
import type { ReleaseTruth } from './sample-library.ts';

export type ReleaseGroup = ReleaseTruth['group'];
/** In the order in which they are listed. */
export const RELEASE_GROUPS: readonly ReleaseGroup[] = [
  'album',
  'single',
  'compilation',
  'appears_on',
];

export interface Release {
  readonly ref: ItemRef;
  readonly group: ReleaseGroup;
}

/** Guests are looked for on so many albums, so that nobody waits in a library of a million. */
const SEARCHED_FOR_GUESTS = 20_000;

/** Which albums an artist has made or is heard on. Built when first asked, then only added to. */
export class ArtistReleases {
  readonly #catalogue: SampleCatalogue;
  readonly #albumCount: () => number;
  readonly #albumsBy = new Map<number, number[]>();
  readonly #guestOn = new Map<number, number[]>();
  #indexed = 0;

  /** `albumCount`: albums that there are by now; it never shrinks. */
  constructor(catalogue: SampleCatalogue, albumCount: () => number) {
    this.#catalogue = catalogue;
    this.#albumCount = albumCount;
  }

  /** Group by group, within a group in no order of date (facts §2). */
  of(artist: ItemRef): Release[] {
    this.#indexNewAlbums();
    const index = indexOfRef(artist);
    const own = (this.#albumsBy.get(index) ?? []).map((album) => ({
      ref: refOf('album', album),
      group: this.#catalogue.album(album).albumType,
    }));
    const guest = (this.#guestOn.get(index) ?? []).map((album) => ({
      ref: refOf('album', album),
      group: 'appears_on' as const,
    }));
    const all = [...own, ...guest];
    return RELEASE_GROUPS.flatMap((group) => all.filter((release) => release.group === group));
  }

  #indexNewAlbums(): void {
    const count = this.#albumCount();
    for (; this.#indexed < count; this.#indexed += 1) {
      const album = this.#indexed;
      add(this.#albumsBy, this.#catalogue.albumArtistIndex(album), album);
      if (album < SEARCHED_FOR_GUESTS) {
        for (const guest of this.#guestsOf(album)) {
          add(this.#guestOn, guest, album);
        }
      }
    }
  }

  #guestsOf(album: number): Set<number> {
    const guests = new Set<number>();
    for (let place = 0; place < this.#catalogue.albumLength(album); place += 1) {
      const guest = this.#catalogue.guestIndexOf(trackIndexOf(album, place));
      if (guest !== null) {
        guests.add(guest);
      }
    }
    return guests;
  }
}

function add(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list === undefined) {
    map.set(key, [value]);
  } else {
    list.push(value);
  }
}
