import type { Artist, Track } from './catalogue-object.ts';

/** A track that the sample did not invent: as much of it as whoever brings it along knows. */
export interface ForeignTrack {
  readonly id: string;
  readonly name: string;
  readonly artists: readonly { readonly id: string; readonly name: string }[];
  readonly album: { readonly id: string; readonly name: string };
  readonly durationMs: number;
}

/** Far above the index of any invented track, and still a safe integer within an `ItemRef`. */
const FIRST_INDEX = 2 ** 48;

/** Tracks from elsewhere, beside those of the catalogue. */
export class ForeignTracks {
  readonly #tracks: Track[] = [];
  readonly #indexes = new Map<string, number>();

  /** Takes a track in; of one that is known, what is said now counts. Returns its index. */
  put(foreign: ForeignTrack): number {
    const place = this.#indexes.get(foreign.id) ?? this.#tracks.length;
    this.#indexes.set(foreign.id, place);
    this.#tracks[place] = trackOf(foreign);
    return FIRST_INDEX + place;
  }

  /** Null for an index of the catalogue itself. */
  at(trackIndex: number): Track | null {
    return this.#tracks[trackIndex - FIRST_INDEX] ?? null;
  }

  indexOfId(id: string): number | null {
    const place = this.#indexes.get(id);
    return place === undefined ? null : FIRST_INDEX + place;
  }
}

/** What a track has besides is the same of all of them. */
function trackOf({ id, name, artists, album, durationMs }: ForeignTrack): Track {
  const credits = artists.map(
    (artist): Artist => ({ kind: 'artist', uri: `spotify:artist:${artist.id}`, ...artist }),
  );
  return {
    kind: 'track',
    id,
    uri: `spotify:track:${id}`,
    name,
    artists: credits,
    album: {
      kind: 'album',
      id: album.id,
      uri: `spotify:album:${album.id}`,
      name: album.name,
      artists: credits.slice(0, 1),
      albumType: 'album',
      totalTracks: 1,
      releaseDate: '2000',
      releaseDatePrecision: 'year',
    },
    trackNumber: 1,
    durationMs,
    explicit: false,
    // Of the user-assigned country XS, as all of the sample's; no two tracks share one by chance.
    isrc: `XS${id.slice(-10).toUpperCase()}`,
  };
}
