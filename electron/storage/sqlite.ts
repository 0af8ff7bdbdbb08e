import { createRequire } from 'node:module';
import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** What SQLite stores and gives back. Numbers are safe integers or doubles, never bigint. */
export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = Readonly<Record<string, unknown>>;

interface SqliteModule {
  readonly DatabaseSync: new (path: string) => DatabaseSync;
}

/**
 * The builtin module where the runtime has it, else the package with the same API. The package stays
 * outside the bundle because its binary must lie beside it, hence `require`.
 */
function loadSqlite(): SqliteModule {
  const builtin: SqliteModule | undefined = process.getBuiltinModule?.('node:sqlite');
  if (builtin !== undefined) {
    return builtin;
  }
  const require = createRequire(import.meta.url);
  return require('@photostructure/sqlite');
}

/** A connection with cached statements. Every call is synchronous and throws SQLite's error. */
export class Database {
  readonly path: string;
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #isOpen = true;
  #sawDamage = false;

  constructor(path: string) {
    this.path = path;
    this.#connection = new (loadSqlite().DatabaseSync)(path);
  }

  /** SQLite said of some statement that the file is damaged. */
  get sawDamage(): boolean {
    return this.#sawDamage;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Runs one or more statements without parameters. */
  exec(sql: string): void {
    this.#watched(() => this.#connection.exec(sql));
  }

  run(sql: string, ...values: readonly SqlValue[]): { changes: number; lastId: number } {
    const result = this.#watched(() => this.#statement(sql).run(...values));
    return { changes: Number(result.changes), lastId: Number(result.lastInsertRowid) };
  }

  all<T>(sql: string, read: (row: SqlRow) => T, ...values: readonly SqlValue[]): T[] {
    return this.#watched(() => this.#statement(sql).all(...values)).map((row) => read(row));
  }

  get<T>(sql: string, read: (row: SqlRow) => T, ...values: readonly SqlValue[]): T | null {
    const row = this.#watched(() => this.#statement(sql).get(...values));
    return row === undefined ? null : read(row);
  }

  /** All or nothing. Immediate, so that it never fails half-way for want of the write lock. */
  transaction<T>(work: () => T): T {
    this.#connection.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#connection.exec('COMMIT');
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  close(): void {
    if (this.#isOpen) {
      this.#isOpen = false;
      this.#statements.clear();
      this.#connection.close();
    }
  }

  #watched<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.#sawDamage ||= isSqliteError(error) && isDamage(error.errcode);
      throw error;
    }
  }

  #rollBack(): void {
    try {
      this.#connection.exec('ROLLBACK');
    } catch (error) {
      // A full disk makes SQLite roll back by itself, and then there is nothing left to undo. The
      // caller gets the first error, which names the cause.
      if (!isSqliteError(error)) {
        throw error;
      }
    }
  }

  #statement(sql: string): StatementSync {
    const cached = this.#statements.get(sql);
    if (cached !== undefined) {
      return cached;
    }
    const prepared = this.#connection.prepare(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

/** SQLITE_CORRUPT or SQLITE_NOTADB, whatever more an extended code says. */
function isDamage(errcode: number): boolean {
  return [11, 26].includes(errcode & 0xff);
}

/** Both modules mark their errors so. */
export function isSqliteError(error: unknown): error is Error & { readonly errcode: number } {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    'code' in error &&
    error.code === 'ERR_SQLITE_ERROR'
  );
}
