import type { ApiClient } from '../api-client.ts';
import type { ApiResult } from '../api-failure.ts';
import type { ListEntry, Page } from '../catalogue.ts';
import { parseListEntry } from '../schemas/list-entry.ts';
import { parsePage } from '../schemas/page.ts';
import type { PageRequest } from '../spotify-api.ts';
import { NO_SUCH_OBJECT, objectPath } from './object-path.ts';
import { PAGE_LIMIT } from './page-limit.ts';

/** `GET /playlists/{id}/items`: refused unless owned or collaborative (facts §2). */
export async function readPlaylistItems(
  client: ApiClient,
  id: string,
  { market, offset, ...options }: PageRequest,
): Promise<ApiResult<Page<ListEntry>>> {
  const path = objectPath('playlists', id);
  if (path === null) {
    return NO_SUCH_OBJECT;
  }
  const query = { limit: PAGE_LIMIT, offset, market, additional_types: 'track,episode' };
  return client.get({ ...options, path: `${path}/items`, query }, (body) =>
    parsePage(body, offset, parseListEntry),
  );
}
