import { type IdKind, idOf, indexOfId } from './base62-id.ts';
import type {
  Album,
  Artist,
  Audiobook,
  CatalogueObject,
  Episode,
  ListedObject,
  LocalFile,
  Show,
  Track,
} from './catalogue-object.ts';
import { ForeignTracks } from './foreign-tracks.ts';
import {
  albumIndexOf,
  episodePlaceOf,
  type ItemRef,
  indexOfRef,
  kindOfRef,
  placeOf,
  refOf,
  showIndexOf,
} from './item-ref.ts';
import { albumTitle, artistName, trackTitle } from './names.ts';
import { hash32, intBelow, type Random, seededRandom } from './seeded-random.ts';
import { makeAudiobook, makeEpisode, makeShow, showLength } from './spoken-word.ts';

const FIRST_ISRC_YEAR = 1996;

/**
 * Every artist, album and track of the sample, made from the seed and an index when asked for and
 * kept nowhere. An album always has the same artist, cover and length.
 */
export class SampleCatalogue {
  /** Tracks that others brought along. */
  readonly foreign = new ForeignTracks();
  readonly #seed: number;
  readonly #artistCount: number;
  readonly #newestYear: number;

  /** `newestYear`: nothing is released after it. */
  constructor(seed: number, artistCount: number, newestYear: number) {
    this.#seed = seed;
    this.#artistCount = Math.max(1, artistCount);
    this.#newestYear = newestYear;
  }

  /** Artists with albums of their own have the indexes below it. */
  get artistCount(): number {
    return this.#artistCount;
  }

  artist(index: number): Artist {
    const id = idOf(this.#seed, 'artist', index);
    const uri = `spotify:artist:${id}`;
    return { kind: 'artist', id, uri, name: artistName(this.#random(3, index)) };
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
    const id = idOf(this.#seed, 'album', albumIndex);
    return {
      kind: 'album',
      id,
      uri: `spotify:album:${id}`,
      name: albumTitle(random),
      artists: [this.artist(this.albumArtistIndex(albumIndex))],
      albumType: totalTracks <= 3 ? 'single' : random() < 0.06 ? 'compilation' : 'album',
      totalTracks,
      releaseDate: byDay
        ? `${year}-${two(1 + intBelow(12, random))}-${two(1 + intBelow(28, random))}`
        : `${year}`,
      releaseDatePrecision: byDay ? 'day' : 'year',
    };
  }

  track(trackIndex: number): Track {
    return this.foreign.at(trackIndex) ?? this.#inventedTrack(trackIndex);
  }

  /** The artist who is heard on a track besides that of the album; null where there is none. */
  guestIndexOf(trackIndex: number): number | null {
    return this.#guestIndex(albumIndexOf(trackIndex), this.#random(1, trackIndex));
  }

  show(index: number): Show {
    return makeShow(this.#seed, index);
  }

  /** Episodes of a show: 300 … 499. */
  showLength(showIndex: number): number {
    return showLength(this.#seed, showIndex);
  }

  episode(index: number): Episode {
    return makeEpisode(this.#seed, index, this.#newestYear);
  }

  audiobook(index: number): Audiobook {
    return makeAudiobook(this.#seed, index);
  }

  chapterId(audiobookIndex: number, place: number): string {
    return idOf(this.#seed, 'chapter', audiobookIndex * 64 + place);
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
      case 'album':
        return this.album(index);
      case 'show':
        return this.show(index);
      case 'audiobook':
        return this.audiobook(index);
      case 'artist':
        return this.artist(index);
      default:
        return this.listed(ref);
    }
  }

  /** What stands in a playlist. Throws a RangeError for what cannot stand in one. */
  listed(ref: ItemRef): ListedObject {
    const index = indexOfRef(ref);
    const kind = kindOfRef(ref);
    switch (kind) {
      case 'track':
        return this.track(index);
      case 'episode':
        return this.episode(index);
      case 'local':
        return this.localFile(index);
      default:
        throw new RangeError(`No playlist holds an object of kind ${kind}`);
    }
  }

  /** Cheaper than the whole object: enough to compare items. */
  uriOf(ref: ItemRef): string {
    const index = indexOfRef(ref);
    const kind = kindOfRef(ref);
    switch (kind) {
      case 'local':
        return this.localFile(index).uri;
      case 'audiobook':
        return `spotify:show:${idOf(this.#seed, kind, index)}`;
      case 'track':
        return this.foreign.at(index)?.uri ?? `spotify:track:${idOf(this.#seed, kind, index)}`;
      default:
        return `spotify:${kind}:${idOf(this.#seed, kind, index)}`;
    }
  }

  /**
   * Null for a URI that this catalogue never made, and for local files. A show's may be an
   * audiobook's, which is written `spotify:audiobook:` in some places.
   */
  refOfUri(uri: string): ItemRef | null {
    const [scheme, type, id, ...rest] = uri.split(':');
    if (scheme !== 'spotify' || id === undefined || rest.length > 0) {
      return null;
    }
    switch (type) {
      case 'track':
      case 'episode':
      case 'album':
      case 'artist':
      case 'audiobook':
        return this.refOfId(type, id);
      case 'show':
        return this.refOfId('show', id) ?? this.refOfId('audiobook', id);
      default:
        return null;
    }
  }

  /** Null for an id that this catalogue never made and nobody brought along. */
  refOfId(kind: Exclude<IdKind, 'playlist' | 'chapter'>, id: string): ItemRef | null {
    const foreign = kind === 'track' ? this.foreign.indexOfId(id) : null;
    if (foreign !== null) {
      return refOf('track', foreign);
    }
    const index = indexOfId(this.#seed, kind, id);
    if (index === null) {
      return null;
    }
    const known =
      (kind !== 'track' || placeOf(index) < this.albumLength(albumIndexOf(index))) &&
      (kind !== 'episode' || episodePlaceOf(index) < this.showLength(showIndexOf(index)));
    return known ? refOf(kind, index) : null;
  }

  /** Few artists have many albums, as in a library that somebody really collected. */
  albumArtistIndex(albumIndex: number): number {
    const u = hash32(this.#seed, 0xa27, albumIndex) / 4_294_967_296;
    return Math.floor(u ** 1.7 * this.#artistCount);
  }

  #inventedTrack(trackIndex: number): Track {
    const random = this.#random(1, trackIndex);
    const albumIndex = albumIndexOf(trackIndex);
    const album = this.album(albumIndex);
    const id = idOf(this.#seed, 'track', trackIndex);
    const guestIndex = this.#guestIndex(albumIndex, random);
    const guest = guestIndex === null ? null : this.artist(guestIndex);
    const name = trackTitle(random);
    return {
      kind: 'track',
      id,
      uri: `spotify:track:${id}`,
      name: guest !== null && random() < 0.5 ? `${name} (feat. ${guest.name})` : name,
      artists: guest !== null ? [...album.artists, guest] : album.artists,
      album,
      trackNumber: placeOf(trackIndex) + 1,
      durationMs: 95_000 + intBelow(260_000, random),
      explicit: random() < 0.09,
      isrc: isrc(random, Number(album.releaseDate.slice(0, 4)), trackIndex),
    };
  }

  #guestIndex(albumIndex: number, random: Random): number | null {
    const guest = random() < 0.14 ? intBelow(this.#artistCount, random) : null;
    return guest === this.albumArtistIndex(albumIndex) ? null : guest;
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
