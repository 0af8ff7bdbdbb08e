import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '../../../electron/storage/open-database.ts';
import { openStorage } from '../../../electron/storage-opening.ts';
import { silentLogger } from '../../../shared/logger.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';

let folder: string;
let path: string;
const clock = new ManualClock();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-storage-'));
  path = join(folder, 'library.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('has nothing to tell of a file that is as it was left', () => {
  for (let start = 0; start < 2; start += 1) {
    const storage = openStorage(path, clock, silentLogger);
    expect(storage.notice).toBeNull();
    storage.close();
  }
});

it('tells once that the count of the requests was lost', () => {
  openStorage(path, clock, silentLogger).close();
  const opening = openDatabase({ path, clock, logger: silentLogger });
  if (opening.kind === 'open') {
    opening.database.exec('DROP TABLE requests');
    closeDatabase(opening.database, silentLogger);
  }
  const storage = openStorage(path, clock, silentLogger);
  expect(storage.notice).toEqual({ kind: 'requests-forgotten', id: 'requests-forgotten' });
  expect(storage.ledgerStore.readRecent(0, clock.nowMs(), 10).isLost).toBe(true);
  storage.close();
  const next = openStorage(path, clock, silentLogger);
  expect(next.notice).toBeNull();
  next.close();
});
