import type { CollectionKind } from '../../shared/change.ts';
import type { ApiResult } from '../spotify/api-failure.ts';
import type { ListEntry, Page } from '../spotify/catalogue.ts';
import type { PageRequest, SpotifyApi } from '../spotify/spotify-api.ts';
import type { StoredListKind } from '../storage/lists.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** One thing that every account has once: what it is called inside, and how it is watched. */
export interface Collection {
  readonly kind: CollectionKind;
  /** How often it is looked at; 0 with every check. */
  readonly everyMs: number;
  /** Its first page and its total tell whether anything changed; otherwise it is read whole. */
  readonly hasHead: boolean;
  /** One page by offset; null where it is read by cursor. */
  readonly page:
    | ((api: SpotifyApi, request: PageRequest) => Promise<ApiResult<Page<ListEntry>>>)
    | null;
}

/**
 * In the order in which a pass looks at them. The saved tracks come last: of all answers, theirs is
 * the one that should stand as the last word on whether a permission is missing.
 */
export const COLLECTIONS: readonly Collection[] = [
  {
    kind: 'saved-albums',
    everyMs: HOUR_MS,
    hasHead: true,
    page: (api, request) => api.savedAlbums(request),
  },
  {
    kind: 'saved-episodes',
    everyMs: HOUR_MS,
    hasHead: true,
    page: (api, request) => api.savedEpisodes(request),
  },
  {
    kind: 'saved-shows',
    everyMs: DAY_MS,
    hasHead: false,
    page: (api, request) => api.savedShows(request),
  },
  {
    kind: 'saved-audiobooks',
    everyMs: DAY_MS,
    hasHead: false,
    page: (api, request) => api.savedAudiobooks(request),
  },
  { kind: 'followed-artists', everyMs: DAY_MS, hasHead: false, page: null },
  {
    kind: 'saved-tracks',
    everyMs: 0,
    hasHead: true,
    page: (api, request) => api.savedTracks(request),
  },
];

export function collectionOf(kind: StoredListKind): Collection | null {
  return COLLECTIONS.find((collection) => collection.kind === kind) ?? null;
}

/**
 * Whether the order in which Spotify lists it means anything. Of all collections only the saved
 * tracks are known to stand newest first; of albums the opposite is recorded, and nothing is promised
 * of the others (facts §2).
 */
export function isOrdered(kind: StoredListKind): boolean {
  return kind === 'playlist' || kind === 'playlists' || kind === 'saved-tracks';
}
