import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { integer, text } from './row.ts';
import type { Database } from './sqlite.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const WEEK_MS = 7 * 24 * 3_600_000;

/**
 * A look at the first bytes before SQLite touches the file: SQLite would take an empty file for a
 * new database and would notice a missing tail only when it reads there.
 * The format: https://sqlite.org/fileformat.html
 */
export function inspectFile(path: string): 'absent' | 'plausible' | 'damaged' {
  if (!existsSync(path)) {
    return 'absent';
  }
  const file = openSync(path, 'r');
  try {
    const size = fstatSync(file).size;
    if (size === 0) {
      return 'absent';
    }
    const header = Buffer.alloc(HEADER_BYTES);
    const read = readSync(file, header, 0, HEADER_BYTES, 0);
    if (read < HEADER_BYTES || header.toString('latin1', 0, 16) !== MAGIC) {
      return 'damaged';
    }
    const rawPageSize = header.readUInt16BE(16);
    const pageSize = rawPageSize === 1 ? 65_536 : rawPageSize;
    const pages = header.readUInt32BE(28);
    // With a write-ahead log beside it the tail may still be there only.
    const isWhole = size >= pages * pageSize || existsSync(`${path}-wal`);
    return isWhole ? 'plausible' : 'damaged';
  } finally {
    closeSync(file);
  }
}

/**
 * Whether the whole file has to be walked at this start. `quick_check` reads every page, so a large
 * file is walked only when there is a reason: the last end was not in good order, or a week passed.
 */
export function needsQuickCheck(input: {
  readonly closedCleanly: boolean;
  readonly checkedAtMs: number;
  readonly nowMs: number;
  readonly bytes: number;
}): boolean {
  const age = input.nowMs - input.checkedAtMs;
  return (
    !input.closedCleanly || input.bytes <= QUICK_CHECK_ALWAYS_BYTES || age < 0 || age >= WEEK_MS
  );
}

/** Up to here `quick_check` takes about 30 ms (measured: 2 ms a megabyte, 300 ms for 150 MB). */
const QUICK_CHECK_ALWAYS_BYTES = 16 * 1024 * 1024;

/** True when SQLite finds the structure of the file sound. */
export function passesQuickCheck(database: Database): boolean {
  return database.get('PRAGMA quick_check(1)', (row) => text(row, 'quick_check') === 'ok') ?? false;
}

/**
 * Whether all that the indexes say is true too, which `quick_check` does not look at and which takes
 * ten times as long. Indexes hold nothing that the tables do not, so wrong ones are made anew.
 */
export function passesFullCheck(database: Database): boolean {
  const isSound = () =>
    database.get('PRAGMA integrity_check(1)', (row) => text(row, 'integrity_check') === 'ok');
  if (isSound() === true) {
    return true;
  }
  database.exec('REINDEX');
  return isSound() ?? false;
}

/** `damage-seen`: SQLite found damage while the file was in use. */
export type FileEnd = 'closed' | 'in-use' | 'damage-seen';

const END_CODES: Readonly<Record<FileEnd, number>> = { closed: 1, 'in-use': 0, 'damage-seen': -1 };

export interface FileState {
  readonly end: FileEnd;
  readonly checkedAtMs: number;
}

/** Null in a file that was just made. */
export function readFileState(database: Database): FileState | null {
  return database.get('SELECT closed_cleanly, checked_at_ms FROM file_state', (row) => {
    const code = integer(row, 'closed_cleanly');
    const end = code === 1 ? 'closed' : code === 0 ? 'in-use' : 'damage-seen';
    return { end, checkedAtMs: integer(row, 'checked_at_ms') };
  });
}

export function writeFileState(database: Database, state: FileState): void {
  database.run(
    `INSERT INTO file_state (id, closed_cleanly, checked_at_ms) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET
       closed_cleanly = excluded.closed_cleanly, checked_at_ms = excluded.checked_at_ms`,
    END_CODES[state.end],
    state.checkedAtMs,
  );
}
