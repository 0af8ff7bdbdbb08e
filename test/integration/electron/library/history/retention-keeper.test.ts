import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RetentionKeeper } from '../../../../../electron/library/history/retention-keeper.ts';
import { backupPath, readSchemaVersion } from '../../../../../electron/storage/migrate.ts';
import { closeDatabase } from '../../../../../electron/storage/open-database.ts';
import type { Database } from '../../../../../electron/storage/sqlite.ts';
import { silentLogger } from '../../../../../shared/logger.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { openedDatabase } from '../../../../harness/opened-database.ts';
import { type ShownRow, WrittenHistory } from '../../../../harness/written-history.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WHOLE = { offset: 0, count: 100 };

let folder: string;
let path: string;
let clock: ManualClock;
let database: Database;
let months: number | null;
let keeper: RetentionKeeper;
let written: WrittenHistory;
let list: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-retention-'));
  path = join(folder, 'library.sqlite');
  clock = new ManualClock(Date.UTC(2026, 0, 1));
  database = openedDatabase(path, clock);
  months = 1;
  keeper = keeperOf();
  written = new WrittenHistory(database, 'me', clock);
  list = written.savedTracks();
});
afterEach(async () => {
  await keeper.close();
  closeDatabase(database, silentLogger);
  rmSync(folder, { recursive: true, force: true });
});

function keeperOf(yieldToEventLoop: () => Promise<void> = () => Promise.resolve()) {
  return new RetentionKeeper({
    clock,
    logger: silentLogger,
    database,
    retentionMonths: () => months,
    yieldToEventLoop,
    undisturbed: (work) => work(),
  });
}

const row = (uri: string): ShownRow => ({ uri, addedAtMs: 1, addedBy: 'me' });

/** A whole check that finds these tracks. */
async function check(...uris: readonly string[]): Promise<void> {
  await written.show(list, uris.map(row));
  written.repositories.accounts.writeCheckEnd(written.account.id, Math.round(clock.nowMs()));
}

/** One check a day, each of which finds another track. */
async function liveFor(days: number, from = 0): Promise<void> {
  for (let day = from; day < from + days; day += 1) {
    await check('stays', `track of day ${day}.`);
    await clock.advance(DAY_MS);
  }
}

async function states(): Promise<number> {
  return (await written.history.observations({ listId: list, ...WHOLE })).total;
}

const holds = (trace: string) =>
  readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(trace));

describe('old history', () => {
  it('is deleted once a day, and nothing of it stays in any file', async () => {
    await liveFor(40);
    expect(holds('track of day 3.')).toBe(true);
    keeper.start();
    await clock.advance(9 * MINUTE_MS);
    expect(await states()).toBe(40);
    await clock.advance(MINUTE_MS);
    // A month before the last check, and the state that held then.
    await expect.poll(states).toBe(32);
    await keeper.look();
    expect(holds('track of day 3.')).toBe(false);
    expect(holds('track of day 39.')).toBe(true);
    // From then on without the file being written anew each day.
    expect(holds('track of day 8.')).toBe(true);
    await liveFor(2, 40);
    await keeper.look();
    expect(await states()).toBe(32);
    expect(holds('track of day 8.')).toBe(false);
  });

  it('is kept for ever when the user wants that', async () => {
    months = null;
    await liveFor(40);
    await keeper.look();
    expect(await states()).toBe(40);
  });

  it('goes at once when the user wants less of it, and stays gone when more', async () => {
    months = 120;
    await liveFor(70);
    await keeper.look();
    expect(await states()).toBe(70);
    months = 2;
    await keeper.look();
    expect(await states()).toBe(60);
    months = 1;
    await keeper.look();
    expect(await states()).toBe(29);
    months = 24;
    await keeper.look();
    expect(await states()).toBe(29);
  });

  it('is not deleted by a clock that was set years ahead', async () => {
    await liveFor(40);
    clock.jump(3_650 * DAY_MS);
    await keeper.look();
    expect(await states()).toBe(32);
  });

  it('goes on where a run was ended, and ends within one piece', async () => {
    await liveFor(400);
    let pauses = 0;
    const ending = keeperOf(async () => {
      pauses += 1;
      if (pauses === 3) {
        void ending.close();
      }
    });
    await ending.look();
    expect(pauses).toBe(3);
    expect(await states()).toBeGreaterThan(32);
    await keeper.look();
    expect(await states()).toBe(32);
    expect(clock.pendingCount).toBe(1);
    await keeper.close();
    expect(clock.pendingCount).toBe(0);
  });

  it('goes with the copies that hold it, a month after they were made', async () => {
    await liveFor(40);
    const copy = backupPath(path, readSchemaVersion(database) - 1);
    database.run('VACUUM INTO ?', copy);
    const made = (daysAgo: number) => (clock.nowMs() - daysAgo * DAY_MS) / 1_000;
    utimesSync(copy, made(29), made(29));
    await keeper.look();
    expect(existsSync(copy)).toBe(true);
    await liveFor(2, 40);
    await keeper.look();
    expect(existsSync(copy)).toBe(false);
  });
});
