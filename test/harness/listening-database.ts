import { expect } from 'vitest';
import { migrate } from '../../electron/storage/migrate.ts';
import { MIGRATIONS } from '../../electron/storage/migrations/migrations.ts';
import { text } from '../../electron/storage/row.ts';
import { Database, type SqlRow, type SqlValue } from '../../electron/storage/sqlite.ts';

/** Remembers what it is asked while `isListening`. */
export class ListeningDatabase extends Database {
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
const SMALL =
  /^SCAN (accounts|file_state|passes|search_state|search_queue|search_index VIRTUAL TABLE INDEX \d+:M|pragma_module_list|json_each VIRTUAL TABLE|CONSTANT ROW|\(subquery)/;

export function listening(): ListeningDatabase {
  const database = new ListeningDatabase(':memory:');
  database.exec('PRAGMA foreign_keys = ON');
  migrate(database, MIGRATIONS);
  return database;
}

/** Nothing that was heard reads a large table from end to end. */
export function expectNoLongScan(database: ListeningDatabase): void {
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
