import type { ApiClient } from '../api-client.ts';
import type { ApiResult } from '../api-failure.ts';
import type { ListEntry, Page } from '../catalogue.ts';
import { parseListEntry } from '../schemas/list-entry.ts';
import { parsePage } from '../schemas/page.ts';
import type { PageRequest } from '../spotify-api.ts';
import { PAGE_LIMIT } from './page-limit.ts';

/** `GET /me/tracks` */
export function readSavedTracks(
  client: ApiClient,
  { market, offset, ...options }: PageRequest,
): Promise<ApiResult<Page<ListEntry>>> {
  return client.get(
    { ...options, path: '/me/tracks', query: { limit: PAGE_LIMIT, offset, market } },
    (body) => parsePage(body, offset, parseListEntry),
  );
}
