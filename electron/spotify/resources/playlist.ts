import type { ApiClient } from '../api-client.ts';
import type { ApiResult } from '../api-failure.ts';
import type { PlaylistWithItems } from '../catalogue.ts';
import { parsePlaylistWithItems } from '../schemas/playlist.ts';
import type { RequestOptions } from '../spotify-api.ts';
import { NO_SUCH_OBJECT, objectPath } from './object-path.ts';

/** `GET /playlists/{id}` with the first 100 items. */
export async function readPlaylist(
  client: ApiClient,
  id: string,
  { market, ...options }: RequestOptions & { market: string | null },
): Promise<ApiResult<PlaylistWithItems>> {
  const path = objectPath('playlists', id);
  if (path === null) {
    return NO_SUCH_OBJECT;
  }
  const query = { market, additional_types: 'track,episode' };
  return client.get({ ...options, path, query }, (body) => {
    const answer = parsePlaylistWithItems(body);
    // Of another list it would put that one's rows into this one.
    return answer?.playlist.id === id ? answer : null;
  });
}
