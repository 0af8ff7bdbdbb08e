import { idOf } from '../catalogue/base62-id.ts';
import { type ItemRef, type RefKind, trackIndexOf, trackRef } from '../catalogue/item-ref.ts';
import { CollectionsState, type CollectionsStateOptions } from './collections-state.ts';
import { type CatalogueStanding, entryTruth, playlistTruth, savedTruth } from './library-truth.ts';
import { type Entry, PlaylistState } from './playlist-state.ts';
import { replacedEntries } from './replaced-entries.ts';
import type {
  ForeignPlaylist,
  LibraryTruth,
  NewPlaylist,
  PlaylistTruth,
  SampleLibrary,
  SavedKind,
  SavedTruth,
} from './sample-library.ts';
import { OTHER_USERS, SAMPLE_USER } from './sample-user.ts';

export interface LibraryContents extends Pick<CollectionsStateOptions, 'saved' | 'nextAlbumIndex'> {
  /** Newest first, as the service lists them. */
  readonly savedTracks: Entry[];
  readonly playlists: PlaylistState[];
  readonly nextPlaylistIndex: number;
  readonly unplayable: Set<ItemRef>;
  readonly withdrawn: Set<ItemRef>;
}

export interface LibraryStateOptions extends LibraryContents, CollectionsStateOptions {}

/** What Spotify tells of whether it can be played. */
const KINDS_WITH_PLAYABILITY: readonly RefKind[] = ['track', 'episode', 'album'];
const KINDS_IN_PLAYLISTS: readonly RefKind[] = ['track', 'episode'];

/** The library of the sample user and everything that can happen to it. */
export class LibraryState extends CollectionsState implements SampleLibrary, CatalogueStanding {
  readonly #seed: number;
  readonly #savedTracks: Entry[];
  readonly #playlists: PlaylistState[];
  readonly #unplayable: Set<ItemRef>;
  readonly #withdrawn: Set<ItemRef>;
  #nextPlaylistIndex: number;

  constructor(options: LibraryStateOptions) {
    super(options);
    this.#seed = options.seed;
    this.#savedTracks = options.savedTracks;
    this.#playlists = options.playlists;
    this.#unplayable = options.unplayable;
    this.#withdrawn = options.withdrawn;
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
      savedAlbums: this.#savedTruth('album'),
      savedShows: this.#savedTruth('show'),
      savedEpisodes: this.#savedTruth('episode'),
      savedAudiobooks: this.#savedTruth('audiobook'),
      followedArtists: this.#savedTruth('artist'),
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
      const ref = trackRef(trackIndexOf(this.newAlbumIndex(), 0));
      return this.catalogue.uriOf(ref);
    });
  }

  saveTrack(uri?: string): string {
    const [chosen = ''] = uri === undefined ? this.newTrackUris(1) : [uri];
    const ref = this.refOf(chosen, ['track']);
    const position = this.#savedTracks.findIndex((entry) => entry.ref === ref);
    if (position >= 0) {
      this.#savedTracks.splice(position, 1);
    }
    this.#savedTracks.unshift({ ref, addedAtMs: this.wholeSecondMs(), addedBy: null });
    return chosen;
  }

  removeSavedTrack(uri: string): void {
    const ref = this.refOf(uri);
    const position = this.#savedTracks.findIndex((entry) => entry.ref === ref);
    if (position < 0) {
      throw new RangeError(`Not saved: ${uri}`);
    }
    this.#savedTracks.splice(position, 1);
  }

  isSavedTrack(ref: ItemRef): boolean {
    return this.#savedTracks.some((entry) => entry.ref === ref);
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

  putPlaylist({ id, name, description, tracks }: ForeignPlaylist): void {
    const refs = tracks.map((track) => trackRef(this.catalogue.foreign.put(track)));
    const { id: ownerId, displayName: ownerName } = SAMPLE_USER;
    const known = this.findPlaylist(id);
    const added = { addedAtMs: this.wholeSecondMs(), addedBy: ownerId };
    const entries = replacedEntries(known?.entries ?? [], refs, added);
    if (known !== null) {
      known.replace(name, description, entries);
      return;
    }
    const details = { id, name, description, ownerId, ownerName };
    const playlist = { ...details, isPublic: false, collaborative: false };
    this.#playlists.unshift(new PlaylistState(playlist, entries));
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
    setMember(this.#unplayable, this.refOf(uri, KINDS_WITH_PLAYABILITY), !playable);
  }

  setInCatalogue(uri: string, inCatalogue: boolean): void {
    setMember(this.#withdrawn, this.refOf(uri), !inCatalogue);
  }

  #playlist(id: string): PlaylistState {
    const playlist = this.findPlaylist(id);
    if (playlist === null) {
      throw new RangeError(`No playlist ${id}`);
    }
    return playlist;
  }

  #savedTruth(kind: SavedKind): SavedTruth[] {
    return this.saved.list(kind).entries.map((entry) => savedTruth(kind, entry, this));
  }

  #newEntry(uri: string, addedBy: string): Entry {
    return { ref: this.refOf(uri, KINDS_IN_PLAYLISTS), addedAtMs: this.wholeSecondMs(), addedBy };
  }
}

function setMember(set: Set<ItemRef>, ref: ItemRef, member: boolean): void {
  if (member) {
    set.add(ref);
  } else {
    set.delete(ref);
  }
}
