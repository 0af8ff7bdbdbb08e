import { type ItemRef, kindOfRef, type RefKind } from '../catalogue/item-ref.ts';
import type { SampleCatalogue } from '../catalogue/sample-catalogue.ts';
import { ArtistReleases } from './artist-releases.ts';
import type { SavedContents } from './generate-saved.ts';
import type { ReleaseTruth, SampleLibrary, SavedKind } from './sample-library.ts';
import { SavedCollections } from './saved-collections.ts';

export interface CollectionsStateOptions {
  readonly seed: number;
  readonly catalogue: SampleCatalogue;
  readonly nowMs: () => number;
  readonly saved: SavedContents;
  /** The first album of which nothing stands in any list. */
  readonly nextAlbumIndex: number;
}

type CollectionControls = Pick<
  SampleLibrary,
  | 'saveAlbum'
  | 'removeSavedAlbum'
  | 'saveShow'
  | 'removeSavedShow'
  | 'saveEpisode'
  | 'removeSavedEpisode'
  | 'saveAudiobook'
  | 'removeSavedAudiobook'
  | 'followArtist'
  | 'unfollowArtist'
  | 'releasesOf'
>;

/** The part of the library that is neither tracks nor playlists, and what all parts need. */
export class CollectionsState implements CollectionControls {
  readonly catalogue: SampleCatalogue;
  readonly saved: SavedCollections;
  readonly releases: ArtistReleases;
  readonly #nowMs: () => number;
  #nextAlbumIndex: number;

  constructor({ seed, catalogue, nowMs, saved, nextAlbumIndex }: CollectionsStateOptions) {
    this.catalogue = catalogue;
    this.#nowMs = nowMs;
    this.#nextAlbumIndex = nextAlbumIndex;
    this.releases = new ArtistReleases(catalogue, () => this.#nextAlbumIndex);
    this.saved = new SavedCollections({
      seed,
      catalogue,
      contents: saved,
      newAlbumIndex: () => this.newAlbumIndex(),
    });
  }

  saveAlbum(uri?: string): string {
    return this.#save('album', uri, this.wholeSecondMs());
  }

  removeSavedAlbum(uri: string): void {
    this.#remove('album', uri);
  }

  saveShow(uri?: string): string {
    return this.#save('show', uri, this.wholeSecondMs());
  }

  removeSavedShow(uri: string): void {
    this.#remove('show', uri);
  }

  saveEpisode(uri?: string): string {
    return this.#save('episode', uri, this.wholeSecondMs());
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
    return this.releases.of(this.refOf(artistUri, ['artist'])).map(({ ref, group }) => {
      const { uri, name } = this.catalogue.object(ref);
      return { uri, name, group };
    });
  }

  /** Throws a RangeError for a URI that is not in the catalogue, or of none of these kinds. */
  protected refOf(uri: string, kinds?: readonly RefKind[]): ItemRef {
    const ref = this.catalogue.refOfUri(uri);
    if (ref === null) {
      throw new RangeError(`Not in the sample catalogue: ${uri}`);
    }
    if (kinds?.includes(kindOfRef(ref)) === false) {
      throw new RangeError(`Not of kind ${kinds.join(' or ')}: ${uri}`);
    }
    return ref;
  }

  protected newAlbumIndex(): number {
    this.#nextAlbumIndex += 1;
    return this.#nextAlbumIndex - 1;
  }

  /** `added_at` has no fraction of a second. */
  protected wholeSecondMs(): number {
    return Math.floor(this.#nowMs() / 1000) * 1000;
  }

  #save(kind: SavedKind, uri: string | undefined, addedAtMs: number | null): string {
    const ref = uri === undefined ? null : this.refOf(uri, [kind]);
    return this.catalogue.uriOf(this.saved.list(kind).save(ref, addedAtMs));
  }

  #remove(kind: SavedKind, uri: string): void {
    if (!this.saved.list(kind).remove(this.refOf(uri, [kind]))) {
      throw new RangeError(`Not saved: ${uri}`);
    }
  }
}
