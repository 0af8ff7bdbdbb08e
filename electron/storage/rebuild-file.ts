import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { integer, integerOrNull } from './row.ts';
import type { Database } from './sqlite.ts';

/** Rebuilding takes about 10 ms a megabyte (measured): up to here it may hold everything else up. */
const AT_ONCE_BYTES = 2 * 1024 * 1024;

/**
 * Writes the whole file anew; to empty the write-ahead log is left to the caller. `secure_delete` overwrites rows where
 * they were deleted; copies of them that SQLite had left behind in the free space of other pages when
 * it made room go only so (measured: 2 of 100,000 rows). A large file is rebuilt in a thread of its
 * own. Meanwhile it can be read; who writes waits for as long as that takes, up to `busy_timeout`.
 *
 * @throws SQLite's error, as of a full disk: then nothing is lost, and the file is as it was
 */
export async function rebuildFile(database: Database): Promise<void> {
  if (liveBytes(database) <= AT_ONCE_BYTES || database.path === ':memory:') {
    database.exec('VACUUM');
  } else {
    await rebuildInThread(database.path);
  }
}

/** When the file was last rebuilt, as `writeRebuilt` noted it; null: never. */
export function readRebuiltAtMs(database: Database): number | null {
  return database.get('SELECT rebuilt_at_ms FROM file_state', (row) =>
    integerOrNull(row, 'rebuilt_at_ms'),
  );
}

export function writeRebuilt(database: Database, atMs: number): void {
  database.run('UPDATE file_state SET rebuilt_at_ms = ?', atMs);
}

function liveBytes(database: Database): number {
  const pragma = (name: string) => database.get(`PRAGMA ${name}`, (row) => integer(row, name)) ?? 0;
  return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
}

/** As text, because a file of its own would have to be found beside the bundle. */
const THREAD = `
const { workerData } = require('node:worker_threads');
const { DatabaseSync } =
  process.getBuiltinModule?.('node:sqlite') ?? require(workerData.sqlite);
const database = new DatabaseSync(workerData.path);
database.exec('PRAGMA busy_timeout = 10000; PRAGMA secure_delete = ON; VACUUM');
database.close();
`;

function rebuildInThread(path: string): Promise<void> {
  const sqlite = createRequire(import.meta.url).resolve('@photostructure/sqlite');
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, { eval: true, workerData: { path, sqlite } });
    thread.once('error', reject);
    thread.once('exit', (code) => {
      if (code === 0) {
        resolve();
      } else {
        reject(new Error(`The thread that rebuilds the database ended with ${code}.`));
      }
    });
  });
}
