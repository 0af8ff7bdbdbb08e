import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../../../electron/storage/migrations/migrations.ts';
import { closeDatabase } from '../../../../../electron/storage/open-database.ts';
import { silentLogger } from '../../../../../shared/logger.ts';
import {
  contentOf,
  EARLIER_VERSIONS,
  faultsOf,
  leaveOldFile,
  open,
  opened,
  versionOf,
} from './harness/old-file.ts';
import { mountSmallDisk } from './harness/small-disk.ts';

const CHILD = fileURLToPath(new URL('./harness/migrate-for-ever.ts', import.meta.url));

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-migrations-'));
  path = join(folder, 'library.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is in the file, as its own version reads it. */
function read(file: string, version: number): readonly string[] {
  const database = opened(file, MIGRATIONS.slice(0, version));
  const content = contentOf(database);
  closeDatabase(database, silentLogger);
  return content;
}

function expectNewest(content: readonly string[]): void {
  const database = opened(path);
  expect(versionOf(database)).toBe(MIGRATIONS.length);
  expect(faultsOf(database)).toEqual(['ok']);
  expect(contentOf(database)).toEqual(content);
  closeDatabase(database, silentLogger);
}

describe.each(EARLIER_VERSIONS)('a file of version %i', (version) => {
  it('becomes one of the newest with all that was in it, and leaves the last copy', () => {
    leaveOldFile(path, version);
    const content = read(path, version);
    expect(content.length).toBeGreaterThan(800);
    expectNewest(content);
    const copy = `library.sqlite.before-version-${MIGRATIONS.length}`;
    expect(readdirSync(folder).sort()).toEqual(['library.sqlite', copy]);
    expect(read(join(folder, copy), MIGRATIONS.length - 1)).toEqual(content);
  });

  it('killed in the middle of the next step is as it was, and goes on from there', async () => {
    leaveOldFile(path, version);
    const content = read(path, version);
    const child = spawn(process.execPath, [CHILD, path, String(version)], { stdio: 'inherit' });
    const exit = once(child, 'exit');
    // The step is more than a megabyte into what it writes.
    const isDeep = () => existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 1_000_000;
    while (!isDeep() && child.exitCode === null) {
      await setImmediate();
    }
    child.kill('SIGKILL');
    expect(await exit).toEqual([null, 'SIGKILL']);
    expect(existsSync(`${path}.before-version-${version + 1}`)).toBe(true);
    expectNewest(content);
  });

  it('killed in the middle of the copy makes the copy anew', () => {
    leaveOldFile(path, version);
    const content = read(path, version);
    const half = `${path}.before-version-${version + 1}`;
    writeFileSync(half, readFileSync(path).subarray(0, 12_345));
    expectNewest(content);
  });
});

describe('a disk that is full', () => {
  it.each([
    ['for the file beside the log', () => 16_384],
    ['for the copy', () => 65_536],
    ['for the step', (copyBytes: number) => copyBytes + 300_000],
  ])('%s stops the start with the reason, and costs nothing', (_, freeBytes) => {
    const disk = mountSmallDisk(join(folder, 'small'), 4);
    if (disk === null) {
      return;
    }
    try {
      path = join(disk.folder, 'library.sqlite');
      leaveOldFile(path, 3);
      const content = read(path, 3);
      const steps = [
        ...MIGRATIONS.slice(0, 3),
        `CREATE TABLE ballast (bytes BLOB);
         WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 200)
           INSERT INTO ballast SELECT randomblob(4000) FROM numbers;`,
      ];
      const free = freeBytes(statSync(path).size);
      disk.fill(free);
      expect(open(path, steps)).toEqual({ kind: 'unusable', reason: 'disk-full' });
      // Half a copy would take what little room there is.
      const copies = readdirSync(disk.folder).filter((name) => name.includes('before'));
      expect(copies).toEqual(free > 300_000 ? ['library.sqlite.before-version-4'] : []);
      disk.free();
      expect(read(path, 3)).toEqual(content);
      expectNewest(content);
    } finally {
      disk.unmount();
    }
  });
});
