import { assertNever } from '../../../shared/assert-never.ts';
import type { PlaylistsQuery } from '../../../shared/library-rows.ts';
import type { StoredPlaylistRow } from '../../storage/playlist-rows.ts';
import { isFound, typedWords, wordsOf } from '../../storage/search-words.ts';
import { sortKey } from '../../storage/sort-key.ts';

/** A playlist and what it is sorted and filtered by. */
export interface BrowsedPlaylist {
  readonly row: StoredPlaylistRow;
  /** In the list of playlists, from 0 on; null: not listed. */
  readonly position: number | null;
  readonly nameKey: string;
  readonly ownerKey: string;
  readonly words: readonly string[];
}

/** @param listedIds - Spotify's ids of the playlists that are listed now, in their order */
export function browsePlaylists(
  rows: readonly StoredPlaylistRow[],
  listedIds: readonly string[],
): BrowsedPlaylist[] {
  const positions = new Map(listedIds.map((id, position) => [id, position]));
  return rows.map((row) => ({
    row,
    position: positions.get(row.externalId) ?? null,
    nameKey: sortKey(row.name),
    ownerKey: sortKey(row.ownerName ?? ''),
    words: [...wordsOf(row.name), ...wordsOf(row.ownerName ?? '')],
  }));
}

/** What a filter lets through, sorted; what has nothing to be sorted by comes last either way. */
export function orderPlaylists(
  playlists: readonly BrowsedPlaylist[],
  { sort, filter }: Pick<PlaylistsQuery, 'sort' | 'filter'>,
): BrowsedPlaylist[] {
  const typed = typedWords(filter.text);
  const passing = playlists.filter(
    ({ row, words }) =>
      (filter.listId === undefined || filter.listId === row.listId) &&
      (filter.state === 'any' || (filter.state === 'gone') === (row.goneSinceMs !== null)) &&
      isFound(words, typed),
  );
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return passing.toSorted((left, right) => {
    const one = keyOf(left, sort.by);
    const other = keyOf(right, sort.by);
    if (one === null || other === null) {
      return Number(one === null) - Number(other === null) || byPosition(left, right);
    }
    return (one < other ? -sign : one > other ? sign : 0) || byPosition(left, right);
  });
}

function keyOf(
  playlist: BrowsedPlaylist,
  by: PlaylistsQuery['sort']['by'],
): string | number | null {
  switch (by) {
    case 'position':
      return playlist.position;
    case 'name':
      return playlist.nameKey === '' ? null : playlist.nameKey;
    case 'owner':
      return playlist.ownerKey === '' ? null : playlist.ownerKey;
    case 'items':
      return playlist.row.items;
    case 'changed':
      return playlist.row.changedAtMs;
    default:
      return assertNever(by);
  }
}

function byPosition(left: BrowsedPlaylist, right: BrowsedPlaylist): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (left.position ?? last) - (right.position ?? last) || left.row.listId - right.row.listId;
}
