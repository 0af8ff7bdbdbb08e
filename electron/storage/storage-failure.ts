import { isSqliteError } from './sqlite.ts';

export type StorageFailure = 'disk-full' | 'read-only' | 'cannot-open' | 'damaged' | 'other';

// Primary result codes: https://sqlite.org/rescode.html
const BY_RESULT_CODE: Readonly<Record<number, StorageFailure>> = {
  8: 'read-only',
  11: 'damaged',
  13: 'disk-full',
  14: 'cannot-open',
  26: 'damaged',
};

// SQLITE_IOERR_SHMSIZE: no room for the index of the write-ahead log, which lies beside it.
const BY_EXTENDED_CODE: Readonly<Record<number, StorageFailure>> = { 4874: 'disk-full' };

const BY_SYSTEM_CODE: Readonly<Record<string, StorageFailure>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'cannot-open',
  EPERM: 'cannot-open',
  ENOTDIR: 'cannot-open',
  // What Node says of a folder with its parents on a read-only file system.
  ENOENT: 'cannot-open',
  // A file stands where the folder should be.
  EEXIST: 'cannot-open',
};

/** What went wrong in storage, from SQLite's or the file system's error. */
export function classifyStorageError(error: unknown): StorageFailure {
  if (isSqliteError(error)) {
    // The low byte of an extended code is the primary one.
    return BY_EXTENDED_CODE[error.errcode] ?? BY_RESULT_CODE[error.errcode & 0xff] ?? 'other';
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return BY_SYSTEM_CODE[error.code] ?? 'other';
  }
  return 'other';
}
