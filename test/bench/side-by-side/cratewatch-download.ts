import type { ApiFailure, ApiResult } from '../../../electron/spotify/api-failure.ts';
import type {
  CatalogueItem,
  CursorPage,
  ListEntry,
  Page,
} from '../../../electron/spotify/catalogue.ts';
import { offsetPages } from '../../../electron/spotify/paging.ts';
import type { SpotifyApi } from '../../../electron/spotify/spotify-api.ts';
import type { Clock } from '../../../shared/clock.ts';
import { openCratewatchApi } from './cratewatch-api.ts';
import type { Download, TakeRow } from './download.ts';
import { itemKey } from './item-key.ts';
import type { StartedService } from './messages.ts';

const OPTIONS = { origin: 'monitor', market: null } as const;

/** A download with the app's own session and Web API, as shipped but for the clock. */
export async function cratewatchDownload(service: StartedService, clock: Clock): Promise<Download> {
  const api = await openCratewatchApi(service, clock);
  return async (take) => {
    const { userId } = await answerOf(clock, () => api.profile(OPTIONS));
    await readSaved(api, clock, take);
    for (const id of await readPlaylists(api, clock, userId, take)) {
      // One request brings the first 100 items.
      const { firstPage } = await answerOf(clock, () => api.playlist(id, OPTIONS));
      takeRows(take, id, firstPage);
      if (firstPage.nextOffset !== null) {
        await everyPage(
          clock,
          (offset) => api.playlistItems(id, { ...OPTIONS, offset }),
          (page) => takeRows(take, id, page),
          firstPage.nextOffset,
        );
      }
    }
  };
}

async function readSaved(api: SpotifyApi, clock: Clock, take: TakeRow): Promise<void> {
  const lists = [
    ['saved-tracks', api.savedTracks],
    ['saved-albums', api.savedAlbums],
    ['saved-shows', api.savedShows],
    ['saved-episodes', api.savedEpisodes],
    ['saved-audiobooks', api.savedAudiobooks],
  ] as const;
  for (const [list, read] of lists) {
    await everyPage(
      clock,
      (offset) => read({ ...OPTIONS, offset }),
      (page) => takeRows(take, list, page),
    );
  }
  for (let cursor: string | null = null, more = true; more; ) {
    const from = cursor;
    const page: CursorPage<CatalogueItem> = await answerOf(clock, () =>
      api.followedArtists({ ...OPTIONS, cursor: from }),
    );
    for (const { uri } of page.entries) {
      take(itemKey('followed-artists', uri));
    }
    cursor = page.nextCursor;
    more = cursor !== null;
  }
}

/** Answers the ids of those whose contents may be read (facts §2). */
async function readPlaylists(
  api: SpotifyApi,
  clock: Clock,
  userId: string,
  take: TakeRow,
): Promise<string[]> {
  const readable: string[] = [];
  await everyPage(
    clock,
    (offset) => api.playlists({ ...OPTIONS, offset }),
    (page) => {
      for (const { id, uri, ownerId, isCollaborative } of page.entries) {
        take(itemKey('playlists', uri));
        if (ownerId === userId || isCollaborative) {
          readable.push(id);
        }
      }
    },
  );
  return readable;
}

/** Goes on at the page at which a wait began, as the app's monitor does. */
async function everyPage<T>(
  clock: Clock,
  read: (offset: number) => Promise<ApiResult<Page<T>>>,
  see: (page: Page<T>) => void,
  fromOffset = 0,
): Promise<void> {
  for (let offset: number | null = fromOffset; offset !== null; ) {
    for await (const result of offsetPages(read, offset)) {
      if (result.kind === 'failed') {
        await waitOut(clock, result.failure);
        break;
      }
      see(result.value);
      offset = result.value.nextOffset;
    }
  }
}

async function answerOf<T>(clock: Clock, ask: () => Promise<ApiResult<T>>): Promise<T> {
  for (;;) {
    const result = await ask();
    if (result.kind === 'ok') {
      return result.value;
    }
    await waitOut(clock, result.failure);
  }
}

/** Waits until the time that the client names. @throws Error for a failure that names none */
async function waitOut(clock: Clock, failure: ApiFailure): Promise<void> {
  if (failure.kind !== 'not-now' || failure.reason === 'closing') {
    throw new Error(JSON.stringify(failure));
  }
  const { untilMs } = failure;
  await new Promise<void>((resolve) => {
    clock.setTimer(untilMs - clock.nowMs(), resolve);
  });
}

function takeRows(take: TakeRow, list: string, page: Page<ListEntry>): void {
  for (const { item } of page.entries) {
    take(itemKey(list, item?.uri ?? null));
  }
}
