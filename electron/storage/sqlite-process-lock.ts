import { closeSync, mkdirSync, openSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../session/error-code.ts';
import type { HeldLock, ProcessLock } from '../session/process-lock.ts';
import { Database, isSqliteError } from './sqlite.ts';
import { classifyStorageError } from './storage-failure.ts';

/**
 * Immediate, not exclusive: of two that ask for the exclusive lock at the same moment each can be in
 * the other's way, and nobody gets it. Without a journal in memory a file would lie beside the lock.
 */
const TAKE = 'PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE';

/**
 * A lock across processes: an empty SQLite file on which a transaction is open while it is held.
 *
 * The lock is the operating system's own (fcntl, LockFileEx), so it ends with its process however
 * that ends: there is no stale lock to judge. A file with a process id in it outlives a crash, and
 * the id may belong to another program by then. A lock kept alive by a heartbeat, as
 * proper-lockfile's, looks abandoned after a sleep or when the clock jumps, just when every process
 * wants to refresh. Node itself has no file locks; SQLite is here anyway, and has them everywhere.
 *
 * @param path - of the lock file; it and its folder are made when the lock is first taken
 */
export function openSqliteProcessLock(path: string): ProcessLock {
  return new SqliteProcessLock(path);
}

class SqliteProcessLock implements ProcessLock {
  readonly #path: string;
  /** Closed on release: a handle kept for hours could be one of a file that was deleted since. */
  #held: Database | null = null;
  #closed = false;

  constructor(path: string) {
    this.#path = path;
  }

  async tryAcquire(): Promise<HeldLock | null> {
    if (this.#closed) {
      return null;
    }
    const database = this.#tryOnce() ?? this.#replaceDamaged();
    if (database === 'taken') {
      return null;
    }
    this.#held = database;
    return { release: () => this.#release(database) };
  }

  close(): void {
    this.#closed = true;
    if (this.#held !== null) {
      this.#release(this.#held);
    }
  }

  #release(database: Database): void {
    if (this.#held === database) {
      this.#held = null;
    }
    // Closing ends the transaction. Nothing was written, so that there is nothing to undo.
    database.close();
  }

  /** A connection that holds the lock; null where the file is damaged. */
  #tryOnce(): Database | 'taken' | null {
    createPrivately(this.#path);
    const database = new Database(this.#path);
    try {
      database.exec(TAKE);
      return database;
    } catch (error) {
      database.close();
      if (isBusy(error)) {
        return 'taken';
      }
      if (classifyStorageError(error) === 'damaged') {
        return null;
      }
      throw error;
    }
  }

  /** Nothing of value is in the file. It is emptied, not exchanged, lest two processes do so in turn. */
  #replaceDamaged(): Database | 'taken' {
    truncateSync(this.#path);
    const database = this.#tryOnce();
    if (database === null) {
      throw new Error('The lock file stays damaged.');
    }
    return database;
  }
}

/**
 * Only a file that was not there is ever opened here: on POSIX systems, closing a file gives up
 * every lock that the process has on it (fcntl(2)). SQLite takes care of its own handles.
 */
function createPrivately(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') {
      throw error;
    }
  }
}

/** SQLITE_BUSY: https://sqlite.org/rescode.html#busy */
function isBusy(error: unknown): boolean {
  return isSqliteError(error) && (error.errcode & 0xff) === 5;
}
