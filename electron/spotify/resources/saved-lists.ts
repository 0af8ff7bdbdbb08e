import type { ApiClient } from '../api-client.ts';
import type { ApiResult } from '../api-failure.ts';
import type { ListEntry, Page } from '../catalogue.ts';
import { parseAudiobookEntry, parseEntryOf } from '../schemas/list-entry.ts';
import { parsePage } from '../schemas/page.ts';
import type { PageRequest } from '../spotify-api.ts';
import { PAGE_LIMIT } from './page-limit.ts';

/** `takesMarket` is Spotify's own schema: an unknown parameter could one day be refused. */
const SAVED_LISTS = {
  tracks: { parseEntry: parseEntryOf('track'), takesMarket: true },
  albums: { parseEntry: parseEntryOf('album'), takesMarket: true },
  shows: { parseEntry: parseEntryOf('show'), takesMarket: false },
  episodes: { parseEntry: parseEntryOf('episode'), takesMarket: true },
  audiobooks: { parseEntry: parseAudiobookEntry, takesMarket: false },
} as const;

export type SavedList = keyof typeof SAVED_LISTS;

/** `GET /me/tracks` and its like: what the user saved. */
export function readSavedList(
  client: ApiClient,
  list: SavedList,
  { market, offset, ...options }: PageRequest,
): Promise<ApiResult<Page<ListEntry>>> {
  const { parseEntry, takesMarket } = SAVED_LISTS[list];
  const query = { limit: PAGE_LIMIT, offset, market: takesMarket ? market : null };
  return client.get({ ...options, path: `/me/${list}`, query }, (body) =>
    parsePage(body, offset, parseEntry),
  );
}
