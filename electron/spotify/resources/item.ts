import type { ApiClient } from '../api-client.ts';
import type { ApiResult } from '../api-failure.ts';
import type { CatalogueItem, CatalogueKind } from '../catalogue.ts';
import { parseItemAskedFor } from '../schemas/catalogue-item.ts';
import type { RequestOptions } from '../spotify-api.ts';

/** `GET /tracks/{id}` and its like: one request an object, since batch reads are gone (facts §2). */
export function readItem(
  client: ApiClient,
  kind: CatalogueKind,
  id: string,
  { market, ...options }: RequestOptions & { market: string | null },
): Promise<ApiResult<CatalogueItem>> {
  const query = { market: kind === 'artist' ? null : market };
  return client.get({ ...options, path: `/${kind}s/${encodeURIComponent(id)}`, query }, (body) =>
    parseItemAskedFor(body, kind, id),
  );
}
