import type { ApiFailure, ApiResult } from '../../electron/spotify/api-failure.ts';
import type {
  ArtistRelease,
  Availability,
  CatalogueItem,
  CatalogueKind,
  CursorPage,
  ListEntry,
  Page,
  PlaylistSummary,
} from '../../electron/spotify/catalogue.ts';
import type { SpotifyApi } from '../../electron/spotify/spotify-api.ts';
import type { ItemKind } from '../../shared/change.ts';
import type { ServiceState } from '../../shared/session-state.ts';
import { Signal } from '../../shared/signal.ts';
import { requestBudget } from './request-budget.ts';

export interface FakeRow {
  uri: string;
  addedAtMs: number | null;
  addedBy: string | null;
}

export interface FakePlaylist {
  id: string;
  name: string;
  description: string;
  ownerId: string;
  isCollaborative: boolean;
  isPublic?: boolean | null;
  imageUrl?: string;
  /** Null: Spotify gives none for this list. */
  snapshot: number | null;
  items: FakeRow[];
}

export type FakeEndpoint =
  | 'profile'
  | 'saved-tracks'
  | 'saved-albums'
  | 'saved-shows'
  | 'saved-episodes'
  | 'saved-audiobooks'
  | 'followed-artists'
  | 'playlists'
  | 'playlist'
  | 'playlist-items'
  | 'item'
  | 'library-contains'
  | 'artist-releases';

/** Called before every request; an answer of a failure takes the place of the real one. */
export type Interference = (request: {
  readonly number: number;
  readonly endpoint: FakeEndpoint;
  readonly id: string | null;
  readonly offset: number;
}) => ApiFailure | null;

/** The Web API over lists in memory, which a test changes as it likes. */
export class FakeSpotifyApi implements SpotifyApi {
  readonly userId = 'me';
  accountKey = 'account-1';
  country: string | null = 'NL';
  saved: FakeRow[] = [];
  savedAlbumRows: FakeRow[] = [];
  savedShowRows: FakeRow[] = [];
  savedEpisodeRows: FakeRow[] = [];
  /** Their dates are not shown. */
  savedAudiobookRows: FakeRow[] = [];
  /** URIs. */
  followedArtistUris: string[] = [];
  /** By the artist's id. */
  readonly releases = new Map<string, ArtistRelease[]>();
  playlistsInOrder: FakePlaylist[] = [];
  readonly availability = new Map<string, Availability>();
  /** Shown as `null`. */
  readonly missing = new Set<string>();
  readonly names = new Map<string, string>();
  requests = 0;
  usedInLastDay = 0;
  interfere: Interference = () => null;
  /** Rows that cannot be understood, by URI. */
  readonly unreadable = new Set<string>();
  readonly serviceState: ServiceState = { kind: 'ok' };
  readonly serviceStateChanged = new Signal<ServiceState>();

  /** Everybody's token is the same user's here. */
  profileOf(): ReturnType<SpotifyApi['profileOf']> {
    return this.profile();
  }

  profile(): ReturnType<SpotifyApi['profile']> {
    return this.#answer('profile', null, 0, () => ({
      accountKey: this.accountKey,
      userId: this.userId,
      displayName: 'Me',
      country: this.country,
    }));
  }

  savedTracks(request: { offset: number }): ReturnType<SpotifyApi['savedTracks']> {
    return this.#answer('saved-tracks', null, request.offset, () =>
      this.#page(this.saved, request.offset, 50),
    );
  }

  savedAlbums(request: { offset: number }): ReturnType<SpotifyApi['savedAlbums']> {
    return this.#answer('saved-albums', null, request.offset, () =>
      this.#page(this.savedAlbumRows, request.offset, 50, 'album'),
    );
  }

  savedShows(request: { offset: number }): ReturnType<SpotifyApi['savedShows']> {
    return this.#answer('saved-shows', null, request.offset, () =>
      this.#page(this.savedShowRows, request.offset, 50, 'show'),
    );
  }

  savedEpisodes(request: { offset: number }): ReturnType<SpotifyApi['savedEpisodes']> {
    return this.#answer('saved-episodes', null, request.offset, () =>
      this.#page(this.savedEpisodeRows, request.offset, 50, 'episode'),
    );
  }

  savedAudiobooks(request: { offset: number }): ReturnType<SpotifyApi['savedAudiobooks']> {
    const rows = this.savedAudiobookRows.map((row) => ({ ...row, addedAtMs: null }));
    return this.#answer('saved-audiobooks', null, request.offset, () =>
      this.#page(rows, request.offset, 50, 'audiobook'),
    );
  }

  /** The cursor is the URI after which to go on; one that is not followed any more is the end. */
  followedArtists({
    cursor,
  }: {
    cursor: string | null;
  }): ReturnType<SpotifyApi['followedArtists']> {
    const all = this.followedArtistUris;
    const from = cursor === null ? 0 : all.indexOf(cursor) + 1 || all.length;
    return this.#answer('followed-artists', null, from, (): CursorPage<CatalogueItem> => {
      const shown = all.slice(from, from + 50);
      const readable = shown.filter((uri) => !this.unreadable.has(uri));
      return {
        entries: readable.map((uri) => this.#item(uri, 'artist')),
        total: all.length,
        nextCursor: from + 50 < all.length ? (shown.at(-1) ?? null) : null,
        dropped: shown.length - readable.length,
      };
    });
  }

  item(kind: CatalogueKind, id: string): ReturnType<SpotifyApi['item']> {
    return this.#answer('item', null, 0, () => this.#item(`spotify:${kind}:${id}`, kind));
  }

  libraryContains(uris: readonly string[]): ReturnType<SpotifyApi['libraryContains']> {
    return this.#answer('library-contains', null, 0, () => {
      const rows = [
        ...this.saved,
        ...this.savedAlbumRows,
        ...this.savedShowRows,
        ...this.savedEpisodeRows,
        ...this.savedAudiobookRows,
      ];
      const known = new Set([...rows.map(({ uri }) => uri), ...this.followedArtistUris]);
      return uris.map((uri) => known.has(uri));
    });
  }

  artistReleases(
    id: string,
    { offset }: { offset: number },
  ): ReturnType<SpotifyApi['artistReleases']> {
    return this.#answer('artist-releases', null, offset, () => {
      const all = this.releases.get(id) ?? [];
      return {
        entries: all.slice(offset, offset + 10),
        offset,
        total: all.length,
        nextOffset: offset + 10 < all.length ? offset + 10 : null,
        dropped: 0,
      };
    });
  }

  playlists(request: { offset: number }): ReturnType<SpotifyApi['playlists']> {
    const { offset } = request;
    return this.#answer('playlists', null, offset, () => {
      const all = this.playlistsInOrder;
      const shown = all.slice(offset, offset + 50).map((playlist) => this.#summary(playlist));
      const readable = shown.filter(({ uri }) => !this.unreadable.has(uri));
      return {
        entries: readable,
        offset,
        total: all.length,
        nextOffset: offset + 50 < all.length ? offset + 50 : null,
        dropped: shown.length - readable.length,
      };
    });
  }

  playlist(id: string): ReturnType<SpotifyApi['playlist']> {
    return this.#answer('playlist', id, 0, () => {
      const playlist = this.find(id);
      return {
        playlist: this.#summary(playlist),
        firstPage: this.#page(playlist.items, 0, 100),
      };
    });
  }

  playlistItems(id: string, request: { offset: number }): ReturnType<SpotifyApi['playlistItems']> {
    return this.#answer('playlist-items', id, request.offset, () =>
      this.#page(this.find(id).items, request.offset, 50),
    );
  }

  find(id: string): FakePlaylist {
    const playlist = this.playlistsInOrder.find((candidate) => candidate.id === id);
    if (playlist === undefined) {
      throw new RangeError(`No playlist ${id}`);
    }
    return playlist;
  }

  budget() {
    return requestBudget({ usedInLastDay: this.usedInLastDay });
  }

  forgetService(): void {
    // This service never is in another state than "ok".
  }

  forgetAnswers(): void {
    // It remembers none.
  }

  expectNetwork(): void {
    // It is always there.
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #answer<T>(
    endpoint: FakeEndpoint,
    id: string | null,
    offset: number,
    make: () => T,
  ): Promise<ApiResult<T>> {
    this.requests += 1;
    await Promise.resolve();
    const failure = this.interfere({ number: this.requests, endpoint, id, offset });
    if (failure !== null) {
      return { kind: 'failed', failure };
    }
    if (id !== null) {
      const playlist = this.playlistsInOrder.find((candidate) => candidate.id === id);
      if (playlist === undefined) {
        return { kind: 'failed', failure: { kind: 'not-found' } };
      }
      if (playlist.ownerId !== this.userId && !playlist.isCollaborative) {
        return { kind: 'failed', failure: { kind: 'forbidden' } };
      }
    }
    return { kind: 'ok', value: make() };
  }

  #page(
    rows: readonly FakeRow[],
    offset: number,
    limit: number,
    kind: ItemKind = 'track',
  ): Page<ListEntry> {
    const shown = rows.slice(offset, offset + limit);
    const readable = shown.filter(({ uri }) => !this.unreadable.has(uri));
    return {
      entries: readable.map((row) => ({
        addedAtMs: row.addedAtMs,
        addedBy: row.addedBy,
        item: this.missing.has(row.uri) ? null : this.#item(row.uri, kind),
      })),
      offset,
      total: rows.length,
      nextOffset: offset + limit < rows.length ? offset + limit : null,
      dropped: shown.length - readable.length,
    };
  }

  #item(uri: string, kind: ItemKind): CatalogueItem {
    return {
      uri,
      kind,
      name: this.names.get(uri) ?? `Name of ${uri}`,
      artists: ['Artist'],
      album: 'Album',
      durationMs: 200_000,
      isrc: null,
      imageUrl: null,
      availability: this.availability.get(uri) ?? 'available',
    };
  }

  #summary(playlist: FakePlaylist): PlaylistSummary {
    return {
      id: playlist.id,
      uri: `spotify:playlist:${playlist.id}`,
      name: playlist.name,
      description: playlist.description,
      ownerId: playlist.ownerId,
      ownerName: playlist.ownerId,
      isPublic: playlist.isPublic ?? null,
      isCollaborative: playlist.isCollaborative,
      snapshotId: playlist.snapshot === null ? null : `snapshot-${playlist.snapshot}`,
      itemsTotal: playlist.items.length,
      imageUrl: playlist.imageUrl ?? null,
    };
  }
}
