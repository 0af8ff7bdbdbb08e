/**
 * One thing that can stand in a list, in a single number: a library of a million items is then an
 * array of small records, and names, artists and covers are made only when somebody asks.
 */
export type ItemRef = number & { readonly __brand: 'item-ref' };

export type RefKind = 'track' | 'episode' | 'local';

const KINDS: readonly RefKind[] = ['track', 'episode', 'local'];
const TRACKS_PER_ALBUM = 16;

function refOf(kind: RefKind, index: number): ItemRef {
  return (index * 4 + KINDS.indexOf(kind)) as ItemRef;
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
  return KINDS[ref % 4] ?? 'track';
}

export function indexOfRef(ref: ItemRef): number {
  return Math.floor(ref / 4);
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
