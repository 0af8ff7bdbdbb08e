/** Everything the invented catalogue holds; made when asked for and kept nowhere. */
export interface Artist {
  readonly kind: 'artist';
  readonly id: string;
  readonly uri: string;
  readonly name: string;
}

export interface Album {
  readonly kind: 'album';
  readonly id: string;
  readonly uri: string;
  readonly name: string;
  readonly artists: readonly Artist[];
  readonly albumType: 'album' | 'single' | 'compilation';
  readonly totalTracks: number;
  readonly releaseDate: string;
  readonly releaseDatePrecision: 'year' | 'day';
}

export interface Track {
  readonly kind: 'track';
  readonly id: string;
  readonly uri: string;
  readonly name: string;
  readonly artists: readonly Artist[];
  readonly album: Album;
  readonly trackNumber: number;
  readonly durationMs: number;
  readonly explicit: boolean;
  readonly isrc: string;
}

export interface Show {
  readonly kind: 'show';
  readonly id: string;
  readonly uri: string;
  readonly name: string;
  readonly publisher: string;
  readonly totalEpisodes: number;
}

export interface Episode {
  readonly kind: 'episode';
  readonly id: string;
  readonly uri: string;
  readonly name: string;
  readonly show: Show;
  readonly durationMs: number;
  readonly releaseDate: string;
}

/** Its URI is that of a show, as recorded: `spotify:show:…`. */
export interface Audiobook {
  readonly kind: 'audiobook';
  readonly id: string;
  readonly uri: string;
  readonly name: string;
  readonly authors: readonly string[];
  readonly narrators: readonly string[];
  readonly totalChapters: number;
}

export interface LocalFile {
  readonly kind: 'local';
  readonly uri: string;
  readonly name: string;
  readonly artist: string;
  readonly album: string;
  readonly durationMs: number;
}

/** What can stand in a playlist. */
export type ListedObject = Track | Episode | LocalFile;

export type CatalogueObject = ListedObject | Album | Show | Audiobook | Artist;
