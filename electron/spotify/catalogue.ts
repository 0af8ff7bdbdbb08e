import type { ItemKind } from '../../shared/change.ts';

/** `unknown` when Spotify said nothing about it: a missing field is not an answer (facts §2). */
export type Availability = 'available' | 'unavailable' | 'unknown';

/** What can be asked for by its id alone. */
export type CatalogueKind = 'track' | 'album' | 'artist' | 'show' | 'episode' | 'audiobook';

/**
 * Anything a list can hold, reduced to what Cratewatch keeps. `artists` are an album's artists, a
 * show's publisher, an audiobook's authors; an artist has none.
 */
export interface CatalogueItem {
  readonly uri: string;
  readonly kind: ItemKind;
  readonly name: string;
  readonly artists: readonly string[];
  readonly album: string | null;
  readonly durationMs: number | null;
  readonly isrc: string | null;
  readonly imageUrl: string | null;
  readonly availability: Availability;
}

/** One row of a list. `item` is null where the catalogue no longer has it (facts §2). */
export interface ListEntry {
  readonly addedAtMs: number | null;
  /** Id of the user who added it; null where Spotify does not say. */
  readonly addedBy: string | null;
  readonly item: CatalogueItem | null;
}

export interface PlaylistSummary {
  readonly id: string;
  readonly uri: string;
  readonly name: string;
  /** This and the next two: null where Spotify does not say. */
  readonly description: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  /** This and the next: null where Spotify does not say. */
  readonly isPublic: boolean | null;
  readonly isCollaborative: boolean | null;
  /** Null where Spotify gave none; then only reading the contents can tell a change. */
  readonly snapshotId: string | null;
  readonly itemsTotal: number | null;
  readonly imageUrl: string | null;
}

export interface Profile {
  /** `account_id`, else `id`. */
  readonly accountKey: string;
  /** The id that stands as owner and `added_by`. */
  readonly userId: string;
  readonly displayName: string;
  readonly country: string | null;
}

/** One page of a list, in Spotify's order. */
export interface Page<T> {
  readonly entries: readonly T[];
  readonly offset: number;
  /** Length of the whole list as this page tells it. */
  readonly total: number;
  /** Where the next page starts; null at the end. */
  readonly nextOffset: number | null;
  /** Entries that could not be understood at all and were left out. */
  readonly dropped: number;
}

/** One page of a list that is read by cursor. It has no order, and no place within the list. */
export interface CursorPage<T> {
  readonly entries: readonly T[];
  /** Length of the whole list; null where Spotify does not say. */
  readonly total: number | null;
  /** What the next page is asked with; null at the end. */
  readonly nextCursor: string | null;
  /** Entries that could not be understood at all and were left out. */
  readonly dropped: number;
}

/** An album as it stands among an artist's releases. */
export interface ArtistRelease {
  readonly uri: string;
  readonly name: string;
  readonly kind: 'album' | 'single' | 'compilation' | 'appears-on' | 'unknown';
  readonly artists: readonly string[];
  /** As precise as Spotify knows it: `2026`, `2026-03` or `2026-03-14`. */
  readonly releaseDate: string | null;
  readonly itemsTotal: number | null;
  readonly imageUrl: string | null;
}

/** A playlist with its first items in one answer: at most 100 (facts §2). */
export interface PlaylistWithItems {
  readonly playlist: PlaylistSummary;
  readonly firstPage: Page<ListEntry>;
}
