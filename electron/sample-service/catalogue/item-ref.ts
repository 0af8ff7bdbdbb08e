/**
 * One thing that can stand in a list, in a single number: a library of a million items is then an
 * array of small records, and names, artists and covers are made only when somebody asks.
 */
export type ItemRef = number & { readonly __brand: 'item-ref' };

const KINDS = ['track', 'episode', 'local', 'album', 'show', 'audiobook', 'artist'] as const;

export type RefKind = (typeof KINDS)[number];

/** A power of two above the number of kinds. */
const KIND_BASE = 8;
const TRACKS_PER_ALBUM = 16;
const EPISODES_PER_SHOW = 512;

export function refOf(kind: RefKind, index: number): ItemRef {
  return (index * KIND_BASE + KINDS.indexOf(kind)) as ItemRef;
}

export function trackRef(trackIndex: number): ItemRef {
  return refOf('track', trackIndex);
}

export function episodeRef(index: number): ItemRef {
  return refOf('episode', index);
}

export function localRef(index: number): ItemRef {
  return refOf('local', index);
}

export function kindOfRef(ref: ItemRef): RefKind {
  return KINDS[ref % KIND_BASE] ?? 'track';
}

export function indexOfRef(ref: ItemRef): number {
  return Math.floor(ref / KIND_BASE);
}

/** A track's index tells its album and its place on it, counted from 0. */
export function trackIndexOf(albumIndex: number, place: number): number {
  return albumIndex * TRACKS_PER_ALBUM + place;
}

export function albumIndexOf(trackIndex: number): number {
  return Math.floor(trackIndex / TRACKS_PER_ALBUM);
}

export function placeOf(trackIndex: number): number {
  return trackIndex % TRACKS_PER_ALBUM;
}

/** An episode's index tells its show and its place in it, counted from 0. */
export function episodeIndexOf(showIndex: number, place: number): number {
  return showIndex * EPISODES_PER_SHOW + place;
}

export function showIndexOf(episodeIndex: number): number {
  return Math.floor(episodeIndex / EPISODES_PER_SHOW);
}

export function episodePlaceOf(episodeIndex: number): number {
  return episodeIndex % EPISODES_PER_SHOW;
}
