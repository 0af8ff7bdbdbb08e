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
       SELECT id, kind, contents, row_count FROM lists
       WHERE account_id = ?1 AND gone_since_ms IS NULL
     )
     SELECT
       (SELECT coalesce(sum(row_count), 0) FROM standing WHERE kind = 'saved-tracks')
         AS saved_tracks,
       (SELECT count(*) FROM standing WHERE kind = 'playlist') AS playlists,
       (SELECT count(*) FROM standing WHERE kind = 'playlist' AND contents = 'readable') AS watched,
       (SELECT coalesce(sum(row_count), 0) FROM standing WHERE kind = 'playlist')
         AS playlist_items,
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
