import type { RequestBudget } from '../../shared/library-status.ts';
import type { ServiceState } from '../../shared/session-state.ts';
import type { Listenable } from '../../shared/signal.ts';
import type { Secret } from '../session/secret.ts';
import type { ApiResult } from './api-failure.ts';
import type { ListEntry, Page, PlaylistSummary, PlaylistWithItems, Profile } from './catalogue.ts';

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

/** The Web API as the library reads it. Nothing throws; every failure is a value. */
export interface SpotifyApi {
  /** `GET /me` */
  profile(options: RequestOptions): Promise<ApiResult<Profile>>;
  /** `GET /me` with a token that is not the session's; a refused one is `unauthorized` at once. */
  profileOf(token: Secret, options: RequestOptions): Promise<ApiResult<Profile>>;
  /** `GET /me/tracks`, 50 a page. */
  savedTracks(request: PageRequest): Promise<ApiResult<Page<ListEntry>>>;
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

  readonly serviceState: ServiceState;
  readonly serviceStateChanged: Listenable<ServiceState>;
  /** Requests of the last 24 hours against the budget. */
  budget(): RequestBudget;
  /** Another client id is in use: what Spotify said to the former one holds no more. */
  forgetService(): void;
  /** Aborts what is in flight and closes all sockets. */
  close(): Promise<void>;
}
