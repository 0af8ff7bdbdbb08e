import { rmSync } from 'node:fs';
import { deleteBackups, readSchemaVersion } from './migrate.ts';
import { rebuildFile } from './rebuild-file.ts';
import { integer } from './row.ts';
import { SearchIndex } from './search-index.ts';
import { filesSetAside } from './set-aside.ts';
import type { Database } from './sqlite.ts';

/** A few milliseconds of work. */
const ROWS_A_PIECE = 50;
const PAGES_A_PIECE = 32;

// Children first: a cascade from the account's row would look up every child of every row. Each
// statement deletes a piece; `?1` is the account and `?2` the most rows.
const LISTS = 'SELECT id FROM lists WHERE account_id = ?1';
const STEPS = [
  'DELETE FROM changes WHERE id IN (SELECT id FROM changes WHERE account_id = ?1 LIMIT ?2)',
  `DELETE FROM staged_playlists WHERE account_id = ?1 AND position IN (
     SELECT position FROM staged_playlists WHERE account_id = ?1 LIMIT ?2)`,
  'DELETE FROM readings WHERE list_id IN (SELECT list_id FROM readings WHERE account_id = ?1 LIMIT ?2)',
  'DELETE FROM passes WHERE account_id IN (SELECT account_id FROM passes WHERE account_id = ?1 LIMIT ?2)',
  `DELETE FROM staged_entries WHERE (list_id, position) IN (
     SELECT list_id, position FROM staged_entries WHERE list_id IN (${LISTS}) LIMIT ?2)`,
  `DELETE FROM entries WHERE id IN (
     SELECT id FROM entries WHERE list_id IN (${LISTS}) LIMIT ?2)`,
  `DELETE FROM rotations WHERE list_id IN (
     SELECT list_id FROM rotations WHERE list_id IN (${LISTS}) LIMIT ?2)`,
  `DELETE FROM revisions WHERE id IN (
     SELECT id FROM revisions WHERE list_id IN (${LISTS}) LIMIT ?2)`,
  `DELETE FROM list_versions WHERE id IN (
     SELECT id FROM list_versions WHERE list_id IN (${LISTS}) LIMIT ?2)`,
  `DELETE FROM lists WHERE id IN (${LISTS} LIMIT ?2)`,
  'DELETE FROM items WHERE id IN (SELECT id FROM items WHERE account_id = ?1 LIMIT ?2)',
];

/** From now on nobody finds the account; a sign-in with the same key makes a new one. */
export function leaveAccount(database: Database, accountId: number): void {
  database.run(
    `UPDATE accounts SET key = 'leaving ' || id, display_name = '', user_id = NULL, country = NULL,
       is_leaving = 1 WHERE id = ?`,
    accountId,
  );
}

/** Accounts whose deletion was begun and not ended. */
export function accountsLeaving(database: Database): readonly number[] {
  return database.all('SELECT id FROM accounts WHERE is_leaving = 1', (row) => integer(row, 'id'));
}

/**
 * Deletes everything of an account that is leaving, so that no byte of it stays in any file: deleted
 * content is overwritten (`secure_delete`), the file is rebuilt, the write-ahead log is emptied, and
 * the copies made before schema steps go, as do databases that were set aside. Ended anywhere, it is
 * to be begun again.
 *
 * @param pause - lets the rest of the app have its turn; answers false to end here
 * @returns whether everything is gone
 */
export async function deleteAccountForGood(
  database: Database,
  accountId: number,
  pause: () => Promise<boolean>,
): Promise<boolean> {
  for (const step of STEPS) {
    while (database.run(step, accountId, ROWS_A_PIECE).changes === ROWS_A_PIECE) {
      if (!(await pause())) {
        return false;
      }
    }
  }
  for (const _ of new SearchIndex(database).erase(ROWS_A_PIECE, PAGES_A_PIECE)) {
    if (!(await pause())) {
      return false;
    }
  }
  await rebuildFile(database);
  deleteBackups(database.path, readSchemaVersion(database));
  for (const path of filesSetAside(database.path)) {
    rmSync(path, { force: true });
  }
  database.run('DELETE FROM accounts WHERE id = ?', accountId);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return true;
}
