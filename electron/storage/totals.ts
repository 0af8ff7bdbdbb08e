import type { LibraryTotals } from '../../shared/library-status.ts';
import { integer } from './row.ts';
import type { Database } from './sqlite.ts';

const NOTHING: LibraryTotals = {
  savedTracks: 0,
  playlists: 0,
  watchedPlaylists: 0,
  playlistItems: 0,
  unavailableItems: 0,
};

/** What is known of an account's library at this moment. Playlists that are gone do not count. */
export function readTotals(database: Database, accountId: number): LibraryTotals {
  const totals = database.get(
    `WITH standing AS (
       SELECT id, kind, contents, revision_id FROM lists
       WHERE account_id = ?1 AND gone_since_ms IS NULL
     ), sizes AS (
       SELECT standing.kind AS kind, count(*) AS rows FROM standing
         JOIN entries INDEXED BY entries_by_list
           ON entries.list_id = standing.id AND entries.to_revision IS NULL
       WHERE standing.kind <> 'playlists' AND from_revision <= standing.revision_id
       GROUP BY standing.kind
     )
     SELECT
       coalesce((SELECT rows FROM sizes WHERE kind = 'saved-tracks'), 0) AS saved_tracks,
       (SELECT count(*) FROM standing WHERE kind = 'playlist') AS playlists,
       (SELECT count(*) FROM standing WHERE kind = 'playlist' AND contents = 'readable') AS watched,
       coalesce((SELECT rows FROM sizes WHERE kind = 'playlist'), 0) AS playlist_items,
       (SELECT count(*) FROM items WHERE account_id = ?1
          AND availability IN ('unavailable', 'missing')
          AND EXISTS (SELECT 1 FROM entries JOIN standing ON standing.id = entries.list_id
                      WHERE item_id = items.id AND to_revision IS NULL)) AS unavailable`,
    (row) => ({
      savedTracks: integer(row, 'saved_tracks'),
      playlists: integer(row, 'playlists'),
      watchedPlaylists: integer(row, 'watched'),
      playlistItems: integer(row, 'playlist_items'),
      unavailableItems: integer(row, 'unavailable'),
    }),
    accountId,
  );
  return totals ?? NOTHING;
}
