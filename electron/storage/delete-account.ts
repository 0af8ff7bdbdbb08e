import { deleteBackups, readSchemaVersion } from './migrate.ts';
import type { Database } from './sqlite.ts';

// Children first: a cascade from the account's row would look up every child of every row.
const STEPS = [
  'DELETE FROM changes WHERE account_id = ?',
  'DELETE FROM staged_playlists WHERE account_id = ?',
  'DELETE FROM readings WHERE account_id = ?',
  'DELETE FROM passes WHERE account_id = ?',
  'DELETE FROM staged_entries WHERE list_id IN (SELECT id FROM lists WHERE account_id = ?)',
  'DELETE FROM entries WHERE list_id IN (SELECT id FROM lists WHERE account_id = ?)',
  'DELETE FROM rotations WHERE list_id IN (SELECT id FROM lists WHERE account_id = ?)',
  'DELETE FROM revisions WHERE list_id IN (SELECT id FROM lists WHERE account_id = ?)',
  'DELETE FROM list_versions WHERE list_id IN (SELECT id FROM lists WHERE account_id = ?)',
  'DELETE FROM lists WHERE account_id = ?',
  'DELETE FROM items WHERE account_id = ?',
  'DELETE FROM accounts WHERE id = ?',
];

/**
 * Deletes everything of an account so that no byte of it stays in the file: deleted content is
 * overwritten (`secure_delete`), the file is rebuilt, the write-ahead log is emptied, and the copies
 * made before schema steps go too.
 */
export function deleteAccountForGood(database: Database, accountId: number): void {
  database.transaction(() => {
    for (const step of STEPS) {
      database.run(step, accountId);
    }
  });
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.exec('VACUUM');
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  deleteBackups(database.path, readSchemaVersion(database));
}
