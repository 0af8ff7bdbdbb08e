import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountDeletion } from '../../../../../electron/library/history/account-deletion.ts';
import { Accounts } from '../../../../../electron/storage/accounts.ts';
import { accountsLeaving } from '../../../../../electron/storage/delete-account.ts';
import { backupPath, readSchemaVersion } from '../../../../../electron/storage/migrate.ts';
import { closeDatabase } from '../../../../../electron/storage/open-database.ts';
import { SearchIndex } from '../../../../../electron/storage/search-index.ts';
import type { Database } from '../../../../../electron/storage/sqlite.ts';
import { silentLogger } from '../../../../../shared/logger.ts';
import { openedDatabase } from '../../../../harness/opened-database.ts';
import { contentOf, fillAccount, orphans, tracesOf } from './harness/filled-account.ts';

const CHILD = fileURLToPath(new URL('./harness/delete-until-killed.ts', import.meta.url));

let folder: string;
let path: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-deletion-'));
  path = join(folder, 'library.sqlite');
  database = openedDatabase(path);
});
afterEach(() => {
  closeDatabase(database, silentLogger);
  rmSync(folder, { recursive: true, force: true });
});

function deletionOf(yieldToEventLoop: () => Promise<void> = () => Promise.resolve()) {
  return new AccountDeletion({ database, logger: silentLogger, yieldToEventLoop });
}

/** Which of the account's traces stand in which file. */
function found(account: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    return tracesOf(account)
      .filter((trace) => bytes.includes(trace))
      .map((trace) => `${trace} in ${name}`);
  });
}

/** Words of the account, as the index of words holds them, in which file. */
function foundWords(account: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    return tracesOf(account)
      .map((trace) => trace.toLowerCase())
      .filter((word) => bytes.includes(word))
      .map((word) => `${word} in ${name}`);
  });
}

/** Copies of the file as they are made before a schema step and when a damaged file is set aside. */
function leaveCopies(): void {
  database.run('VACUUM INTO ?', backupPath(path, readSchemaVersion(database) - 1));
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  copyFileSync(path, join(folder, 'library.damaged-2026-11-01T12-00-00.sqlite'));
  copyFileSync(path, join(folder, 'library.from-newer-version-2026-11-01T12-00-00.sqlite'));
}

describe('deleting an account', () => {
  it('leaves no byte of it in the database, its log and its copies', async () => {
    const { account } = await fillAccount(database, 'Left', 600);
    leaveCopies();
    for (const trace of tracesOf('Left')) {
      expect(found('Left')).toContainEqual(expect.stringContaining(trace));
    }
    expect(readdirSync(folder).length).toBeGreaterThanOrEqual(5);
    await deletionOf().delete(account.id);
    expect(found('Left')).toEqual([]);
    expect(new Accounts(database).ids()).toEqual([]);
  });

  it('leaves none of its words in the index, though those of others stay', async () => {
    const left = await fillAccount(database, 'Left', 600);
    const stayed = await fillAccount(database, 'Stayed', 300);
    const index = new SearchIndex(database);
    while (index.takeIn(100)) {
      index.merge(4);
    }
    expect(foundWords('Left')).not.toEqual([]);
    await deletionOf().delete(left.account.id);
    expect(foundWords('Left')).toEqual([]);
    expect(foundWords('Stayed')).not.toEqual([]);
    expect(index.find(left.account.id, 'trackOfLeft')).toEqual([]);
    expect(index.find(stayed.account.id, 'trackOfStayed')?.length).toBe(300);
    expect(index.pending(stayed.account.id, 0, 10)).toEqual([]);
  });

  it.each([
    ['a small file', 200],
    ['a file that is rebuilt in a thread of its own', 8_000],
  ])('changes nothing of the others, in %s', async (_, tracks) => {
    const stayed = await fillAccount(database, 'Stayed', tracks);
    const left = await fillAccount(database, 'Left', 2_000);
    const content = contentOf(database, stayed.account.id);
    const sizeBefore = statSync(path).size;
    await deletionOf().delete(left.account.id);
    expect(found('Left')).toEqual([]);
    expect(contentOf(database, stayed.account.id)).toEqual(content);
    expect(orphans(database)).toEqual([]);
    expect(statSync(path).size).toBeLessThan(sizeBefore);
    // The connection goes on with the rebuilt file.
    await stayed.show(stayed.savedTracks(), []);
    expect(await stayed.rowsAt(stayed.savedTracks(), { kind: 'time', atMs: 9e12 })).toEqual([]);
  });

  it('hides the account at once, so that its user can sign in anew meanwhile', async () => {
    const { account } = await fillAccount(database, 'Left', 600);
    let pieces = 0;
    const key = 'keyOfLeft';
    const seenMeanwhile: (number | null)[] = [];
    await deletionOf(async () => {
      pieces += 1;
      const accounts = new Accounts(database);
      seenMeanwhile.push(accounts.find(key)?.id ?? null);
      if (pieces === 3) {
        accounts.open(key, 'Back again');
      }
    }).delete(account.id);
    const back = new Accounts(database).find(key);
    expect(seenMeanwhile.slice(0, 4)).toEqual([null, null, null, back?.id]);
    expect(new Accounts(database).ids()).toEqual([back?.id]);
    expect(back?.id).not.toBe(account.id);
  });

  it('goes on at the next start when the app quits meanwhile', async () => {
    const { account } = await fillAccount(database, 'Left', 600);
    let closed: Promise<void> | null = null;
    const first = deletionOf(async () => {
      closed ??= first.close();
    });
    await first.delete(account.id);
    await closed;
    expect(accountsLeaving(database)).toEqual([account.id]);
    expect(found('Left').length).toBeGreaterThan(0);
    const second = deletionOf();
    second.resume();
    await second.close();
    expect(accountsLeaving(database)).toEqual([account.id]);
    const third = deletionOf();
    third.resume();
    await expect.poll(() => accountsLeaving(database)).toEqual([]);
    await third.close();
    expect(found('Left')).toEqual([]);
  });

  it.each([1, 9, 25])('goes on after a kill -9 at piece %d', async (pieces) => {
    await fillAccount(database, 'Left', 900);
    leaveCopies();
    closeDatabase(database, silentLogger);
    const child = fork(CHILD, [path, 'keyOfLeft']);
    for (let piece = 0; piece < pieces; piece += 1) {
      await once(child, 'message');
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    database = openedDatabase(path);
    expect(accountsLeaving(database).length).toBe(1);
    expect(found('Left').length).toBeGreaterThan(0);
    const deletion = deletionOf();
    deletion.resume();
    await expect.poll(() => accountsLeaving(database)).toEqual([]);
    await deletion.close();
    expect(found('Left')).toEqual([]);
  });
});
