import type { ApiClient } from '../api-client.ts';
import type { ApiResult } from '../api-failure.ts';
import type { Page, PlaylistSummary } from '../catalogue.ts';
import { parsePage } from '../schemas/page.ts';
import { parsePlaylistSummary } from '../schemas/playlist.ts';
import type { RequestOptions } from '../spotify-api.ts';
import { PAGE_LIMIT } from './page-limit.ts';

/** `GET /me/playlists`: owned and followed ones. */
export function readPlaylists(
  client: ApiClient,
  { offset, ...options }: RequestOptions & { offset: number },
): Promise<ApiResult<Page<PlaylistSummary>>> {
  return client.get(
    { ...options, path: '/me/playlists', query: { limit: PAGE_LIMIT, offset } },
    (body) => parsePage(body, offset, parsePlaylistSummary),
  );
}
