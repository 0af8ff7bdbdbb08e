import type { ChangeKind } from '../../shared/change.ts';
import { integer, text } from './row.ts';
import type { Database } from './sqlite.ts';

/** As many of the newest changes are looked at; nobody goes through more one by one. */
const LOOKED_AT = 1_000;

/** What may need the user's attention, and what the user has seen of it. */
export class Attention {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** URIs of items that greyed out, whose news is unread, and that are still grey; newest first. */
  unavailableItems(accountId: number): string[] {
    const uris = this.#database.all(
      `SELECT items.uri AS uri FROM changes AS told JOIN items ON items.id = told.item_id
       WHERE told.id IN (${UNREAD}) AND items.availability IN ('unavailable', 'missing')
         AND EXISTS (SELECT 1 FROM entries WHERE item_id = items.id AND to_revision IS NULL)
       ORDER BY told.id DESC`,
      (row) => text(row, 'uri'),
      accountId,
      'item-unavailable' satisfies ChangeKind,
      LOOKED_AT,
    );
    return [...new Set(uris)];
  }

  /** Names of playlists that are gone, whose news is unread; newest first. */
  gonePlaylists(accountId: number): string[] {
    return this.#database.all(
      `SELECT told.list_name AS name FROM changes AS told JOIN lists ON lists.id = told.list_id
       WHERE told.id IN (${UNREAD}) AND lists.gone_since_ms IS NOT NULL GROUP BY lists.id ORDER BY max(told.id) DESC`,
      (row) => text(row, 'name'),
      accountId,
      'playlist-gone' satisfies ChangeKind,
      LOOKED_AT,
    );
  }

  /** Playlists of which Spotify refuses the contents, as far as the user has not seen that. */
  refusedLists(accountId: number): { readonly id: number; readonly name: string }[] {
    return this.#database.all(
      `SELECT id, name FROM lists
       WHERE account_id = ?1 AND kind = 'playlist' AND contents = 'refused'
         AND gone_since_ms IS NULL
         AND NOT EXISTS (SELECT 1 FROM attention_seen
                         WHERE account_id = ?1 AND point = 'refused ' || lists.id)
       ORDER BY id DESC`,
      (row) => ({ id: integer(row, 'id'), name: text(row, 'name') }),
      accountId,
    );
  }

  /** Lists that can be read again are told of anew should that end. */
  forgetReadable(accountId: number): void {
    this.#database.run(
      `DELETE FROM attention_seen WHERE account_id = ?1 AND point LIKE 'refused %'
         AND point NOT IN (SELECT 'refused ' || id FROM lists
                           WHERE account_id = ?1 AND contents = 'refused')`,
      accountId,
    );
  }

  /** The changes behind a point are read, as if they had been looked at one by one. */
  markRead(accountId: number, kind: ChangeKind): void {
    this.#database.run(
      `UPDATE changes SET unread = 0 WHERE account_id = ?1 AND kind = ?2 AND unread = 1
         AND id <= (SELECT last_change_id FROM accounts WHERE id = ?1)`,
      accountId,
      kind,
    );
  }

  writeSeen(accountId: number, point: string): void {
    this.#database.run(
      'INSERT INTO attention_seen (account_id, point) VALUES (?, ?) ON CONFLICT DO NOTHING',
      accountId,
      point,
    );
  }

  isSeen(accountId: number, point: string): boolean {
    return (
      this.#database.get(
        'SELECT 1 AS seen FROM attention_seen WHERE account_id = ? AND point = ?',
        () => true,
        accountId,
        point,
      ) ?? false
    );
  }
}

const UNREAD = `SELECT id FROM changes
  WHERE account_id = ?1 AND kind = ?2 AND unread = 1
    AND id <= (SELECT last_change_id FROM accounts WHERE id = ?1)
  ORDER BY id DESC LIMIT ?3`;
