import type {
  EntryTruth,
  LibraryTruth,
  SavedTruth,
} from '../../../electron/sample-service/collection/sample-library.ts';
import type { ListKey, TrueItem, TrueNaming, TrueRow, Truth } from '../random-life/truth.ts';

/** What the sample service would show now, to somebody who saw all of it at once. */
export function serviceTruth(library: LibraryTruth): Truth {
  const lists = new Map<ListKey, readonly TrueRow[]>([
    ['saved-tracks', library.savedTracks.map((entry) => ({ ...rowOf(entry), addedBy: null }))],
    ['saved-albums', library.savedAlbums.map(savedRow)],
    ['saved-shows', library.savedShows.map(savedRow)],
    ['saved-episodes', library.savedEpisodes.map(savedRow)],
    ['saved-audiobooks', library.savedAudiobooks.map(savedRow)],
    ['followed-artists', library.followedArtists.map(savedRow)],
    ['playlists', library.playlists.map(({ uri }) => plainRow(uri))],
  ]);
  const playlists = new Map<string, TrueNaming>();
  const items = new Map<string, TrueItem>();
  const see = ({ uri, name, playable, gone }: EntryTruth | SavedTruth) =>
    items.set(uri, { name, isAvailable: playable && !gone });
  for (const {
    id,
    uri,
    name,
    description,
    isPublic,
    collaborative,
    ...rest
  } of library.playlists) {
    playlists.set(uri, { name, description, isPublic, isCollaborative: collaborative });
    if (rest.readable) {
      lists.set(`spotify:playlist:${id}`, rest.items.map(rowOf));
      rest.items.forEach(see);
    }
  }
  const { savedTracks, savedAlbums, savedShows, savedEpisodes, savedAudiobooks } = library;
  savedTracks.forEach(see);
  for (const saved of [savedAlbums, savedShows, savedEpisodes, savedAudiobooks]) {
    saved.forEach(see);
  }
  library.followedArtists.forEach(see);
  return { lists, playlists, items };
}

function rowOf({ uri, addedAtMs, addedBy, gone }: EntryTruth): TrueRow {
  return { uri, addedAtMs, addedBy, isGap: gone };
}

function savedRow({ uri, addedAtMs, gone }: SavedTruth): TrueRow {
  return { uri, addedAtMs, addedBy: null, isGap: gone };
}

function plainRow(uri: string): TrueRow {
  return { uri, addedAtMs: null, addedBy: null, isGap: false };
}
