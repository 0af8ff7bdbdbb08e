import type { ForeignTrack } from '../catalogue/foreign-tracks.ts';

/** One row of a list, exactly as the service would answer it now. */
export interface EntryTruth {
  /** The item's URI; it is known here also when the catalogue no longer has the item. */
  readonly uri: string;
  readonly kind: 'track' | 'episode' | 'local';
  readonly name: string;
  readonly artists: readonly string[];
  readonly album: string | null;
  readonly addedAtMs: number | null;
  readonly addedBy: string | null;
  readonly playable: boolean;
  /** The service answers `null` in its place. */
  readonly gone: boolean;
}

export type SavedKind = 'album' | 'show' | 'episode' | 'audiobook' | 'artist';

/** Something saved or followed besides tracks, as the service would answer it now. */
export interface SavedTruth {
  /** An audiobook's is `spotify:show:…`, as recorded. */
  readonly uri: string;
  readonly kind: SavedKind;
  readonly name: string;
  /** Of an album, or the authors of an audiobook; else empty. */
  readonly artists: readonly string[];
  /** Null for audiobooks and artists: the service never tells (facts §2). */
  readonly addedAtMs: number | null;
  /** Only albums and episodes say so; all else is always true. */
  readonly playable: boolean;
  /** The service answers `null` in its place, or for an episode an object in which all is null. */
  readonly gone: boolean;
}

/** One of an artist's releases, as `GET /artists/{id}/albums` lists it. */
export interface ReleaseTruth {
  readonly uri: string;
  readonly name: string;
  readonly group: 'album' | 'single' | 'compilation' | 'appears_on';
}

export interface PlaylistTruth {
  readonly id: string;
  readonly uri: string;
  readonly name: string;
  readonly description: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly isPublic: boolean;
  readonly collaborative: boolean;
  readonly snapshotId: string;
  /** Whether its contents may be read: own, or the user is a collaborator. */
  readonly readable: boolean;
  readonly items: readonly EntryTruth[];
}

/** Everything there is, in the service's order: the truth to compare a stored library with. */
export interface LibraryTruth {
  readonly userId: string;
  readonly savedTracks: readonly EntryTruth[];
  readonly playlists: readonly PlaylistTruth[];
  /** In no order of date. */
  readonly savedAlbums: readonly SavedTruth[];
  readonly savedShows: readonly SavedTruth[];
  readonly savedEpisodes: readonly SavedTruth[];
  readonly savedAudiobooks: readonly SavedTruth[];
  readonly followedArtists: readonly SavedTruth[];
}

export interface NewPlaylist {
  readonly name: string;
  readonly description?: string;
  readonly uris?: readonly string[];
  readonly isPublic?: boolean;
  /** Another's playlist that the user follows. */
  readonly ownerId?: string;
  readonly collaborative?: boolean;
}

/** A playlist of the user's with contents that the sample did not invent. */
export interface ForeignPlaylist {
  /** 22 characters, as Spotify's. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** In order; a track can stand in it more than once. */
  readonly tracks: readonly ForeignTrack[];
}

/**
 * The library of the sample user, to be changed by tests and by `life`. Methods throw a RangeError
 * for a playlist, position or URI that is not there: a test that misses its target should not pass.
 */
export interface SampleLibrary {
  snapshot(): LibraryTruth;
  /** Throws when no playlist, or more than one, has this name. */
  playlistByName(name: string): PlaylistTruth;
  playlistById(id: string): PlaylistTruth;

  /** URIs of tracks that stand in no list yet. */
  newTrackUris(count: number): string[];
  /** Saves a track, by default a new one, now and on top. Returns its URI. */
  saveTrack(uri?: string): string;
  removeSavedTrack(uri: string): void;

  /**
   * Saves something, by default something new, and returns its URI. A new album turns up anywhere in
   * its list, all else on top. Throws a RangeError for a URI of another kind.
   */
  saveAlbum(uri?: string): string;
  removeSavedAlbum(uri: string): void;
  saveShow(uri?: string): string;
  removeSavedShow(uri: string): void;
  saveEpisode(uri?: string): string;
  removeSavedEpisode(uri: string): void;
  saveAudiobook(uri?: string): string;
  removeSavedAudiobook(uri: string): void;
  /** As `saveAlbum`; where the artist stands in the list depends on nothing that a client knows. */
  followArtist(uri?: string): string;
  unfollowArtist(uri: string): void;
  /** Every release of an artist in the service's order, which is that of the groups. */
  releasesOf(artistUri: string): ReleaseTruth[];

  /** Returns the id. The new playlist stands first. */
  createPlaylist(playlist: NewPlaylist): string;
  /**
   * Puts a playlist there that stands first, or replaces everything about the one with this id. A
   * track that stood in it before keeps the time at which it was added.
   */
  putPlaylist(playlist: ForeignPlaylist): void;
  deletePlaylist(id: string): void;
  rename(id: string, name: string): void;
  describe(id: string, description: string): void;
  /** At the end unless a position is given. */
  insertItems(id: string, uris: readonly string[], position?: number): void;
  removeItems(id: string, position: number, count?: number): void;
  /** Takes `count` items from `from` and puts them before what is then at `to`. */
  moveItems(id: string, from: number, to: number, count?: number): void;

  /** Greys a track, episode or album out, or brings it back. Moves no snapshot. */
  setPlayable(uri: string, playable: boolean): void;
  /**
   * Takes anything out of the catalogue, or puts it back: `null` in lists and 404 by its id. Moves no
   * snapshot.
   */
  setInCatalogue(uri: string, inCatalogue: boolean): void;
}
