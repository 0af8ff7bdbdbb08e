import { expect, it } from 'vitest';
import { deleteAccountForGood } from '../../../../../electron/storage/delete-account.ts';
import { migrate } from '../../../../../electron/storage/migrate.ts';
import { MIGRATIONS } from '../../../../../electron/storage/migrations/migrations.ts';
import { Retention } from '../../../../../electron/storage/retention.ts';
import { text } from '../../../../../electron/storage/row.ts';
import { Database, type SqlRow, type SqlValue } from '../../../../../electron/storage/sqlite.ts';
import { WrittenHistory } from '../../../../harness/written-history.ts';

/** Remembers what it is asked while `isListening`. */
class ListeningDatabase extends Database {
  readonly heard = new Set<string>();
  isListening = false;

  override run(sql: string, ...values: readonly SqlValue[]) {
    this.#hear(sql);
    return super.run(sql, ...values);
  }

  override all<T>(sql: string, read: (row: SqlRow) => T, ...values: readonly SqlValue[]): T[] {
    this.#hear(sql);
    return super.all(sql, read, ...values);
  }

  override get<T>(sql: string, read: (row: SqlRow) => T, ...values: readonly SqlValue[]): T | null {
    this.#hear(sql);
    return super.get(sql, read, ...values);
  }

  plan(sql: string): string[] {
    return super.all(`EXPLAIN QUERY PLAN ${sql}`, (row) => text(row, 'detail'));
  }

  #hear(sql: string): void {
    if (this.isListening && !sql.startsWith('PRAGMA')) {
      this.heard.add(sql);
    }
  }
}

/** What may be read from end to end: a handful of rows, or a list that was given as a parameter. */
const SMALL = /^SCAN (accounts|file_state|passes|json_each VIRTUAL TABLE|CONSTANT ROW|\(subquery)/;

function listening(): ListeningDatabase {
  const database = new ListeningDatabase(':memory:');
  database.exec('PRAGMA foreign_keys = ON');
  migrate(database, MIGRATIONS);
  return database;
}

/** A little of everything, so that every query has something to find. */
async function fill(database: Database): Promise<{ written: WrittenHistory; list: number }> {
  const written = new WrittenHistory(database);
  const list = written.playlist('p1', 'One');
  await written.showPlaylists(['p1']);
  const rows = ['a', 'b', 'c', 'd'].map((uri, index) => ({ uri, addedAtMs: index, addedBy: 'me' }));
  for (const shown of [rows, rows.toReversed(), rows.slice(1), rows.toReversed()]) {
    await written.clock.advance(1_000);
    await written.show(list, shown, { isrc: 'GBAYE6800011' });
  }
  return { written, list };
}

function expectNoLongScan(database: ListeningDatabase): void {
  expect(database.heard.size).toBeGreaterThan(5);
  for (const sql of database.heard) {
    const long = database.plan(sql).filter((detail) => {
      const isScan = detail.startsWith('SCAN') && !SMALL.test(detail);
      // Every item of the account is no better.
      const isWholeAccount = /^SEARCH items USING INDEX .*\(account_id=\?\)$/.test(detail);
      return isScan || (isWholeAccount && !sql.includes('LIMIT'));
    });
    expect({ sql, long }).toEqual({ sql, long: [] });
  }
}

it('no question to the history reads a large table from end to end', async () => {
  const database = listening();
  const { written, list } = await fill(database);
  const { history } = written;
  const window = { offset: 0, count: 10 };
  database.isListening = true;
  const { rows } = await history.observations({ listId: list, ...window });
  const [newest, oldest] = [rows[0], rows.at(-1)];
  for (const offset of [0, 3]) {
    const moment = { kind: 'time' as const, atMs: written.clock.nowMs() };
    await history.state({ listId: list, moment, offset, count: 1 });
  }
  const difference = await history.difference({
    listId: list,
    from: { kind: 'observation', id: newest?.id ?? 0 },
    to: { kind: 'observation', id: oldest?.id ?? 0 },
    kinds: null,
    ...window,
  });
  expect(difference?.counts.moved).toBeGreaterThan(0);
  await history.timeline({ uri: 'a', ...window });
  await history.substitutes('a');
  expectNoLongScan(database);
  for (const sql of database.heard) {
    // The rows of a list come in its order from an index; nothing but a window of them is sorted.
    if (sql.includes('ORDER BY order_key')) {
      expect(database.plan(sql).join()).not.toContain('TEMP B-TREE');
    }
  }
});

it('no piece of a deletion reads a large table from end to end', async () => {
  const database = listening();
  const { written } = await fill(database);
  database.isListening = true;
  const retention = new Retention(database);
  const deletion = retention.deleteBefore(written.account.id, written.clock.nowMs(), 2);
  while (deletion.next().done !== true);
  await deleteAccountForGood(database, written.account.id, async () => true);
  expectNoLongScan(database);
});
