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

  /** Returns the id. The new playlist stands first. */
  createPlaylist(playlist: NewPlaylist): string;
  deletePlaylist(id: string): void;
  rename(id: string, name: string): void;
  describe(id: string, description: string): void;
  /** At the end unless a position is given. */
  insertItems(id: string, uris: readonly string[], position?: number): void;
  removeItems(id: string, position: number, count?: number): void;
  /** Takes `count` items from `from` and puts them before what is then at `to`. */
  moveItems(id: string, from: number, to: number, count?: number): void;

  /** Greys a track or episode out, or brings it back. Moves no snapshot. */
  setPlayable(uri: string, playable: boolean): void;
  /** Takes it out of the catalogue (`null` in lists), or puts it back. Moves no snapshot. */
  setInCatalogue(uri: string, inCatalogue: boolean): void;
}
