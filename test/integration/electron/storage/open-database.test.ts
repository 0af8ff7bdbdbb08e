import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../../electron/storage/migrations/migrations.ts';
import {
  closeDatabase,
  type DatabaseOpening,
  openDatabase,
} from '../../../../electron/storage/open-database.ts';
import { createRepositories } from '../../../../electron/storage/repositories.ts';
import { integer, text } from '../../../../electron/storage/row.ts';
import type { Database } from '../../../../electron/storage/sqlite.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

let folder: string;
let path: string;
const clock = new ManualClock(Date.UTC(2026, 10, 1, 12));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-database-'));
  path = join(folder, 'profile', 'library.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (migrations?: readonly string[]): DatabaseOpening =>
  openDatabase({
    path,
    clock,
    logger: silentLogger,
    ...(migrations === undefined ? {} : { migrations }),
  });

function opened(opening: DatabaseOpening): Database {
  if (opening.kind !== 'open') {
    throw new Error(`Not open: ${opening.reason}`);
  }
  return opening.database;
}

/** A file with something in it, closed in good order. */
function fillAndClose(accounts = 500): void {
  const database = opened(open());
  const repositories = createRepositories(database);
  database.transaction(() => {
    for (let count = 0; count < accounts; count += 1) {
      repositories.accounts.open(`account-${count}`, 'x'.repeat(200));
    }
  });
  closeDatabase(database, silentLogger);
}

describe('opening the database', () => {
  it('makes the folder and a durable file, and finds everything again', () => {
    fillAndClose();
    const opening = open();
    const database = opened(opening);
    expect(opening).toMatchObject({ notice: null });
    expect(createRepositories(database).accounts.find('account-7')).not.toBeNull();
    const pragma = (name: string) =>
      database.get(`PRAGMA ${name}`, (row) => Object.values(row)[0] ?? null);
    expect(
      ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'user_version'].map(pragma),
    ).toEqual(['wal', 2, 1, 1, MIGRATIONS.length]);
    closeDatabase(database, silentLogger);
  });

  it.each<[string, (file: string) => void]>([
    ['garbage', (file) => writeFileSync(file, 'This is no database.'.repeat(500))],
    ['cut off in the middle', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ['cut down to a few bytes', (file) => truncateSync(file, 40)],
    [
      'overwritten inside',
      (file) => {
        const bytes = readFileSync(file);
        bytes.fill(0xff, 4_096 * 2, 4_096 * 12);
        writeFileSync(file, bytes);
      },
    ],
  ])('sets a file aside that is %s, keeps every byte of it, and starts a fresh one', (_, harm) => {
    fillAndClose();
    harm(path);
    const harmed = readFileSync(path);
    const opening = open();
    const database = opened(opening);
    const keptAs = 'library.damaged-2026-11-01T12-00-00.sqlite';
    expect(opening).toMatchObject({
      notice: { kind: 'database-set-aside', reason: 'damaged', keptAs },
    });
    expect(readFileSync(join(folder, 'profile', keptAs)).equals(harmed)).toBe(true);
    expect(createRepositories(database).accounts.find('account-7')).toBeNull();
    closeDatabase(database, silentLogger);
    expect(open()).toMatchObject({ kind: 'open', notice: null });
  });

  it('sets the file of another program aside', () => {
    fillAndClose(1);
    const database = opened(open());
    database.exec('PRAGMA application_id = 7');
    closeDatabase(database, silentLogger);
    expect(open()).toMatchObject({ notice: { reason: 'damaged' } });
  });

  it('never overwrites a file that was set aside before', () => {
    for (let round = 0; round < 3; round += 1) {
      fillAndClose(1);
      writeFileSync(path, `garbage ${round}`.repeat(100));
      closeDatabase(opened(open()), silentLogger);
    }
    const kept = readdirSync(join(folder, 'profile')).filter((name) => name.includes('damaged'));
    expect(kept.length).toBe(3);
  });

  it('sets a file from a newer version aside', () => {
    fillAndClose();
    const database = opened(open());
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    closeDatabase(database, silentLogger);
    const keptAs = 'library.from-newer-version-2026-11-01T12-00-00.sqlite';
    const opening = open();
    expect(opening).toMatchObject({
      kind: 'open',
      notice: { kind: 'database-set-aside', reason: 'newer-version', keptAs },
    });
    expect(existsSync(join(folder, 'profile', keptAs))).toBe(true);
  });

  it('goes on with a file whose first start ended before anything stood in it', () => {
    fillAndClose(1);
    writeFileSync(path, '');
    expect(open()).toMatchObject({ kind: 'open', notice: null });
  });

  it('says so when the folder cannot be written to', () => {
    fillAndClose(1);
    // A file where a folder has to be: that stops root too.
    rmSync(join(folder, 'profile'), { recursive: true });
    writeFileSync(join(folder, 'profile'), '');
    expect(open()).toEqual({ kind: 'unusable', reason: 'cannot-open' });
  });

  it('says so when the folder is read-only', ({ skip }) => {
    if (process.getuid?.() === 0) {
      const script = fileURLToPath(new URL('./harness/open-once.ts', import.meta.url));
      fillAndClose(1);
      chmodSync(folder, 0o755);
      chmodSync(join(folder, 'profile'), 0o555);
      chmodSync(path, 0o444);
      // Root may write anywhere, so the child runs as nobody.
      const child = spawnSync(process.execPath, [script, path], {
        uid: 65_534,
        gid: 65_534,
        encoding: 'utf8',
      });
      expect(child.stdout).toBe('unusable: read-only\n');
      return;
    }
    if (process.platform === 'win32') {
      skip('Windows has no read-only folders of this kind.');
    }
    fillAndClose(1);
    chmodSync(join(folder, 'profile'), 0o555);
    chmodSync(path, 0o444);
    expect(open()).toMatchObject({ kind: 'unusable' });
    chmodSync(join(folder, 'profile'), 0o755);
  });
});

describe('a new schema', () => {
  const steps = [...MIGRATIONS, 'CREATE TABLE later (id INTEGER PRIMARY KEY, note TEXT) STRICT'];

  it('is reached step by step, after a copy of the file was made', () => {
    fillAndClose();
    const database = opened(open(steps));
    expect(database.get('SELECT count(*) AS rows FROM later', (row) => integer(row, 'rows'))).toBe(
      0,
    );
    expect(createRepositories(database).accounts.find('account-499')).not.toBeNull();
    closeDatabase(database, silentLogger);
    path = `${path}.before-version-${steps.length}`;
    const backup = opened(open());
    expect(createRepositories(backup).accounts.find('account-499')).not.toBeNull();
    expect(backup.get('PRAGMA user_version', (row) => integer(row, 'user_version'))).toBe(
      MIGRATIONS.length,
    );
    closeDatabase(backup, silentLogger);
  });

  it('leaves no copy beside a file that was only just begun', () => {
    closeDatabase(opened(open(steps)), silentLogger);
    expect(readdirSync(join(folder, 'profile'))).toEqual(['library.sqlite']);
  });

  it('leaves everything as it was when a step fails', () => {
    fillAndClose();
    const broken = [...MIGRATIONS, 'CREATE TABLE half (id INTEGER); SELECT * FROM nowhere;'];
    expect(open(broken)).toMatchObject({ kind: 'unusable' });
    const database = opened(open());
    expect(createRepositories(database).accounts.find('account-7')).not.toBeNull();
    expect(
      database.all(`SELECT name FROM sqlite_schema WHERE name = 'half'`, (row) =>
        text(row, 'name'),
      ),
    ).toEqual([]);
    closeDatabase(database, silentLogger);
  });
});

describe('a full disk', () => {
  const mount = () => {
    const point = join(folder, 'small');
    execFileSync('mkdir', [point]);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', point], { stdio: 'ignore' });
      return point;
    } catch {
      // Only root may mount, and not in every container.
      return null;
    }
  };

  it('is named, and what was written before it stays', ({ skip }) => {
    const point = mount();
    if (point === null) {
      skip('A small file system cannot be mounted here.');
      return;
    }
    try {
      path = join(point, 'library.sqlite');
      const database = opened(open());
      const { accounts } = createRepositories(database);
      accounts.open('kept', 'x');
      expect(() => {
        for (let count = 0; ; count += 1) {
          accounts.open(`account-${count}`, 'x'.repeat(2_000));
        }
      }).toThrow(/full/);
      expect(accounts.find('kept')).not.toBeNull();
      closeDatabase(database, silentLogger);
    } finally {
      execFileSync('umount', ['-l', point]);
    }
  });

  it('makes a first start unusable, with the reason', ({ skip }) => {
    const point = mount();
    if (point === null) {
      skip('A small file system cannot be mounted here.');
      return;
    }
    try {
      spawnSync('dd', ['if=/dev/zero', `of=${join(point, 'filler')}`, 'bs=4k'], {
        stdio: 'ignore',
      });
      path = join(point, 'library.sqlite');
      expect(open()).toEqual({ kind: 'unusable', reason: 'disk-full' });
    } finally {
      execFileSync('umount', ['-l', point]);
    }
  });
});
