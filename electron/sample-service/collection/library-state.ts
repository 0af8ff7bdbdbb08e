import { idOf } from '../catalogue/base62-id.ts';
import {
  type ItemRef,
  kindOfRef,
  type RefKind,
  trackIndexOf,
  trackRef,
} from '../catalogue/item-ref.ts';
import type { SampleCatalogue } from '../catalogue/sample-catalogue.ts';
import { ArtistReleases } from './artist-releases.ts';
import type { SavedContents } from './generate-saved.ts';
import { type CatalogueStanding, entryTruth, playlistTruth, savedTruth } from './library-truth.ts';
import { type Entry, PlaylistState } from './playlist-state.ts';
import type {
  LibraryTruth,
  NewPlaylist,
  PlaylistTruth,
  ReleaseTruth,
  SampleLibrary,
  SavedKind,
  SavedTruth,
} from './sample-library.ts';
import { OTHER_USERS, SAMPLE_USER } from './sample-user.ts';
import { SavedCollections } from './saved-collections.ts';

export interface LibraryContents {
  /** Newest first, as the service lists them. */
  readonly savedTracks: Entry[];
  readonly playlists: PlaylistState[];
  readonly saved: SavedContents;
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

/** What Spotify tells of whether it can be played. */
const KINDS_WITH_PLAYABILITY: readonly RefKind[] = ['track', 'episode', 'album'];
const KINDS_IN_PLAYLISTS: readonly RefKind[] = ['track', 'episode'];

/** The library of the sample user and everything that can happen to it. */
export class LibraryState implements SampleLibrary, CatalogueStanding {
  readonly catalogue: SampleCatalogue;
  readonly saved: SavedCollections;
  readonly releases: ArtistReleases;
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
    this.releases = new ArtistReleases(options.catalogue, () => this.#nextAlbumIndex);
    this.saved = new SavedCollections({
      seed: options.seed,
      catalogue: options.catalogue,
      contents: options.saved,
      newAlbumIndex: () => this.#newAlbumIndex(),
    });
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
      const ref = trackRef(trackIndexOf(this.#newAlbumIndex(), 0));
      return this.catalogue.uriOf(ref);
    });
  }

  saveTrack(uri?: string): string {
    const [chosen = ''] = uri === undefined ? this.newTrackUris(1) : [uri];
    const ref = this.#ref(chosen, ['track']);
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

  isSavedTrack(ref: ItemRef): boolean {
    return this.#savedTracks.some((entry) => entry.ref === ref);
  }

  saveAlbum(uri?: string): string {
    return this.#save('album', uri, this.#wholeSecondMs());
  }

  removeSavedAlbum(uri: string): void {
    this.#remove('album', uri);
  }

  saveShow(uri?: string): string {
    return this.#save('show', uri, this.#wholeSecondMs());
  }

  removeSavedShow(uri: string): void {
    this.#remove('show', uri);
  }

  saveEpisode(uri?: string): string {
    return this.#save('episode', uri, this.#wholeSecondMs());
  }

  removeSavedEpisode(uri: string): void {
    this.#remove('episode', uri);
  }

  saveAudiobook(uri?: string): string {
    return this.#save('audiobook', uri, null);
  }

  removeSavedAudiobook(uri: string): void {
    this.#remove('audiobook', uri);
  }

  followArtist(uri?: string): string {
    return this.#save('artist', uri, null);
  }

  unfollowArtist(uri: string): void {
    this.#remove('artist', uri);
  }

  releasesOf(artistUri: string): ReleaseTruth[] {
    return this.releases.of(this.#ref(artistUri, ['artist'])).map(({ ref, group }) => {
      const { uri, name } = this.catalogue.object(ref);
      return { uri, name, group };
    });
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
    setMember(this.#unplayable, this.#ref(uri, KINDS_WITH_PLAYABILITY), !playable);
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

  #ref(uri: string, kinds?: readonly RefKind[]): ItemRef {
    const ref = this.catalogue.refOfUri(uri);
    if (ref === null) {
      throw new RangeError(`Not in the sample catalogue: ${uri}`);
    }
    if (kinds?.includes(kindOfRef(ref)) === false) {
      throw new RangeError(`Not of kind ${kinds.join(' or ')}: ${uri}`);
    }
    return ref;
  }

  #save(kind: SavedKind, uri: string | undefined, addedAtMs: number | null): string {
    const ref = uri === undefined ? null : this.#ref(uri, [kind]);
    return this.catalogue.uriOf(this.saved.list(kind).save(ref, addedAtMs));
  }

  #remove(kind: SavedKind, uri: string): void {
    if (!this.saved.list(kind).remove(this.#ref(uri, [kind]))) {
      throw new RangeError(`Not saved: ${uri}`);
    }
  }

  #savedTruth(kind: SavedKind): SavedTruth[] {
    return this.saved.list(kind).entries.map((entry) => savedTruth(kind, entry, this));
  }

  #newAlbumIndex(): number {
    this.#nextAlbumIndex += 1;
    return this.#nextAlbumIndex - 1;
  }

  #newEntry(uri: string, addedBy: string): Entry {
    return { ref: this.#ref(uri, KINDS_IN_PLAYLISTS), addedAtMs: this.#wholeSecondMs(), addedBy };
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
