import type { Clock, Timer } from '../../../shared/clock.ts';
import { PlaylistNames } from '../catalogue/playlist-names.ts';
import { hash32, intBelow, pick, type Random, seededRandom } from '../catalogue/seeded-random.ts';
import { CollectionsLife } from './collections-life.ts';
import type { LibraryState } from './library-state.ts';
import { mayReadItems } from './library-truth.ts';
import type { PlaylistState } from './playlist-state.ts';
import type { LifeEvent, SampleLife } from './sample-life.ts';
import { SAMPLE_USER } from './sample-user.ts';

type Happening = (life: LibraryLife) => LifeEvent | null;

/** How often each thing happens, out of the sum of all. */
const HAPPENINGS: readonly (readonly [number, Happening])[] = [
  [28, (life) => life.saveTrack()],
  [8, (life) => life.removeSavedTrack()],
  [22, (life) => life.addItems()],
  [12, (life) => life.removeItem()],
  [8, (life) => life.moveItem()],
  [8, (life) => life.greyOut()],
  [4, (life) => life.bringBack()],
  [3, (life) => life.rename()],
  [3, (life) => life.describe()],
  [3, (life) => life.createPlaylist()],
  [1, (life) => life.deletePlaylist()],
];
/** Only in a library that has more than tracks and playlists. */
const COLLECTION_HAPPENINGS: typeof HAPPENINGS = [
  [14, (life) => life.saveToCollection()],
  [6, (life) => life.removeFromCollection()],
  [2, (life) => life.greyOutAlbum()],
];
const FEWEST_OWN_PLAYLISTS = 4;

/** Changes the library now and then, as its owner and the world would. */
export class LibraryLife implements SampleLife {
  readonly #library: LibraryState;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #names: PlaylistNames;
  readonly #collections: CollectionsLife;
  readonly #happenings: typeof HAPPENINGS;
  /** What life itself greyed out and may bring back. */
  readonly #greyed: string[] = [];
  #timer: Timer | null = null;

  constructor(library: LibraryState, clock: Clock, seed: number) {
    this.#library = library;
    this.#clock = clock;
    this.#random = seededRandom(hash32(seed, 0x11fe));
    this.#collections = new CollectionsLife(library, this.#random);
    this.#happenings = library.saved.isEmpty
      ? HAPPENINGS
      : [...HAPPENINGS, ...COLLECTION_HAPPENINGS];
    this.#names = new PlaylistNames(
      seededRandom(hash32(seed, 0x11ff)),
      new Date(clock.nowMs()).getUTCFullYear(),
      library.playlists.map((playlist) => playlist.name),
    );
  }

  step(count = 1): LifeEvent[] {
    return Array.from({ length: count }, () => this.#happen()(this) ?? this.saveTrack());
  }

  start(intervalMs: number): void {
    this.stop();
    this.#timer = this.#clock.setTimer(intervalMs, () => {
      this.step();
      this.start(intervalMs);
    });
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  saveTrack(): LifeEvent {
    return { kind: 'track-saved', uri: this.#library.saveTrack() };
  }

  removeSavedTrack(): LifeEvent | null {
    const { savedTracks, catalogue } = this.#library;
    if (savedTracks.length === 0) {
      return null;
    }
    const uri = catalogue.uriOf(pick(savedTracks, this.#random).ref);
    this.#library.removeSavedTrack(uri);
    return { kind: 'track-unsaved', uri };
  }

  addItems(): LifeEvent | null {
    const playlist = this.#readable(0);
    if (playlist === null) {
      return null;
    }
    const uris = this.#library.newTrackUris(1 + intBelow(3, this.#random));
    this.#library.insertItems(playlist.id, uris);
    return { kind: 'items-added', playlistId: playlist.id, uris };
  }

  removeItem(): LifeEvent | null {
    const playlist = this.#readable(1);
    if (playlist === null) {
      return null;
    }
    const position = intBelow(playlist.entries.length, this.#random);
    const entry = playlist.entries[position];
    if (entry === undefined) {
      return null;
    }
    this.#library.removeItems(playlist.id, position);
    const uri = this.#library.catalogue.uriOf(entry.ref);
    return { kind: 'item-removed', playlistId: playlist.id, uri };
  }

  moveItem(): LifeEvent | null {
    const playlist = this.#readable(2);
    if (playlist === null) {
      return null;
    }
    const { length } = playlist.entries;
    const from = intBelow(length, this.#random);
    // Any place but the one where it stands.
    const to = (from + 1 + intBelow(length - 1, this.#random)) % length;
    this.#library.moveItems(playlist.id, from, to);
    return { kind: 'item-moved', playlistId: playlist.id, from, to };
  }

  greyOut(): LifeEvent | null {
    const { savedTracks, catalogue } = this.#library;
    if (savedTracks.length === 0) {
      return null;
    }
    const { ref } = pick(savedTracks, this.#random);
    if (!this.#library.isPlayable(ref)) {
      return null;
    }
    const uri = catalogue.uriOf(ref);
    this.#library.setPlayable(uri, false);
    this.#greyed.push(uri);
    return { kind: 'greyed-out', uri };
  }

  saveToCollection(): LifeEvent {
    return this.#collections.save();
  }

  removeFromCollection(): LifeEvent | null {
    return this.#collections.remove();
  }

  greyOutAlbum(): LifeEvent | null {
    const uri = this.#collections.albumToGreyOut();
    if (uri === null) {
      return null;
    }
    this.#library.setPlayable(uri, false);
    this.#greyed.push(uri);
    return { kind: 'greyed-out', uri };
  }

  bringBack(): LifeEvent | null {
    const uri = this.#greyed.shift();
    if (uri === undefined) {
      return null;
    }
    this.#library.setPlayable(uri, true);
    return { kind: 'brought-back', uri };
  }

  rename(): LifeEvent | null {
    const playlist = this.#own();
    if (playlist === null) {
      return null;
    }
    const before = playlist.name;
    this.#library.rename(playlist.id, this.#names.own());
    return { kind: 'renamed', playlistId: playlist.id, before, after: playlist.name };
  }

  describe(): LifeEvent | null {
    const playlist = this.#own();
    if (playlist === null) {
      return null;
    }
    const before = playlist.description;
    this.#library.describe(playlist.id, this.#names.otherDescription(before));
    return { kind: 'described', playlistId: playlist.id, before, after: playlist.description };
  }

  createPlaylist(): LifeEvent {
    const playlistId = this.#library.createPlaylist({
      name: this.#names.own(),
      description: this.#names.description(),
      uris: this.#library.newTrackUris(3 + intBelow(6, this.#random)),
    });
    return { kind: 'playlist-created', playlistId };
  }

  deletePlaylist(): LifeEvent | null {
    const playlist = this.#own();
    if (playlist === null || this.#ownPlaylists().length <= FEWEST_OWN_PLAYLISTS) {
      return null;
    }
    this.#library.deletePlaylist(playlist.id);
    return { kind: 'playlist-deleted', playlistId: playlist.id, name: playlist.name };
  }

  #happen(): Happening {
    const sum = this.#happenings.reduce((total, [weight]) => total + weight, 0);
    let chance = this.#random() * sum;
    for (const [weight, happening] of this.#happenings) {
      chance -= weight;
      if (chance < 0) {
        return happening;
      }
    }
    return (life) => life.saveTrack();
  }

  #ownPlaylists(): PlaylistState[] {
    return this.#library.playlists.filter((playlist) => playlist.ownerId === SAMPLE_USER.id);
  }

  #own(): PlaylistState | null {
    const own = this.#ownPlaylists();
    return own.length === 0 ? null : pick(own, this.#random);
  }

  /** One whose contents can be seen, with at least so many items. */
  #readable(fewestItems: number): PlaylistState | null {
    const readable = this.#library.playlists.filter(
      (playlist) => mayReadItems(playlist) && playlist.entries.length >= fewestItems,
    );
    return readable.length === 0 ? null : pick(readable, this.#random);
  }
}
