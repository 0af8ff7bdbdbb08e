import type {
  FakePlaylist,
  FakeRow,
  FakeSpotifyApi,
} from '../../../../doubles/fake-spotify-api.ts';
import type {
  ListKey,
  TrueItem,
  TrueNaming,
  TrueRow,
  Truth,
} from '../../../../harness/random-life/truth.ts';

/** What the double of Spotify would show now, to somebody who saw all of it at once. */
export function truthOf(api: FakeSpotifyApi): Truth {
  const lists = new Map<ListKey, readonly TrueRow[]>([
    ['saved-tracks', rowsOf(api, api.saved)],
    ['saved-albums', rowsOf(api, api.savedAlbumRows)],
    ['saved-shows', rowsOf(api, api.savedShowRows)],
    ['saved-episodes', rowsOf(api, api.savedEpisodeRows)],
    ['saved-audiobooks', rowsOf(api, api.savedAudiobookRows).map(withoutDate)],
    ['followed-artists', api.followedArtistUris.map(plainRow)],
    ['playlists', api.playlistsInOrder.map(({ id }) => plainRow(`spotify:playlist:${id}`))],
  ]);
  const playlists = new Map<string, TrueNaming>();
  for (const playlist of api.playlistsInOrder) {
    const { name, description, isPublic = null, isCollaborative } = playlist;
    const uri = `spotify:playlist:${playlist.id}` as const;
    playlists.set(uri, { name, description, isPublic, isCollaborative });
    if (isReadable(api, playlist)) {
      lists.set(uri, rowsOf(api, playlist.items));
    }
  }
  const items = new Map<string, TrueItem>();
  for (const [key, rows] of lists) {
    for (const { uri, isGap } of key === 'playlists' ? [] : rows) {
      const isAvailable = !isGap && api.availability.get(uri) !== 'unavailable';
      items.set(uri, { name: api.names.get(uri) ?? `Name of ${uri}`, isAvailable });
    }
  }
  return { lists, playlists, items };
}

/** Own and collaborative ones alone show their contents (facts §2). */
export function isReadable(api: FakeSpotifyApi, playlist: FakePlaylist): boolean {
  return playlist.ownerId === api.userId || playlist.isCollaborative;
}

function rowsOf(api: FakeSpotifyApi, rows: readonly FakeRow[]): TrueRow[] {
  return rows.map(({ uri, addedAtMs, addedBy }) => ({
    uri,
    addedAtMs,
    addedBy,
    isGap: api.missing.has(uri),
  }));
}

function withoutDate(row: TrueRow): TrueRow {
  return { ...row, addedAtMs: null };
}

function plainRow(uri: string): TrueRow {
  return { uri, addedAtMs: null, addedBy: null, isGap: false };
}
