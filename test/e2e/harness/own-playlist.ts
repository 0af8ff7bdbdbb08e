import type {
  EntryTruth,
  LibraryTruth,
  PlaylistTruth,
} from '../../../electron/sample-service/collection/sample-library.ts';

/** Playlists of the user's own, as they stand in the library, whose names no other name holds. */
export function ownPlaylists({ playlists, userId }: LibraryTruth): readonly PlaylistTruth[] {
  return playlists.filter(
    ({ ownerId, name }) =>
      ownerId === userId && playlists.filter((other) => other.name.includes(name)).length === 1,
  );
}

/** Items that stand once in this playlist and nowhere else, by names that no other name holds. */
export function ownItems(
  { savedTracks, playlists }: LibraryTruth,
  playlist: PlaylistTruth,
): readonly EntryTruth[] {
  const all = [...savedTracks, ...playlists.flatMap(({ items }) => items)];
  return playlist.items.filter(
    ({ uri, name, gone }) =>
      !gone && all.filter((other) => other.uri === uri || other.name.includes(name)).length === 1,
  );
}
