import type { RequestBudget } from '../../shared/library-status.ts';
import type { ServiceState } from '../../shared/session-state.ts';
import type { Listenable } from '../../shared/signal.ts';
import type { Secret } from '../session/secret.ts';
import type { ApiResult } from './api-failure.ts';
import type {
  ArtistRelease,
  CatalogueItem,
  CatalogueKind,
  CursorPage,
  ListEntry,
  Page,
  PlaylistSummary,
  PlaylistWithItems,
  Profile,
} from './catalogue.ts';

/** `by-hand` may use the share of the budget that is kept for the user (blueprint §4). */
export type RequestOrigin = 'monitor' | 'by-hand';

export interface RequestOptions {
  readonly origin: RequestOrigin;
  readonly signal?: AbortSignal;
}

export interface PageRequest extends RequestOptions {
  readonly offset: number;
  /** ISO 3166-1 country, to learn what is playable there; null leaves availability unknown. */
  readonly market: string | null;
}

/** The Web API as the library reads it. Every failure is a value; only misuse throws. */
export interface SpotifyApi {
  /** `GET /me` */
  profile(options: RequestOptions): Promise<ApiResult<Profile>>;
  /** `GET /me` with a token that is not the session's; a refused one is `unauthorized` at once. */
  profileOf(token: Secret, options: RequestOptions): Promise<ApiResult<Profile>>;
  /** `GET /me/tracks`, 50 a page. */
  savedTracks(request: PageRequest): Promise<ApiResult<Page<ListEntry>>>;
  /** `GET /me/albums`, 50 a page, in no order. */
  savedAlbums(request: PageRequest): Promise<ApiResult<Page<ListEntry>>>;
  /** `GET /me/shows`, 50 a page. This endpoint takes no market. */
  savedShows(request: PageRequest): Promise<ApiResult<Page<ListEntry>>>;
  /** `GET /me/episodes`, 50 a page. */
  savedEpisodes(request: PageRequest): Promise<ApiResult<Page<ListEntry>>>;
  /** `GET /me/audiobooks`, 50 a page; without dates. This endpoint takes no market. */
  savedAudiobooks(request: PageRequest): Promise<ApiResult<Page<ListEntry>>>;
  /** `GET /me/following`, 50 a page, in no order. @param request cursor null for the first page */
  followedArtists(
    request: RequestOptions & { cursor: string | null },
  ): Promise<ApiResult<CursorPage<CatalogueItem>>>;
  /** `GET /me/playlists`, 50 a page. */
  playlists(
    request: RequestOptions & { offset: number },
  ): Promise<ApiResult<Page<PlaylistSummary>>>;
  /** `GET /playlists/{id}`: the list and its first 100 items in one request. */
  playlist(
    id: string,
    request: RequestOptions & { market: string | null },
  ): Promise<ApiResult<PlaylistWithItems>>;
  /** `GET /playlists/{id}/items`, 50 a page. */
  playlistItems(id: string, request: PageRequest): Promise<ApiResult<Page<ListEntry>>>;
  /** `GET /tracks/{id}` and its like. Artists take no market. */
  item(
    kind: CatalogueKind,
    id: string,
    request: RequestOptions & { market: string | null },
  ): Promise<ApiResult<CatalogueItem>>;
  /**
   * `GET /me/library/contains`: for each URI, in the same order, whether it is saved or followed.
   * None asked for costs no request. Spotify's schema names audiobooks `spotify:audiobook:{id}` here,
   * although they come as `spotify:show:{id}`.
   *
   * @throws {RangeError} for more than 40 URIs, the most that one request can ask (facts §2)
   */
  libraryContains(
    uris: readonly string[],
    options: RequestOptions,
  ): Promise<ApiResult<readonly boolean[]>>;
  /** `GET /artists/{id}/albums`, 10 a page, in no promised order. */
  artistReleases(id: string, request: PageRequest): Promise<ApiResult<Page<ArtistRelease>>>;

  readonly serviceState: ServiceState;
  readonly serviceStateChanged: Listenable<ServiceState>;
  /** Requests of the last 24 hours against the budget. */
  budget(): RequestBudget;
  /** Another client id is in use: what Spotify said to the former one holds for that one only. */
  forgetService(): void;
  /** Somebody signs in or leaves: what was answered so far is not for whoever comes next. */
  forgetAnswers(): void;
  /** Word from outside that the network may be back: the next request may look whether it is. */
  expectNetwork(): void;
  /** Aborts what is in flight and closes all sockets. */
  close(): Promise<void>;
}
