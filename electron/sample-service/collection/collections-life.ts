import { pick, type Random } from '../catalogue/seeded-random.ts';
import type { LibraryState } from './library-state.ts';
import type { SavedKind } from './sample-library.ts';
import type { LifeEvent } from './sample-life.ts';

/** Out of 100 changes of the collections, so many concern each. */
const SHARES: readonly (readonly [SavedKind, number])[] = [
  ['album', 50],
  ['artist', 25],
  ['episode', 15],
  ['show', 7],
  ['audiobook', 3],
];
const FEWEST_OF_A_KIND = 2;

/** What happens to saved albums, shows, episodes and audiobooks, and to followed artists. */
export class CollectionsLife {
  readonly #library: LibraryState;
  readonly #random: Random;

  constructor(library: LibraryState, random: Random) {
    this.#library = library;
    this.#random = random;
  }

  save(): LifeEvent {
    const what = this.#kind();
    return { kind: 'saved', what, uri: CONTROLS[what].save(this.#library) };
  }

  remove(): LifeEvent | null {
    const what = this.#kind();
    const uri = this.#one(what);
    if (uri === null) {
      return null;
    }
    CONTROLS[what].remove(this.#library, uri);
    return { kind: 'unsaved', what, uri };
  }

  /** An album that can be played and no longer shall; null where there is none. */
  albumToGreyOut(): string | null {
    const uri = this.#one('album');
    const ref = uri === null ? null : this.#library.catalogue.refOfUri(uri);
    return ref !== null && this.#library.isPlayable(ref) ? uri : null;
  }

  #kind(): SavedKind {
    let chance = this.#random() * 100;
    for (const [kind, share] of SHARES) {
      chance -= share;
      if (chance < 0) {
        return kind;
      }
    }
    return 'album';
  }

  #one(kind: SavedKind): string | null {
    const { entries } = this.#library.saved.list(kind);
    return entries.length < FEWEST_OF_A_KIND
      ? null
      : this.#library.catalogue.uriOf(pick(entries, this.#random).ref);
  }
}

interface Controls {
  readonly save: (library: LibraryState) => string;
  readonly remove: (library: LibraryState, uri: string) => void;
}

const CONTROLS: Readonly<Record<SavedKind, Controls>> = {
  album: {
    save: (library) => library.saveAlbum(),
    remove: (library, uri) => library.removeSavedAlbum(uri),
  },
  show: {
    save: (library) => library.saveShow(),
    remove: (library, uri) => library.removeSavedShow(uri),
  },
  episode: {
    save: (library) => library.saveEpisode(),
    remove: (library, uri) => library.removeSavedEpisode(uri),
  },
  audiobook: {
    save: (library) => library.saveAudiobook(),
    remove: (library, uri) => library.removeSavedAudiobook(uri),
  },
  artist: {
    save: (library) => library.followArtist(),
    remove: (library, uri) => library.unfollowArtist(uri),
  },
};
