import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { Notice } from '../../shared/notice.ts';
import {
  inspectFile,
  needsQuickCheck,
  passesFullCheck,
  passesQuickCheck,
  readFileState,
  writeFileState,
} from './file-health.ts';
import { migrate, readSchemaVersion } from './migrate.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { integer } from './row.ts';
import { setAside } from './set-aside.ts';
import { Database } from './sqlite.ts';
import { classifyStorageError, type StorageFailure } from './storage-failure.ts';

/** "CRWT": tells our file from any other SQLite database. */
const APPLICATION_ID = 0x43525754;
const COMPANIONS = ['-wal', '-shm', '-journal'];

export type DatabaseOpening =
  | { readonly kind: 'open'; readonly database: Database; readonly notice: Notice | null }
  | { readonly kind: 'unusable'; readonly reason: StorageFailure };

export interface OpenDatabaseOptions {
  readonly path: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** For tests of the steps themselves. */
  readonly migrations?: readonly string[];
}

type Attempt =
  | { readonly kind: 'open'; readonly database: Database }
  | { readonly kind: 'not-usable'; readonly reason: 'damaged' | 'newer-version' };

/**
 * Opens the database and brings it to the newest schema. A file that is damaged or comes from a
 * newer version is set aside under a name that says so, and a fresh one is started; what stops even
 * that (a folder that cannot be written, a full disk) is a value, not an exception.
 */
export function openDatabase(options: OpenDatabaseOptions): DatabaseOpening {
  try {
    mkdirSync(dirname(options.path), { recursive: true });
    const attempt = tryOpen(options);
    if (attempt.kind === 'open') {
      return { kind: 'open', database: attempt.database, notice: null };
    }
    const { reason } = attempt;
    const keptAs = setAside(
      options.path,
      reason === 'damaged' ? 'damaged' : 'from-newer-version',
      options.clock.nowMs(),
      COMPANIONS,
    );
    options.logger.warn('The database was set aside.', { reason, keptAs });
    const fresh = tryOpen(options);
    if (fresh.kind !== 'open') {
      return { kind: 'unusable', reason: 'other' };
    }
    const notice: Notice = { kind: 'database-set-aside', id: keptAs, reason, keptAs };
    return { kind: 'open', database: fresh.database, notice };
  } catch (error) {
    const failure = classifyStorageError(error);
    options.logger.error('The database cannot be opened.', {
      failure,
      detail: error instanceof Error ? error.message : String(error),
    });
    return { kind: 'unusable', reason: failure };
  }
}

/** Notes how the file was left, and closes it. Safe to call twice. */
export function closeDatabase(database: Database, logger: Logger): void {
  if (!database.isOpen) {
    return;
  }
  try {
    const state = readFileState(database);
    if (state !== null) {
      writeFileState(database, { ...state, end: database.sawDamage ? 'damage-seen' : 'closed' });
    }
  } catch (error) {
    // Then the next start walks the whole file: slower, and nothing is lost.
    logger.warn('The clean end could not be noted.', { failure: classifyStorageError(error) });
  }
  database.close();
}

function tryOpen(options: OpenDatabaseOptions): Attempt {
  const migrations = options.migrations ?? MIGRATIONS;
  const found = inspectFile(options.path);
  if (found === 'damaged') {
    return { kind: 'not-usable', reason: 'damaged' };
  }
  const database = new Database(options.path);
  try {
    // First of all: what follows reads and writes while another process may be writing.
    database.exec('PRAGMA busy_timeout = 2000');
    // Nothing is written before the file is known to be ours and sound.
    const refusal =
      found === 'plausible'
        ? (refuse(database, migrations.length) ?? walk(database, options))
        : null;
    if (refusal !== null) {
      database.close();
      return { kind: 'not-usable', reason: refusal };
    }
    configure(database);
    migrate(database, migrations);
    markInUse(database, options.clock.nowMs());
    return { kind: 'open', database };
  } catch (error) {
    database.close();
    if (classifyStorageError(error) === 'damaged') {
      return { kind: 'not-usable', reason: 'damaged' };
    }
    throw error;
  }
}

function refuse(database: Database, newestVersion: number): 'damaged' | 'newer-version' | null {
  const applicationId = database.get('PRAGMA application_id', (row) =>
    integer(row, 'application_id'),
  );
  const version = readSchemaVersion(database);
  if (applicationId !== APPLICATION_ID) {
    // A crash during the very first start leaves a file in which nothing stands yet.
    return version === 0 && isEmpty(database) ? null : 'damaged';
  }
  return version > newestVersion ? 'newer-version' : null;
}

function isEmpty(database: Database): boolean {
  const tables = database.get('SELECT count(*) AS tables FROM sqlite_schema', (row) =>
    integer(row, 'tables'),
  );
  return tables === 0;
}

/** Walks the whole file where that is due; see `needsQuickCheck`. */
function walk(database: Database, { path, clock, logger }: OpenDatabaseOptions): 'damaged' | null {
  const state = readSchemaVersion(database) === 0 ? null : readFileState(database);
  const nowMs = clock.nowMs();
  const closedCleanly = state?.end === 'closed';
  const bytes = statSync(path).size;
  if (state === null || !needsQuickCheck({ ...state, closedCleanly, nowMs, bytes })) {
    return null;
  }
  const startedMs = clock.monotonicMs();
  const isSound =
    passesQuickCheck(database) && (state.end !== 'damage-seen' || passesFullCheck(database));
  const tookMs = Math.round(clock.monotonicMs() - startedMs);
  logger.info('The database was checked.', { isSound, tookMs });
  if (isSound) {
    writeFileState(database, { ...state, checkedAtMs: nowMs });
  }
  return isSound ? null : 'damaged';
}

function configure(database: Database): void {
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA application_id = ${APPLICATION_ID};
  `);
}

/** Until it is closed in good order: an end in between has the next start walk the file. */
function markInUse(database: Database, nowMs: number): void {
  const checkedAtMs = readFileState(database)?.checkedAtMs ?? nowMs;
  writeFileState(database, { end: 'in-use', checkedAtMs });
}
