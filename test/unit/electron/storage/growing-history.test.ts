import { expect, it } from 'vitest';
import { migrate } from '../../../../electron/storage/migrate.ts';
import { MIGRATIONS } from '../../../../electron/storage/migrations/migrations.ts';
import { createRepositories } from '../../../../electron/storage/repositories.ts';
import { text } from '../../../../electron/storage/row.ts';
import { Database, type SqlRow, type SqlValue } from '../../../../electron/storage/sqlite.ts';
import { readTotals } from '../../../../electron/storage/totals.ts';

/** Tells how each statement that it is given finds its rows. */
class PlanningDatabase extends Database {
  readonly plans: string[] = [];

  override run(sql: string, ...values: readonly SqlValue[]) {
    this.#plan(sql);
    return super.run(sql, ...values);
  }

  override get<T>(sql: string, read: (row: SqlRow) => T, ...values: readonly SqlValue[]): T | null {
    this.#plan(sql);
    return super.get(sql, read, ...values);
  }

  #plan(sql: string): void {
    this.plans.push(...this.all(`EXPLAIN QUERY PLAN ${sql}`, (row) => text(row, 'detail')));
  }
}

function planned(use: (database: Database) => void, table: string): string[] {
  const database = new PlanningDatabase(':memory:');
  migrate(database, MIGRATIONS);
  database.plans.length = 0;
  use(database);
  return database.plans.filter((detail) => detail.startsWith(`SEARCH ${table} `));
}

it('publishing or taking back changes looks at none that were published before', () => {
  const changes = planned((database) => {
    const repositories = createRepositories(database);
    repositories.changes.discardUnpublished(1, 100);
    repositories.changes.publish(1);
  }, 'changes');
  expect(changes.length).toBeGreaterThan(1);
  for (const detail of changes) {
    expect(detail).toMatch(/\(rowid[>=]\?\)/);
  }
});

it('counting the library looks at no rows but those of unavailable items', () => {
  const entries = planned((database) => readTotals(database, 1), 'entries');
  expect(entries).toEqual([expect.stringContaining('(item_id=?)')]);
});
