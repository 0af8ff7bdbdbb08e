import { idOf } from '../catalogue/base62-id.ts';
import { type ItemRef, trackIndexOf, trackRef } from '../catalogue/item-ref.ts';
import type { SampleCatalogue } from '../catalogue/sample-catalogue.ts';
import { type CatalogueStanding, entryTruth, playlistTruth } from './library-truth.ts';
import { type Entry, PlaylistState } from './playlist-state.ts';
import type { LibraryTruth, NewPlaylist, PlaylistTruth, SampleLibrary } from './sample-library.ts';
import { OTHER_USERS, SAMPLE_USER } from './sample-user.ts';

export interface LibraryContents {
  /** Newest first, as the service lists them. */
  readonly savedTracks: Entry[];
  readonly playlists: PlaylistState[];
  /** The first album of which nothing stands in any list. */
  readonly nextAlbumIndex: number;
  readonly nextPlaylistIndex: number;
  readonly unplayable: Set<ItemRef>;
  readonly withdrawn: Set<ItemRef>;
}

export interface LibraryStateOptions extends LibraryContents {
  readonly seed: number;
  readonly catalogue: SampleCatalogue;
  readonly nowMs: () => number;
}

/** The library of the sample user and everything that can happen to it. */
export class LibraryState implements SampleLibrary, CatalogueStanding {
  readonly catalogue: SampleCatalogue;
  readonly #seed: number;
  readonly #nowMs: () => number;
  readonly #savedTracks: Entry[];
  readonly #playlists: PlaylistState[];
  readonly #unplayable: Set<ItemRef>;
  readonly #withdrawn: Set<ItemRef>;
  #nextAlbumIndex: number;
  #nextPlaylistIndex: number;

  constructor(options: LibraryStateOptions) {
    this.catalogue = options.catalogue;
    this.#seed = options.seed;
    this.#nowMs = options.nowMs;
    this.#savedTracks = options.savedTracks;
    this.#playlists = options.playlists;
    this.#unplayable = options.unplayable;
    this.#withdrawn = options.withdrawn;
    this.#nextAlbumIndex = options.nextAlbumIndex;
    this.#nextPlaylistIndex = options.nextPlaylistIndex;
  }

  get savedTracks(): readonly Entry[] {
    return this.#savedTracks;
  }

  get playlists(): readonly PlaylistState[] {
    return this.#playlists;
  }

  isPlayable(ref: ItemRef): boolean {
    return !this.#unplayable.has(ref);
  }

  isInCatalogue(ref: ItemRef): boolean {
    return !this.#withdrawn.has(ref);
  }

  findPlaylist(id: string): PlaylistState | null {
    return this.#playlists.find((playlist) => playlist.id === id) ?? null;
  }

  snapshot(): LibraryTruth {
    return {
      userId: SAMPLE_USER.id,
      savedTracks: this.#savedTracks.map((entry) => entryTruth(entry, this)),
      playlists: this.#playlists.map((playlist) => playlistTruth(playlist, this)),
    };
  }

  playlistByName(name: string): PlaylistTruth {
    const [found, ...others] = this.#playlists.filter((playlist) => playlist.name === name);
    if (found === undefined || others.length > 0) {
      throw new RangeError(`${others.length === 0 ? 'No' : 'More than one'} playlist "${name}"`);
    }
    return playlistTruth(found, this);
  }

  playlistById(id: string): PlaylistTruth {
    return playlistTruth(this.#playlist(id), this);
  }

  newTrackUris(count: number): string[] {
    return Array.from({ length: count }, () => {
      const ref = trackRef(trackIndexOf(this.#nextAlbumIndex, 0));
      this.#nextAlbumIndex += 1;
      return this.catalogue.uriOf(ref);
    });
  }

  saveTrack(uri?: string): string {
    const [chosen = ''] = uri === undefined ? this.newTrackUris(1) : [uri];
    const ref = this.#ref(chosen);
    const position = this.#savedTracks.findIndex((entry) => entry.ref === ref);
    if (position >= 0) {
      this.#savedTracks.splice(position, 1);
    }
    this.#savedTracks.unshift({ ref, addedAtMs: this.#wholeSecondMs(), addedBy: null });
    return chosen;
  }

  removeSavedTrack(uri: string): void {
    const ref = this.#ref(uri);
    const position = this.#savedTracks.findIndex((entry) => entry.ref === ref);
    if (position < 0) {
      throw new RangeError(`Not saved: ${uri}`);
    }
    this.#savedTracks.splice(position, 1);
  }

  createPlaylist(playlist: NewPlaylist): string {
    const id = idOf(this.#seed, 'playlist', this.#nextPlaylistIndex);
    this.#nextPlaylistIndex += 1;
    const ownerId = playlist.ownerId ?? SAMPLE_USER.id;
    const owner = OTHER_USERS.find((user) => user.id === ownerId) ?? SAMPLE_USER;
    this.#playlists.unshift(
      new PlaylistState(
        {
          id,
          name: playlist.name,
          description: playlist.description ?? '',
          ownerId,
          ownerName: owner.displayName,
          isPublic: playlist.isPublic ?? false,
          collaborative: playlist.collaborative ?? false,
        },
        (playlist.uris ?? []).map((uri) => this.#newEntry(uri, ownerId)),
      ),
    );
    return id;
  }

  deletePlaylist(id: string): void {
    this.#playlists.splice(this.#playlists.indexOf(this.#playlist(id)), 1);
  }

  rename(id: string, name: string): void {
    this.#playlist(id).rename(name);
  }

  describe(id: string, description: string): void {
    this.#playlist(id).describe(description);
  }

  insertItems(id: string, uris: readonly string[], position?: number): void {
    const playlist = this.#playlist(id);
    playlist.insert(
      uris.map((uri) => this.#newEntry(uri, playlist.ownerId)),
      position,
    );
  }

  removeItems(id: string, position: number, count = 1): void {
    this.#playlist(id).remove(position, count);
  }

  moveItems(id: string, from: number, to: number, count = 1): void {
    this.#playlist(id).move(from, to, count);
  }

  setPlayable(uri: string, playable: boolean): void {
    setMember(this.#unplayable, this.#ref(uri), !playable);
  }

  setInCatalogue(uri: string, inCatalogue: boolean): void {
    setMember(this.#withdrawn, this.#ref(uri), !inCatalogue);
  }

  #playlist(id: string): PlaylistState {
    const playlist = this.findPlaylist(id);
    if (playlist === null) {
      throw new RangeError(`No playlist ${id}`);
    }
    return playlist;
  }

  #ref(uri: string): ItemRef {
    const ref = this.catalogue.refOfUri(uri);
    if (ref === null) {
      throw new RangeError(`Not in the sample catalogue: ${uri}`);
    }
    return ref;
  }

  #newEntry(uri: string, addedBy: string): Entry {
    return { ref: this.#ref(uri), addedAtMs: this.#wholeSecondMs(), addedBy };
  }

  /** `added_at` has no fraction of a second. */
  #wholeSecondMs(): number {
    return Math.floor(this.#nowMs() / 1000) * 1000;
  }
}

function setMember(set: Set<ItemRef>, ref: ItemRef, member: boolean): void {
  if (member) {
    set.add(ref);
  } else {
    set.delete(ref);
  }
}
