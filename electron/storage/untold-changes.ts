import { CHANGE_KINDS, type Change, listKindSchema } from '../../shared/change.ts';
import type { NewsGroup } from '../../shared/change-news.ts';
import { CHANGE_COLUMNS, CHANGE_TABLES, readChange } from './read-change.ts';
import { flag, integer, oneOf, text } from './row.ts';
import type { Database } from './sqlite.ts';

/** Up to where an account's changes are known, and up to where they were told. */
export interface ToldMark {
  readonly throughId: number;
  readonly toldThroughId: number;
  /** False until the first pass is done. */
  readonly hasBaseline: boolean;
}

// The pluses lead through the few newest rows, not through every change of the account.
const UNREAD_LATER = `+changes.account_id = ?1 AND changes.id > ?2 AND changes.id <= ?3
  AND +changes.unread = 1`;
/**
 * Whatever stands outside playlists, only the user can add to; whose a playlist's item is, it says.
 * That tells nothing of who did anything else: one list would be named once for each who added to it.
 */
const BY_USER = `CASE WHEN changes.kind = 'item-added'
  THEN lists.kind <> 'playlist' OR coalesce(added_by = accounts.user_id, 0) ELSE 0 END`;

/** What notifications tell of: unread changes, and up to where they were told. */
export class UntoldChanges {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Null where there is no such account. */
  mark(accountId: number): ToldMark | null {
    return this.#database.get(
      `SELECT last_change_id, told_through_id, baseline_at_ms IS NOT NULL AS has_baseline
       FROM accounts WHERE id = ?`,
      (row) => ({
        throughId: integer(row, 'last_change_id'),
        toldThroughId: integer(row, 'told_through_id'),
        hasBaseline: flag(row, 'has_baseline'),
      }),
      accountId,
    );
  }

  /** Never goes back. */
  markTold(accountId: number, throughId: number): void {
    this.#database.run(
      `UPDATE accounts SET told_through_id = ?2
       WHERE id = ?1 AND told_through_id < ?2 AND last_change_id >= ?2`,
      accountId,
      throughId,
    );
  }

  /**
   * Unread changes after one and up to another, by list and kind, and of additions by who made them.
   * A list goes by the name that it had at the newest of them.
   */
  groups(
    accountId: number,
    afterId: number,
    { throughId, toldThroughId }: Pick<ToldMark, 'throughId' | 'toldThroughId'>,
  ): NewsGroup[] {
    return this.#database.all(
      `SELECT found.*, newest.list_name AS list_name FROM (
         SELECT changes.kind AS kind, list_id, lists.kind AS list_kind,
           ${BY_USER} AS by_user, count(*) AS rows, max(changes.id) AS newest_id,
           sum(changes.id > ?4) AS untold, min(observed_before_ms) AS seen_at_ms,
           sum(coalesce(items.kind IN ('track', 'local'), 0)) AS songs
         FROM ${CHANGE_TABLES} WHERE ${UNREAD_LATER}
         GROUP BY list_id, changes.kind, by_user
       ) AS found JOIN changes AS newest ON newest.id = found.newest_id`,
      (row) => ({
        kind: oneOf(row, 'kind', CHANGE_KINDS),
        list: {
          id: integer(row, 'list_id'),
          kind: oneOf(row, 'list_kind', listKindSchema.options),
          name: text(row, 'list_name'),
        },
        byUser: flag(row, 'by_user'),
        count: integer(row, 'rows'),
        songs: integer(row, 'songs'),
        untold: integer(row, 'untold'),
        newestId: integer(row, 'newest_id'),
        seenAtMs: integer(row, 'seen_at_ms'),
      }),
      accountId,
      afterId,
      throughId,
      toldThroughId,
    );
  }

  /** The newest few of a group. */
  newest(
    accountId: number,
    afterId: number,
    { kind, list, byUser, newestId }: NewsGroup,
    count: number,
  ): Change[] {
    return this.#database.all(
      `SELECT ${CHANGE_COLUMNS} FROM ${CHANGE_TABLES} WHERE ${UNREAD_LATER}
         AND list_id = ?4 AND changes.kind = ?5 AND ${BY_USER} = ?6
       ORDER BY changes.id DESC LIMIT ?7`,
      readChange,
      accountId,
      afterId,
      newestId,
      list.id,
      kind,
      Number(byUser),
      count,
    );
  }

  /** Whether it still stands in the history; retention lets it go one day. */
  has(accountId: number, changeId: number): boolean {
    const found = this.#database.get(
      'SELECT count(*) AS rows FROM changes WHERE id = ? AND account_id = ?',
      (row) => integer(row, 'rows'),
      changeId,
      accountId,
    );
    return found === 1;
  }
}
