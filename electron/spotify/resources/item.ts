import type { ApiClient } from '../api-client.ts';
import type { ApiResult } from '../api-failure.ts';
import type { CatalogueItem, CatalogueKind } from '../catalogue.ts';
import { parseItemAskedFor } from '../schemas/catalogue-item.ts';
import type { RequestOptions } from '../spotify-api.ts';
import { NO_SUCH_OBJECT, objectPath } from './object-path.ts';

/** `GET /tracks/{id}` and its like: one request an object, since batch reads are gone (facts §2). */
export async function readItem(
  client: ApiClient,
  kind: CatalogueKind,
  id: string,
  { market, ...options }: RequestOptions & { market: string | null },
): Promise<ApiResult<CatalogueItem>> {
  const path = objectPath(`${kind}s`, id);
  if (path === null) {
    return NO_SUCH_OBJECT;
  }
  const query = { market: kind === 'artist' ? null : market };
  return client.get({ ...options, path, query }, (body) => parseItemAskedFor(body, kind, id));
}
