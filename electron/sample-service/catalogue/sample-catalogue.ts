import { idOf, indexOfId } from './base62-id.ts';
import {
  albumIndexOf,
  episodeRef,
  type ItemRef,
  indexOfRef,
  kindOfRef,
  placeOf,
  trackRef,
} from './item-ref.ts';
import { albumTitle, artistName, episodeName, showName, trackTitle } from './names.ts';
import { hash32, intBelow, type Random, seededRandom } from './seeded-random.ts';

export interface Artist {
  readonly id: string;
  readonly name: string;
}

export interface Album {
  readonly id: string;
  readonly name: string;
  readonly artists: readonly Artist[];
  readonly albumType: 'album' | 'single' | 'compilation';
  readonly totalTracks: number;
  readonly releaseDate: string;
  readonly releaseDatePrecision: 'year' | 'day';
}

export interface Track {
  readonly kind: 'track';
  readonly id: string;
  readonly uri: string;
  readonly name: string;
  readonly artists: readonly Artist[];
  readonly album: Album;
  readonly trackNumber: number;
  readonly durationMs: number;
  readonly explicit: boolean;
  readonly isrc: string;
}

export interface Episode {
  readonly kind: 'episode';
  readonly id: string;
  readonly uri: string;
  readonly name: string;
  readonly show: { readonly id: string; readonly name: string };
  readonly durationMs: number;
  readonly releaseDate: string;
}

export interface LocalFile {
  readonly kind: 'local';
  readonly uri: string;
  readonly name: string;
  readonly artist: string;
  readonly album: string;
  readonly durationMs: number;
}

export type CatalogueObject = Track | Episode | LocalFile;

const FIRST_ISRC_YEAR = 1996;

/**
 * Every artist, album and track of the sample, made from the seed and an index when asked for and
 * kept nowhere. An album always has the same artist, cover and length.
 */
export class SampleCatalogue {
  readonly #seed: number;
  readonly #artistCount: number;
  readonly #newestYear: number;

  /** `newestYear`: nothing is released after it. */
  constructor(seed: number, artistCount: number, newestYear: number) {
    this.#seed = seed;
    this.#artistCount = Math.max(1, artistCount);
    this.#newestYear = newestYear;
  }

  artist(index: number): Artist {
    return { id: idOf(this.#seed, 'artist', index), name: artistName(this.#random(3, index)) };
  }

  /** Tracks on an album: 1 … 14. */
  albumLength(albumIndex: number): number {
    const h = hash32(this.#seed, 0xa1b, albumIndex);
    return h % 10 < 3 ? 1 + (h % 3) : 7 + (h % 8);
  }

  album(albumIndex: number): Album {
    const random = this.#random(2, albumIndex);
    const totalTracks = this.albumLength(albumIndex);
    const year = this.#newestYear - Math.floor(random() ** 2.2 * 45);
    const byDay = random() < 0.85;
    return {
      id: idOf(this.#seed, 'album', albumIndex),
      name: albumTitle(random),
      artists: [this.artist(this.#albumArtist(albumIndex))],
      albumType: totalTracks <= 3 ? 'single' : random() < 0.06 ? 'compilation' : 'album',
      totalTracks,
      releaseDate: byDay
        ? `${year}-${two(1 + intBelow(12, random))}-${two(1 + intBelow(28, random))}`
        : `${year}`,
      releaseDatePrecision: byDay ? 'day' : 'year',
    };
  }

  track(trackIndex: number): Track {
    const random = this.#random(1, trackIndex);
    const albumIndex = albumIndexOf(trackIndex);
    const album = this.album(albumIndex);
    const id = idOf(this.#seed, 'track', trackIndex);
    const guest = random() < 0.14 ? this.artist(intBelow(this.#artistCount, random)) : null;
    const lead = album.artists[0];
    const withGuest = guest !== null && guest.id !== lead?.id;
    const name = trackTitle(random);
    return {
      kind: 'track',
      id,
      uri: `spotify:track:${id}`,
      name: withGuest && random() < 0.5 ? `${name} (feat. ${guest.name})` : name,
      artists: withGuest ? [...album.artists, guest] : album.artists,
      album,
      trackNumber: placeOf(trackIndex) + 1,
      durationMs: 95_000 + intBelow(260_000, random),
      explicit: random() < 0.09,
      isrc: isrc(random, Number(album.releaseDate.slice(0, 4)), trackIndex),
    };
  }

  episode(index: number): Episode {
    const random = this.#random(5, index);
    const id = idOf(this.#seed, 'episode', index);
    const showIndex = index % 7;
    return {
      kind: 'episode',
      id,
      uri: `spotify:episode:${id}`,
      name: episodeName(random),
      show: {
        id: idOf(this.#seed, 'show', showIndex),
        name: showName(this.#random(6, showIndex)),
      },
      durationMs: 1_200_000 + intBelow(3_600_000, random),
      releaseDate: `${this.#newestYear - intBelow(4, random)}-${two(1 + intBelow(12, random))}-${two(1 + intBelow(28, random))}`,
    };
  }

  localFile(index: number): LocalFile {
    const random = this.#random(7, index);
    const artist = artistName(random);
    const album = albumTitle(random);
    const name = trackTitle(random);
    const seconds = 100 + intBelow(300, random);
    const parts = [artist, album, name].map((part) =>
      encodeURIComponent(part).replaceAll('%20', '+'),
    );
    return {
      kind: 'local',
      uri: `spotify:local:${parts.join(':')}:${seconds}`,
      name,
      artist,
      album,
      durationMs: seconds * 1000,
    };
  }

  object(ref: ItemRef): CatalogueObject {
    const index = indexOfRef(ref);
    switch (kindOfRef(ref)) {
      case 'track':
        return this.track(index);
      case 'episode':
        return this.episode(index);
      case 'local':
        return this.localFile(index);
    }
  }

  /** Cheaper than the whole object: enough to compare items. */
  uriOf(ref: ItemRef): string {
    const index = indexOfRef(ref);
    switch (kindOfRef(ref)) {
      case 'track':
        return `spotify:track:${idOf(this.#seed, 'track', index)}`;
      case 'episode':
        return `spotify:episode:${idOf(this.#seed, 'episode', index)}`;
      case 'local':
        return this.localFile(index).uri;
    }
  }

  /** Null for a URI that this catalogue never made, and for local files. */
  refOfUri(uri: string): ItemRef | null {
    const [, kind, id = ''] = uri.split(':');
    if (kind === 'track') {
      const index = indexOfId(this.#seed, 'track', id);
      const known = index !== null && placeOf(index) < this.albumLength(albumIndexOf(index));
      return known ? trackRef(index) : null;
    }
    const index = kind === 'episode' ? indexOfId(this.#seed, 'episode', id) : null;
    return index === null ? null : episodeRef(index);
  }

  /** Few artists have many albums, as in a library that somebody really collected. */
  #albumArtist(albumIndex: number): number {
    const u = hash32(this.#seed, 0xa27, albumIndex) / 4_294_967_296;
    return Math.floor(u ** 1.7 * this.#artistCount);
  }

  #random(stream: number, index: number): Random {
    return seededRandom(hash32(this.#seed, stream, index));
  }
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** Two letters of a country, three of a registrant, two of a year, five digits: ISO 3901. */
function isrc(random: Random, releaseYear: number, trackIndex: number): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  let registrant = '';
  for (let i = 0; i < 3; i += 1) {
    registrant += letters[intBelow(letters.length, random)];
  }
  const year = Math.max(FIRST_ISRC_YEAR, releaseYear) % 100;
  // XA … XZ are user-assigned in ISO 3166: no real recording carries one.
  return `XS${registrant}${two(year)}${String(trackIndex % 100_000).padStart(5, '0')}`;
}
