import { expect, it } from 'vitest';
import { migrate } from '../../../../electron/storage/migrate.ts';
import { MIGRATIONS } from '../../../../electron/storage/migrations/migrations.ts';
import { createRepositories } from '../../../../electron/storage/repositories.ts';
import { Database } from '../../../../electron/storage/sqlite.ts';

const ADA = 1;
const BEN = 2;

/** A library of each, with changes of the two by turns. */
function databaseWith(changes: number): Database {
  const database = new Database(':memory:');
  migrate(database, MIGRATIONS);
  const { accounts, changes: stored } = createRepositories(database);
  for (const [id, key] of [
    [ADA, 'ada'],
    [BEN, 'ben'],
  ] as const) {
    accounts.open(key, key);
    database.run(
      `INSERT INTO lists (id, account_id, kind, external_id, name, description, is_collaborative,
         contents) VALUES (?, ?, 'saved-tracks', '', '', '', 0, 'readable')`,
      id,
      id,
    );
  }
  for (let at = 1; at <= changes; at += 1) {
    const account = at % 2 === 0 ? BEN : ADA;
    stored.add(account, {
      listId: account,
      listName: '',
      kind: 'items-moved',
      observedAfterMs: at,
      observedBeforeMs: at,
      itemCount: at,
    });
  }
  return database;
}

it('are the newest of this account that are told of, newest first', () => {
  const { changes } = createRepositories(databaseWith(20));
  expect(changes.latest(ADA, 5)).toEqual([]);
  changes.publish(ADA);
  const counts = changes.latest(ADA, 5).map((change) => 'count' in change && change.count);
  expect(counts).toEqual([19, 17, 15, 13, 11]);
  expect(changes.latest(BEN, 5)).toEqual([]);
});
