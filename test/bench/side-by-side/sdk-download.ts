import { type Page, SpotifyApi } from '@spotify/web-api-ts-sdk';
import type { Download, TakeRow } from './download.ts';
import { itemKey } from './item-key.ts';
import type { StartedService } from './messages.ts';

const LIMIT = 50;

/**
 * A download with Spotify's own SDK as its documentation shows it: an access token with its refresh
 * token, every option at its default, a loop over the pages.
 *
 * The SDK has no option for its addresses, and refreshes a token past the `fetch` it can be given.
 * So the process's own `fetch` leads to the sample service instead.
 *
 * @param moderniseItems asks for `/items` where the SDK asks for `/tracks`, an address that is
 *   refused today (facts §2)
 */
export function sdkDownload(
  service: StartedService,
  options: { readonly moderniseItems: boolean },
): Download {
  redirectFetch(service, options.moderniseItems);
  const sdk = SpotifyApi.withAccessToken(service.clientId, {
    access_token: service.accessToken,
    token_type: 'Bearer',
    expires_in: Math.round((service.expiresAtMs - service.receivedAtMs) / 1_000),
    refresh_token: service.refreshToken,
  });
  return async (take) => {
    const { id } = await sdk.currentUser.profile();
    await readSaved(sdk, take);
    for (const list of await readPlaylists(sdk, id, take)) {
      await everyPage(
        (offset) =>
          sdk.playlists.getPlaylistItems(list, undefined, undefined, LIMIT, offset, ['episode']),
        (row: PlaylistRow) => take(itemKey(list, (row.item ?? row.track)?.uri ?? null)),
      );
    }
  };
}

/** The rows are what the service sent, some of them null, of which the SDK's types say nothing. */
async function readSaved({ currentUser }: SpotifyApi, take: TakeRow): Promise<void> {
  const { albums, audiobooks, episodes, shows, tracks } = currentUser;
  await everyPage(
    (offset) => tracks.savedTracks(LIMIT, offset),
    (row) => take(itemKey('saved-tracks', row?.track?.uri ?? null)),
  );
  await everyPage(
    (offset) => albums.savedAlbums(LIMIT, offset),
    (row) => take(itemKey('saved-albums', row?.album?.uri ?? null)),
  );
  await everyPage(
    (offset) => shows.savedShows(LIMIT, offset),
    (row) => take(itemKey('saved-shows', row?.show?.uri ?? null)),
  );
  await everyPage(
    (offset) => episodes.savedEpisodes(undefined, LIMIT, offset),
    (row) => take(itemKey('saved-episodes', row?.episode?.uri ?? null)),
  );
  await everyPage(
    (offset) => audiobooks.savedAudiobooks(LIMIT, offset),
    (row) => take(itemKey('saved-audiobooks', row?.uri ?? null)),
  );
  for (let after: string | null | undefined; after !== null; ) {
    const { artists } = await currentUser.followedArtists(after, LIMIT);
    for (const artist of artists.items) {
      take(itemKey('followed-artists', artist?.uri ?? null));
    }
    after = artists.next === null ? null : new URL(artists.next).searchParams.get('after');
  }
}

/** Answers the ids of those whose contents may be read (facts §2). */
async function readPlaylists(sdk: SpotifyApi, userId: string, take: TakeRow): Promise<string[]> {
  const readable: string[] = [];
  await everyPage(
    (offset) => sdk.currentUser.playlists.playlists(LIMIT, offset),
    ({ collaborative, id, owner, uri }) => {
      take(itemKey('playlists', uri));
      if (owner.id === userId || collaborative) {
        readable.push(id);
      }
    },
  );
  return readable;
}

async function everyPage<T>(
  read: (offset: number) => Promise<Page<T>>,
  see: (row: T) => void,
): Promise<void> {
  for (let offset = 0; ; offset += LIMIT) {
    const page = await read(offset);
    for (const row of page.items) {
      see(row);
    }
    if (page.next === null) {
      return;
    }
  }
}

/** A row of a playlist as it is sent today; the SDK knows only the older name. */
interface PlaylistRow {
  readonly item?: { readonly uri: string } | null;
  readonly track?: { readonly uri: string } | null;
}

function redirectFetch({ accountsUrl, apiUrl }: StartedService, moderniseItems: boolean): void {
  const send = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const address = String(input)
      .replace(/^https:\/\/api\.spotify\.com\/v1/, apiUrl)
      .replace(/^https:\/\/accounts\.spotify\.com/, accountsUrl);
    return send(
      moderniseItems ? address.replace(/(\/playlists\/[^/?]+)\/tracks/, '$1/items') : address,
      init,
    );
  };
}
