import type { Database } from './sqlite.ts';

interface TableShape {
  readonly name: string;
  readonly columns: string;
  /** As the migrations leave it. */
  readonly create: string;
}

const REQUESTS: TableShape = {
  name: 'requests',
  columns: 'id, at_ms, counted_ms, family',
  create: `
    CREATE TABLE requests (
      id INTEGER PRIMARY KEY,
      at_ms INTEGER NOT NULL,
      family TEXT NOT NULL,
      counted_ms INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX requests_by_counted_time ON requests (counted_ms);`,
};

const OTHERS: readonly TableShape[] = [
  {
    name: 'counted_clock',
    columns: 'id, counted_ms, wall_ms, uptime_ms, debt_ms',
    create: `
      CREATE TABLE counted_clock (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        counted_ms INTEGER NOT NULL,
        wall_ms INTEGER NOT NULL,
        uptime_ms INTEGER,
        debt_ms INTEGER NOT NULL
      ) STRICT;`,
  },
  {
    name: 'cool_downs',
    columns: 'client, reason, until_ms, until_counted_ms',
    create: `
      CREATE TABLE cool_downs (
        client TEXT PRIMARY KEY,
        reason TEXT NOT NULL,
        until_ms INTEGER NOT NULL,
        until_counted_ms INTEGER
      ) STRICT;`,
  },
];

/**
 * Makes a table of the ledger anew that is missing or has another shape: nothing in such a one could
 * be read anyway.
 *
 * @returns whether the requests of the last day are still there
 * @throws SQLite's error where nothing can be written
 */
export function mendLedgerTables(database: Database): boolean {
  const hadRequests = hasShape(database, REQUESTS);
  for (const table of [REQUESTS, ...OTHERS]) {
    if (!hasShape(database, table)) {
      database.transaction(() => {
        database.exec(`DROP TABLE IF EXISTS ${table.name}`);
        database.exec(table.create);
      });
    }
  }
  return hadRequests;
}

function hasShape(database: Database, { name, columns }: TableShape): boolean {
  try {
    database.all(`SELECT ${columns} FROM ${name} LIMIT 0`, () => null);
    return true;
  } catch {
    // "No such table" and "no such column"; a file that cannot be read at all fails the mending too.
    return false;
  }
}
