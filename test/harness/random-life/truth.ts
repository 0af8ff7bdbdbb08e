import type { CollectionKind } from '../../../shared/change.ts';

/** A collection, the list of playlists, or a playlist by its URI. */
export type ListKey = CollectionKind | 'playlists' | `spotify:playlist:${string}`;

/** A row of a list, as it really is. */
export interface TrueRow {
  /** Of what stands there, also where Spotify shows nothing. */
  readonly uri: string;
  /** Null where Spotify tells none. */
  readonly addedAtMs: number | null;
  readonly addedBy: string | null;
  /** Shown as `null`. */
  readonly isGap: boolean;
}

/** What a playlist is called. */
export interface TrueNaming {
  readonly name: string;
  readonly description: string;
  /** Null where Spotify does not tell. */
  readonly isPublic: boolean | null;
  readonly isCollaborative: boolean;
}

export interface TrueItem {
  readonly name: string;
  /** False for what is greyed out, or gone from the catalogue. */
  readonly isAvailable: boolean;
}

/** A whole library at one moment. */
export interface Truth {
  /** Only lists whose contents may be read. */
  readonly lists: ReadonlyMap<ListKey, readonly TrueRow[]>;
  /** Every playlist of the list of playlists, by its URI. */
  readonly playlists: ReadonlyMap<string, TrueNaming>;
  /** Whatever stands in one of the lists, by its URI. */
  readonly items: ReadonlyMap<string, TrueItem>;
}

/** Of all collections only the saved tracks stand in an order (facts §2). */
export function isOrdered(key: ListKey): boolean {
  return key === 'saved-tracks' || key === 'playlists' || key.startsWith('spotify:');
}
