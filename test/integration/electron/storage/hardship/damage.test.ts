import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../../../electron/storage/open-database.ts';
import { integer } from '../../../../../electron/storage/row.ts';
import type { Database } from '../../../../../electron/storage/sqlite.ts';
import { classifyStorageError } from '../../../../../electron/storage/storage-failure.ts';
import { silentLogger } from '../../../../../shared/logger.ts';
import { describeNotice } from '../../../../../shared/texts/notice-texts.ts';
import { contentOf, faultsOf, leaveOldFile, open, opened } from './harness/old-file.ts';
import { mountSmallDisk } from './harness/small-disk.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-damage-'));
  path = join(folder, 'library.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Changes bytes of a file in place. */
function harm(file: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file);
  change(bytes);
  writeFileSync(file, bytes);
}

function expectSetAside(): void {
  const opening = open(path);
  expect(opening).toMatchObject({ kind: 'open', notice: { reason: 'damaged' } });
  if (opening.kind !== 'open' || opening.notice === null) {
    return;
  }
  closeDatabase(opening.database, silentLogger);
  // What the user reads: what is lost, what is not, and where the old file is.
  const { title, body, file } = describeNotice(opening.notice);
  expect(title).toBe('The library file was damaged');
  expect(body).toMatch(/reads your library anew and notices changes from then on.*backup/);
  expect(file?.name).toMatch(/^library\.damaged-.*\.sqlite$/);
}

describe('a file that was harmed while the app was not running', () => {
  beforeEach(() => leaveOldFile(path, 3));

  it.each<[string, (bytes: Buffer) => void]>([
    ['its first bytes', (bytes) => bytes.fill(0, 0, 16)],
    ['its page size', (bytes) => bytes.writeUInt16BE(3, 16)],
    ['its whole first page but for the first bytes', (bytes) => bytes.fill(0x5a, 100, 4_096)],
    ['a page in the middle', (bytes) => bytes.fill(0, 4_096 * 12, 4_096 * 13)],
    ['its last page', (bytes) => bytes.fill(0xee, bytes.length - 4_096)],
  ])('is set aside, and the user is told: %s', (_, change) => {
    harm(path, change);
    expectSetAside();
  });
});

describe('a write-ahead log that was harmed', () => {
  /** The files as a power cut leaves them, with twenty writes of which none is in the file itself. */
  function leaveLog(): void {
    leaveOldFile(path, 3);
    const database = opened(path);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    for (let count = 1; count <= 20; count += 1) {
      database.run('UPDATE accounts SET baseline_at_ms = ?', count);
    }
    const copy = join(folder, 'cut.sqlite');
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    closeDatabase(database, silentLogger);
    path = copy;
  }
  const writesKept = (database: Database) =>
    database.get('SELECT baseline_at_ms AS count FROM accounts', (row) => integer(row, 'count'));

  it.each<[string, (bytes: Buffer) => Buffer, (kept: number) => boolean]>([
    ['not at all', (bytes) => bytes, (kept) => kept === 20],
    ['in the middle', (bytes) => bytes.fill(0x5a, 60_000, 60_100), (kept) => kept > 5 && kept < 20],
    ['in its header', (bytes) => bytes.fill(0, 0, 32), (kept) => kept === 5],
    [
      'by cutting its end off',
      (bytes) => bytes.subarray(0, 50_000),
      (kept) => kept > 5 && kept < 20,
    ],
    ['by losing all of it', (bytes) => bytes.subarray(0, 0), (kept) => kept === 5],
  ])('%s leaves a sound file with every write up to some moment', (_, change, isRight) => {
    leaveLog();
    writeFileSync(`${path}-wal`, change(readFileSync(`${path}-wal`)));
    const opening = open(path);
    expect(opening).toMatchObject({ kind: 'open', notice: null });
    const database = opening.kind === 'open' ? opening.database : opened(path);
    expect(faultsOf(database)).toEqual(['ok']);
    expect(isRight(writesKept(database) ?? -1)).toBe(true);
    closeDatabase(database, silentLogger);
  });
});

describe('an index that does not say what its table says', () => {
  it('is made anew at the start after SQLite noticed it, and nothing is lost', () => {
    leaveOldFile(path, 3);
    let database = opened(path);
    const content = contentOf(database);
    closeDatabase(database, silentLogger);
    // A fault of the disk within a name, where the index has it: the row itself is sound.
    harm(path, (bytes) => {
      const name = 'spotify:track:377';
      const inRow = bytes.indexOf(`${name}trackName 377`);
      const first = bytes.indexOf(name);
      const inIndex = first === inRow ? bytes.indexOf(name, inRow + 1) : first;
      bytes.write('9', inIndex + name.length - 1);
    });

    database = opened(path);
    expect(faultsOf(database)[0]).toMatch(/missing from index/);
    let failure: unknown = null;
    try {
      database.run(`UPDATE items SET uri = 'spotify:track:other' WHERE id = 377`);
    } catch (error) {
      failure = error;
    }
    expect(classifyStorageError(failure)).toBe('damaged');
    closeDatabase(database, silentLogger);

    const opening = open(path);
    expect(opening).toMatchObject({ kind: 'open', notice: null });
    database = opening.kind === 'open' ? opening.database : opened(path);
    expect(faultsOf(database)).toEqual(['ok']);
    expect(contentOf(database)).toEqual(content);
    closeDatabase(database, silentLogger);
  });
});

describe('damage that is met while the app runs', () => {
  it('is looked for at the next start, however the app was quit', () => {
    leaveOldFile(path, 3);
    let database = opened(path);
    // Too large a file to be walked at every start.
    database.exec(`CREATE TABLE ballast (bytes BLOB);
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 4300)
        INSERT INTO ballast SELECT zeroblob(4000) FROM numbers`);
    closeDatabase(database, silentLogger);
    database = opened(path);
    const root = database.get(`SELECT rootpage FROM sqlite_schema WHERE name = 'changes'`, (row) =>
      integer(row, 'rootpage'),
    );
    closeDatabase(database, silentLogger);
    harm(path, (bytes) => bytes.fill(0x5a, ((root ?? 0) - 1) * 4_096, (root ?? 0) * 4_096));

    // It was closed in good order and looked at today: nobody notices before somebody reads there.
    database = opened(path);
    expect(() => database.all('SELECT * FROM changes', () => null)).toThrow(/malformed/);
    closeDatabase(database, silentLogger);
    expectSetAside();
  });
});

describe('a file system that is read-only', () => {
  it('is named at the start, and the file is left as it is', () => {
    const disk = mountSmallDisk(join(folder, 'small'), 4);
    if (disk === null) {
      return;
    }
    try {
      path = join(disk.folder, 'library.sqlite');
      leaveOldFile(path, 3);
      const bytes = readFileSync(path);
      disk.makeReadOnly();
      expect(open(path)).toEqual({ kind: 'unusable', reason: 'cannot-open' });
      expect(open(join(disk.folder, 'new', 'library.sqlite'))).toEqual({
        kind: 'unusable',
        reason: 'cannot-open',
      });
      // A damaged one cannot be set aside there either; it stays where it is.
      expect(readFileSync(path).equals(bytes)).toBe(true);
      const notice = {
        kind: 'database-unusable',
        id: 'x',
        reason: 'cannot-open',
      } as const;
      expect(describeNotice(notice).body).toMatch(/Nothing can be stored.*permissions, then start/);
    } finally {
      disk.unmount();
    }
  });
});
