import type { ApiResult } from '../../../../../../electron/spotify/api-failure.ts';
import type { CursorPage, Page } from '../../../../../../electron/spotify/catalogue.ts';
import { FakeSpotifyApi } from '../../../../../doubles/fake-spotify-api.ts';

/** Lists that are read by offset, as a lie names them. */
export type PagedList = 'saved-tracks' | 'saved-albums' | 'playlists' | 'playlist-items';

type Lie = <T>(page: Page<T>, list: PagedList, offset: number) => Page<T>;
type CursorLie = <T>(page: CursorPage<T>, cursor: string | null) => CursorPage<T>;

/** A service that answers every request, and not always with the truth. */
export class LyingSpotifyApi extends FakeSpotifyApi {
  lie: Lie = (page) => page;
  lieByCursor: CursorLie = (page) => page;

  override async savedTracks(request: { offset: number }) {
    return this.#told('saved-tracks', request.offset, await super.savedTracks(request));
  }

  override async savedAlbums(request: { offset: number }) {
    return this.#told('saved-albums', request.offset, await super.savedAlbums(request));
  }

  override async playlists(request: { offset: number }) {
    return this.#told('playlists', request.offset, await super.playlists(request));
  }

  override async playlist(id: string): ReturnType<FakeSpotifyApi['playlist']> {
    const result = await super.playlist(id);
    return result.kind === 'failed'
      ? result
      : {
          kind: 'ok',
          value: {
            ...result.value,
            firstPage: this.lie(result.value.firstPage, 'playlist-items', 0),
          },
        };
  }

  override async playlistItems(id: string, request: { offset: number }) {
    return this.#told('playlist-items', request.offset, await super.playlistItems(id, request));
  }

  override async followedArtists(request: { cursor: string | null }) {
    const result = await super.followedArtists(request);
    return result.kind === 'failed'
      ? result
      : ({ kind: 'ok', value: this.lieByCursor(result.value, request.cursor) } as const);
  }

  #told<T>(list: PagedList, offset: number, result: ApiResult<Page<T>>): ApiResult<Page<T>> {
    return result.kind === 'failed'
      ? result
      : { kind: 'ok', value: this.lie(result.value, list, offset) };
  }
}
