import type { PlaylistRow } from '../../shared/library-rows.ts';
import { standsAt } from './history-rows.ts';
import { flag, integer, integerOrNull, text, textList, textOrNull } from './row.ts';
import type { Database, SqlRow } from './sqlite.ts';

export interface StoredPlaylistRow extends PlaylistRow {
  readonly externalId: string;
}

/** What is to be told of each playlist that an account has or had. */
export class PlaylistRows {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** After the id of one of them, in the order of ids. Those that are being deleted are left out. */
  after(accountId: number, listId: number, limit: number): StoredPlaylistRow[] {
    return this.#database.all(
      `SELECT lists.id AS id, external_id, uri, name, description, owner_name, is_public,
         is_collaborative, image_url, contents, revision_id, row_count, gone_since_ms,
         owner_id IS NOT NULL AND owner_id IS (SELECT user_id FROM accounts WHERE id = ?1)
           AS is_own,
         (SELECT observed_before_ms FROM revisions
          WHERE revisions.id = lists.revision_id AND observed_after_ms IS NOT NULL) AS changed_at_ms,
         (SELECT max(observed_at_ms) FROM list_versions
          WHERE list_id = lists.id HAVING count(*) > 1) AS described_at_ms
       FROM lists
       WHERE lists.id > ?2 AND +account_id = ?1 AND +kind = 'playlist' AND uri IS NOT NULL
       ORDER BY lists.id LIMIT ?3`,
      readPlaylist,
      accountId,
      listId,
      limit,
    );
  }

  /** Spotify's ids of the playlists as they are listed now. */
  listedIds(accountId: number): readonly string[] {
    const ids = this.#database.get(
      `SELECT json_group_array(substr(uri, length('spotify:playlist:') + 1)) AS ids FROM (
         SELECT items.uri AS uri FROM lists
           JOIN entries INDEXED BY entries_by_order ON entries.list_id = lists.id
           JOIN items ON items.id = entries.item_id
         WHERE lists.account_id = ? AND lists.kind = 'playlists' AND lists.external_id = ''
           AND ${standsAt('lists.revision_id')}
         ORDER BY entries.order_key)`,
      (row) => textList(row, 'ids'),
      accountId,
    );
    return ids ?? [];
  }
}

function readPlaylist(row: SqlRow): StoredPlaylistRow {
  const isRead = row.revision_id !== null;
  const changes = [integerOrNull(row, 'changed_at_ms'), integerOrNull(row, 'described_at_ms')];
  const changedAtMs = Math.max(...changes.map((atMs) => atMs ?? Number.NEGATIVE_INFINITY));
  return {
    listId: integer(row, 'id'),
    externalId: text(row, 'external_id'),
    uri: textOrNull(row, 'uri'),
    name: text(row, 'name'),
    description: text(row, 'description'),
    ownerName: textOrNull(row, 'owner_name'),
    isOwn: flag(row, 'is_own'),
    isPublic: row.is_public === null ? null : flag(row, 'is_public'),
    isCollaborative: flag(row, 'is_collaborative'),
    imageUrl: textOrNull(row, 'image_url'),
    contents: row.contents !== 'readable' ? 'not-watched' : isRead ? 'watched' : 'not-read-yet',
    items: isRead ? integer(row, 'row_count') : null,
    changedAtMs: Number.isFinite(changedAtMs) ? changedAtMs : null,
    goneSinceMs: integerOrNull(row, 'gone_since_ms'),
  };
}
