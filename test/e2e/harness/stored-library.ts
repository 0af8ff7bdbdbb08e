import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

/** What stands in the library file at this moment, read beside the running app. */
export interface StoredLibrary {
  readonly savedTracks: number;
  readonly playlists: number;
  readonly playlistItems: number;
}

/** Counts the rows that stand: what was removed or is gone is not among them. */
export function readStoredLibrary(profile: string): StoredLibrary {
  const database = new DatabaseSync(join(profile, 'library.sqlite'), { readOnly: true });
  try {
    const count = (sql: string): number => Number(database.prepare(sql).get()?.count);
    const entries = (kind: string): number =>
      count(`SELECT count(*) AS count FROM entries
             JOIN lists ON lists.id = entries.list_id AND lists.kind = '${kind}'
             WHERE from_revision <= revision_id
               AND (to_revision IS NULL OR to_revision > revision_id)`);
    return {
      savedTracks: entries('saved-tracks'),
      playlists: count(
        "SELECT count(*) AS count FROM lists WHERE kind = 'playlist' AND gone_since_ms IS NULL",
      ),
      playlistItems: entries('playlist'),
    };
  } finally {
    database.close();
  }
}
