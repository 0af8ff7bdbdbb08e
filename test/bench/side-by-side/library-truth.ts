import type { LibraryTruth } from '../../../electron/sample-service/collection/sample-library.ts';
import { itemKey } from './item-key.ts';

/** Every row that a client can get: others' playlists show their contents to nobody else. */
export function libraryTruth(library: LibraryTruth): string[] {
  return [
    ...rowKeys('saved-tracks', library.savedTracks),
    ...rowKeys('saved-albums', library.savedAlbums),
    ...rowKeys('saved-shows', library.savedShows),
    ...rowKeys('saved-episodes', library.savedEpisodes),
    ...rowKeys('saved-audiobooks', library.savedAudiobooks),
    ...rowKeys('followed-artists', library.followedArtists),
    ...library.playlists.flatMap((playlist) => [
      itemKey('playlists', playlist.uri),
      ...(playlist.readable ? rowKeys(playlist.id, playlist.items) : []),
    ]),
  ];
}

interface RowTruth {
  readonly uri: string;
  readonly gone: boolean;
}

function rowKeys(list: string, rows: readonly RowTruth[]): string[] {
  return rows.map(({ uri, gone }) => itemKey(list, gone ? null : uri));
}
