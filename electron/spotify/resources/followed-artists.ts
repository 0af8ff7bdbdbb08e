import type { ApiClient } from '../api-client.ts';
import type { ApiResult } from '../api-failure.ts';
import type { CatalogueItem, CursorPage } from '../catalogue.ts';
import { parseFollowedArtists } from '../schemas/followed-artists.ts';
import type { RequestOptions } from '../spotify-api.ts';
import { PAGE_LIMIT } from './page-limit.ts';

/** `GET /me/following?type=artist`: read by cursor (facts §2). */
export function readFollowedArtists(
  client: ApiClient,
  { cursor, ...options }: RequestOptions & { cursor: string | null },
): Promise<ApiResult<CursorPage<CatalogueItem>>> {
  const query = { type: 'artist', limit: PAGE_LIMIT, after: cursor };
  return client.get({ ...options, path: '/me/following', query }, (body) =>
    parseFollowedArtists(body, cursor),
  );
}
