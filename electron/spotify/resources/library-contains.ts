import type { ApiClient } from '../api-client.ts';
import type { ApiResult } from '../api-failure.ts';
import { parseBooleans } from '../schemas/booleans.ts';
import type { RequestOptions } from '../spotify-api.ts';

/** The most URIs that one request can ask about (facts §2). */
const MOST_URIS = 40;

/**
 * `GET /me/library/contains`: which of these are saved or followed, in the order asked.
 *
 * @throws {RangeError} for more than 40
 */
export async function readLibraryContains(
  client: ApiClient,
  uris: readonly string[],
  options: RequestOptions,
): Promise<ApiResult<readonly boolean[]>> {
  if (uris.length > MOST_URIS) {
    throw new RangeError(`At most ${MOST_URIS} URIs can be asked about at once.`);
  }
  if (uris.length === 0) {
    return { kind: 'ok', value: [] };
  }
  const query = { uris: uris.join(',') };
  return client.get({ ...options, path: '/me/library/contains', query }, (body) =>
    parseBooleans(body, uris.length),
  );
}
