import type { ApiClient } from '../api-client.ts';
import type { ApiResult } from '../api-failure.ts';
import type { ArtistRelease, Page } from '../catalogue.ts';
import { parseArtistRelease } from '../schemas/artist-release.ts';
import { parsePage } from '../schemas/page.ts';
import type { PageRequest } from '../spotify-api.ts';
import { NO_SUCH_OBJECT, objectPath } from './object-path.ts';
import { RELEASES_LIMIT } from './page-limit.ts';

/** `GET /artists/{id}/albums`: albums, singles, compilations and what the artist appears on. */
export async function readArtistReleases(
  client: ApiClient,
  id: string,
  { market, offset, ...options }: PageRequest,
): Promise<ApiResult<Page<ArtistRelease>>> {
  const path = objectPath('artists', id);
  if (path === null) {
    return NO_SUCH_OBJECT;
  }
  const query = { limit: RELEASES_LIMIT, offset, market };
  return client.get({ ...options, path: `${path}/albums`, query }, (body) =>
    parsePage(body, offset, parseArtistRelease),
  );
}
