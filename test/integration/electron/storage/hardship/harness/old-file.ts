import { MIGRATIONS } from '../../../../../../electron/storage/migrations/migrations.ts';
import { closeDatabase, openDatabase } from '../../../../../../electron/storage/open-database.ts';
import { integer, text } from '../../../../../../electron/storage/row.ts';
import type { Database } from '../../../../../../electron/storage/sqlite.ts';
import { silentLogger } from '../../../../../../shared/logger.ts';
import { ManualClock } from '../../../../../doubles/manual-clock.ts';

export const clock = new ManualClock(Date.UTC(2026, 10, 1, 12));

const NEWEST = MIGRATIONS.length;

/** Every version of the schema but the newest. */
export const EARLIER_VERSIONS = Array.from({ length: NEWEST - 1 }, (_, index) => index + 1);

export function open(path: string, migrations: readonly string[] = MIGRATIONS) {
  return openDatabase({ path, clock, logger: silentLogger, migrations });
}

export function opened(path: string, migrations: readonly string[] = MIGRATIONS): Database {
  const opening = open(path, migrations);
  if (opening.kind !== 'open') {
    throw new Error(opening.reason);
  }
  return opening.database;
}

/** What the first schema has, and so every later one: a list that changed, and told of it. */
const FILL = `
INSERT INTO accounts (key, display_name, baseline_at_ms) VALUES ('account-1', 'Me', 5);
INSERT INTO lists (account_id, kind, external_id, name, description, is_collaborative, contents,
  revision_id) VALUES (1, 'saved-tracks', '', 'Liked Songs', '', 0, 'readable', 2);
INSERT INTO revisions (list_id, observed_before_ms) VALUES (1, 10), (1, 20);
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 400)
  INSERT INTO items (account_id, uri, kind, name, artists)
  SELECT 1, 'spotify:track:' || n, 'track', 'Name ' || n, '["Artist"]' FROM numbers;
INSERT INTO entries (list_id, item_id, order_key, from_revision, to_revision)
  SELECT 1, id, 'a' || printf('%05d', id), 1, CASE WHEN id % 10 = 0 THEN 2 END FROM items;
INSERT INTO changes (account_id, list_id, list_name, kind, observed_after_ms, observed_before_ms,
  item_id) SELECT 1, 1, 'Liked Songs', 'item-removed', 10, 20, id FROM items WHERE id % 10 = 0;
INSERT INTO staged_entries (list_id, position, item_id, availability)
  SELECT 1, id, id, 'available' FROM items WHERE id <= 50;
UPDATE accounts SET last_change_id = 40;
`;

/** A file as a former version of the app left it. */
export function leaveOldFile(path: string, version: number): void {
  const database = opened(path, MIGRATIONS.slice(0, version));
  database.exec(FILL);
  closeDatabase(database, silentLogger);
}

/** All that `leaveOldFile` put there, read as the first schema has it. */
export function contentOf(database: Database): readonly string[] {
  return [
    'SELECT id, key, display_name, baseline_at_ms, last_change_id FROM accounts',
    'SELECT id, account_id, kind, name, revision_id FROM lists',
    'SELECT id, list_id, observed_before_ms FROM revisions',
    'SELECT id, uri, name, artists FROM items',
    'SELECT list_id, item_id, order_key, from_revision, to_revision FROM entries',
    'SELECT list_id, list_name, kind, item_id, unread FROM changes',
    'SELECT list_id, position, item_id FROM staged_entries',
  ].flatMap((sql) => database.all(`${sql} ORDER BY 1, 2, 3`, (row) => JSON.stringify(row)));
}

export function versionOf(database: Database): number {
  return database.get('PRAGMA user_version', (row) => integer(row, 'user_version')) ?? -1;
}

/** What SQLite's own look at everything finds; `ok` alone where that is nothing. */
export function faultsOf(database: Database): string[] {
  return [
    ...database.all('PRAGMA integrity_check', (row) => text(row, 'integrity_check')),
    ...database.all('PRAGMA foreign_key_check', (row) => text(row, 'table')),
  ];
}
