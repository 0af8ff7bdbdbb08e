import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LedgerStore } from '../../../../electron/spotify/ledger-store.ts';
import { Ledger } from '../../../../electron/storage/ledger.ts';
import { closeDatabase, openDatabase } from '../../../../electron/storage/open-database.ts';
import type { Database } from '../../../../electron/storage/sqlite.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

let folder: string;
let database: Database;
let ledger: LedgerStore;

function open(): void {
  const path = join(folder, 'library.sqlite');
  const opening = openDatabase({ path, clock: new ManualClock(), logger: silentLogger });
  if (opening.kind !== 'open') {
    throw new Error(opening.reason);
  }
  database = opening.database;
  ledger = new Ledger(database, silentLogger);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-ledger-'));
  open();
});
afterEach(() => {
  closeDatabase(database, silentLogger);
  rmSync(folder, { recursive: true, force: true });
});

it('keeps requests and cool-down over a restart', () => {
  ledger.append({ atMs: 20, family: 'library' });
  ledger.append({ atMs: 10, family: 'playlists' });
  ledger.writeCoolDown({ reason: 'quota-exhausted', untilMs: 5_000 });
  closeDatabase(database, silentLogger);
  open();
  expect(ledger.readSince(0)).toEqual([
    { atMs: 10, family: 'playlists' },
    { atMs: 20, family: 'library' },
  ]);
  expect(ledger.readSince(11).length).toBe(1);
  expect(ledger.readCoolDown()).toEqual({ reason: 'quota-exhausted', untilMs: 5_000 });
  ledger.writeCoolDown(null);
  expect(ledger.readCoolDown()).toBeNull();
});

it('forgets what is older than a day', () => {
  ledger.append({ atMs: 1, family: 'profile' });
  ledger.append({ atMs: 2, family: 'profile' });
  ledger.deleteBefore(2);
  expect(ledger.readSince(0)).toEqual([{ atMs: 2, family: 'profile' }]);
});

it('goes on counting when nothing can be written', () => {
  ledger.append({ atMs: 1, family: 'library' });
  database.exec('PRAGMA query_only = ON');
  ledger.append({ atMs: 2, family: 'library' });
  ledger.writeCoolDown({ reason: 'rate-limited', untilMs: 9 });
  expect(ledger.readSince(0).map(({ atMs }) => atMs)).toEqual([1, 2]);
  expect(ledger.readCoolDown()).toEqual({ reason: 'rate-limited', untilMs: 9 });
  database.exec('PRAGMA query_only = OFF');
  ledger.writeCoolDown({ reason: 'rate-limited', untilMs: 10 });
  expect(ledger.readCoolDown()).toEqual({ reason: 'rate-limited', untilMs: 10 });
});
