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

/** Null in a file that was just made. */
export function readFileState(
  database: Database,
): { closedCleanly: boolean; checkedAtMs: number } | null {
  return database.get('SELECT closed_cleanly, checked_at_ms FROM file_state', (row) => ({
    closedCleanly: integer(row, 'closed_cleanly') === 1,
    checkedAtMs: integer(row, 'checked_at_ms'),
  }));
}

export function writeFileState(
  database: Database,
  state: { readonly closedCleanly: boolean; readonly checkedAtMs: number },
): void {
  database.run(
    `INSERT INTO file_state (id, closed_cleanly, checked_at_ms) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET
       closed_cleanly = excluded.closed_cleanly, checked_at_ms = excluded.checked_at_ms`,
    state.closedCleanly ? 1 : 0,
    state.checkedAtMs,
  );
}
