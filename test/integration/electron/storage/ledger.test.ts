import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LedgerEntry, LedgerStore } from '../../../../electron/spotify/ledger-store.ts';
import { Ledger } from '../../../../electron/storage/ledger.ts';
import { MIGRATIONS } from '../../../../electron/storage/migrations/migrations.ts';
import { closeDatabase, openDatabase } from '../../../../electron/storage/open-database.ts';
import { integer } from '../../../../electron/storage/row.ts';
import type { Database } from '../../../../electron/storage/sqlite.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

let folder: string;
let database: Database;
let ledger: LedgerStore;

function open(migrations: readonly string[] = MIGRATIONS): void {
  const path = join(folder, 'library.sqlite');
  const opening = openDatabase({
    path,
    clock: new ManualClock(),
    logger: silentLogger,
    migrations,
  });
  if (opening.kind !== 'open' || opening.notice !== null) {
    throw new Error('The database did not open as it was left.');
  }
  database = opening.database;
}

function reopen(): void {
  closeDatabase(database, silentLogger);
  open();
  ledger = new Ledger(database, silentLogger);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-ledger-'));
  open();
  ledger = new Ledger(database, silentLogger);
});
afterEach(() => {
  closeDatabase(database, silentLogger);
  rmSync(folder, { recursive: true, force: true });
});

const NOW = Date.UTC(2026, 10, 1, 12);
const DAY = 86_400_000;
const ALL = 10_000;

const request = (countedMs: number, family = 'library'): LedgerEntry => ({
  atMs: countedMs + 7,
  countedMs,
  family,
});
const recent = (sinceMs = 0, nowMs = NOW, limit = ALL) =>
  ledger.readRecent(sinceMs, nowMs, limit).entries;
const wait = { reason: 'quota-exhausted', untilMs: 5_000, untilCountedMs: 6_000 } as const;
const clock = { countedMs: 40, wallMs: 50, uptimeMs: 60, debtMs: 70 };

describe('the ledger in the database', () => {
  it('keeps requests, counted time and cool-downs over a restart', () => {
    ledger.append(request(20));
    ledger.append(request(10, 'playlists'));
    ledger.writeClock(clock);
    ledger.writeCoolDown('one', wait);
    reopen();
    expect(recent()).toEqual([request(10, 'playlists'), request(20)]);
    expect(recent(10)).toEqual([request(20)]);
    expect(recent(0, NOW, 1)).toEqual([request(20)]);
    expect(ledger.readRecent(0, NOW, ALL).isLost).toBe(false);
    expect(ledger.readClock()).toEqual(clock);
    expect(ledger.readCoolDown('one')).toEqual(wait);
    expect(ledger.readCoolDown('two')).toBeNull();
    ledger.writeCoolDown('one', null);
    expect(ledger.readCoolDown('one')).toBeNull();
  });

  it('forgets what it is told to', () => {
    ledger.append(request(1));
    const key = ledger.append(request(2));
    ledger.append(request(3));
    ledger.deleteBefore(2);
    ledger.remove(key);
    expect(recent()).toEqual([request(3)]);
  });

  it('goes on counting when nothing can be written, and catches up', () => {
    ledger.append(request(1));
    database.exec('PRAGMA query_only = ON');
    const key = ledger.append(request(2));
    ledger.append(request(3));
    ledger.writeClock(clock);
    ledger.writeCoolDown('one', { ...wait, untilMs: 9 });
    expect(recent()).toEqual([request(1), request(2), request(3)]);
    expect(ledger.readCoolDown('one')).toEqual({ ...wait, untilMs: 9 });
    ledger.remove(key);
    database.exec('PRAGMA query_only = OFF');
    ledger.append(request(4));
    ledger.writeCoolDown('one', wait);
    reopen();
    expect(recent()).toEqual([request(1), request(3), request(4)]);
    expect(ledger.readCoolDown('one')).toEqual(wait);
  });

  it('writes everything else with a wait for the disk, as before', () => {
    ledger.append(request(1));
    ledger.writeClock(clock);
    expect(database.get('PRAGMA synchronous', (row) => integer(row, 'synchronous'))).toBe(2);
  });
});

describe('the step from the first schema', () => {
  it('keeps the requests of the day and the cool-down, for whoever signs in first', () => {
    closeDatabase(database, silentLogger);
    rmSync(join(folder, 'library.sqlite'), { force: true });
    open(MIGRATIONS.slice(0, 1));
    database.exec(`
      INSERT INTO requests (at_ms, family) VALUES (${NOW - 900}, 'library'), (${NOW - 500}, 'profile');
      INSERT INTO cool_down VALUES (1, 'rate-limited', ${NOW + 5});`);
    reopen();
    expect(recent()).toEqual([
      { atMs: NOW - 900, countedMs: NOW - 900, family: 'library' },
      { atMs: NOW - 500, countedMs: NOW - 500, family: 'profile' },
    ]);
    expect(ledger.readClock()).toEqual({
      countedMs: NOW - 500,
      wallMs: NOW - 500,
      uptimeMs: null,
      debtMs: 0,
    });
    expect(ledger.readCoolDown('')).toEqual({
      reason: 'rate-limited',
      untilMs: NOW + 5,
      untilCountedMs: NOW + 5,
    });
  });

  it('leaves no time behind where no request was made', () => {
    expect(ledger.readClock()).toBeNull();
  });
});

/** A table as only a fault can leave it: anything may stand in it. */
function loosen(table: 'requests' | 'counted_clock' | 'cool_downs', columns: string): void {
  database.exec(`DROP TABLE ${table}; CREATE TABLE ${table} (${columns})`);
}

describe('a damaged ledger', () => {
  it.each(['requests', 'counted_clock', 'cool_downs'])('goes on without its table %s', (table) => {
    ledger.append(request(NOW - 5));
    database.exec(`DROP TABLE ${table}`);
    reopen();
    const { isLost } = ledger.readRecent(0, NOW, ALL);
    expect(isLost).toBe(table === 'requests');
    ledger.append(request(NOW - 1));
    ledger.writeClock(clock);
    ledger.writeCoolDown('one', wait);
    reopen();
    expect(recent().at(-1)).toEqual(request(NOW - 1));
    expect(ledger.readClock()).toEqual(clock);
    expect(ledger.readCoolDown('one')).toEqual(wait);
    expect(ledger.readRecent(0, NOW, ALL).isLost).toBe(false);
  });

  it('is lost where the table of requests has other columns', () => {
    loosen('requests', 'id INTEGER PRIMARY KEY, what TEXT');
    reopen();
    expect(ledger.readRecent(0, NOW, ALL)).toEqual({ entries: [], isLost: true });
    ledger.append(request(NOW));
    expect(recent()).toEqual([request(NOW)]);
  });

  it.each([
    ['no time', 'NULL'],
    ['a word for a time', "'yesterday'"],
    ['bytes for a time', "x'00ff'"],
    ['a time before 1970', '-5'],
    ['the year 9999', String(Date.UTC(9999, 0))],
    ['no number', '9e999'],
    ['more than a number can be', '9223372036854775807'],
  ])('counts a request with %s for a day from now, and for no longer', (_what, sql) => {
    loosen('requests', 'id INTEGER PRIMARY KEY, at_ms, counted_ms, family');
    database.exec(`INSERT INTO requests (at_ms, counted_ms, family) VALUES (${sql}, ${sql}, NULL)`);
    reopen();
    expect(recent(NOW - DAY)).toMatchObject([{ countedMs: NOW, family: 'unreadable' }]);
    reopen();
    expect(recent(NOW - 1, NOW + DAY)).toHaveLength(1);
    expect(recent(NOW, NOW + DAY)).toEqual([]);
  });

  it('counts them also where it cannot be written to', () => {
    loosen('requests', 'id INTEGER PRIMARY KEY, at_ms, counted_ms, family');
    database.exec(
      `INSERT INTO requests (counted_ms, family) VALUES (9223372036854775807, 'library')`,
    );
    database.exec('PRAGMA query_only = ON');
    expect(recent()).toMatchObject([{ countedMs: NOW, family: 'library' }]);
  });

  it('keeps a family that it does not know', () => {
    ledger.append(request(NOW - 5, 'podcast-feeds'));
    expect(recent()).toEqual([request(NOW - 5, 'podcast-feeds')]);
  });

  it.each([
    ["'soon', 5, 5, 0"],
    ['5, NULL, 5, 0'],
    ['-1, 5, 5, 0'],
    ['9e999, 5, 5, 0'],
    ["x'00', 5, 5, 0"],
    ['5, 9223372036854775807, 5, 0'],
  ])('has no counted time in %s', (values) => {
    loosen('counted_clock', 'id INTEGER PRIMARY KEY, counted_ms, wall_ms, uptime_ms, debt_ms');
    database.exec(`INSERT INTO counted_clock VALUES (1, ${values})`);
    expect(ledger.readClock()).toBeNull();
  });

  it('does without an uptime or a debt that cannot be one', () => {
    loosen('counted_clock', 'id INTEGER PRIMARY KEY, counted_ms, wall_ms, uptime_ms, debt_ms');
    database.exec(`INSERT INTO counted_clock VALUES (1, 5, 6, -7, 'much')`);
    expect(ledger.readClock()).toEqual({ countedMs: 5, wallMs: 6, uptimeMs: null, debtMs: 0 });
  });

  it.each([
    ["'rate-limited', 5, NULL", 'rate-limited', 5, null],
    ["'rate-limited', 5, 9223372036854775807", 'rate-limited', 5, null],
    ["'rate-limited', 'x', 'soon'", 'rate-limited', 0, null],
    ["'asked-too-loudly', 5, 6", 'quota-exhausted', 5, 6],
    ['NULL, NULL, -6', 'quota-exhausted', 0, null],
    ["x'00', 9e999, 9e999", 'quota-exhausted', 0, null],
  ])('takes the cool-down %s for one that can be', (values, reason, untilMs, untilCountedMs) => {
    loosen('cool_downs', 'client, reason, until_ms, until_counted_ms');
    database.exec(`INSERT INTO cool_downs VALUES ('one', ${values})`);
    expect(ledger.readCoolDown('one')).toEqual({ reason, untilMs, untilCountedMs });
  });

  it.each([
    ['of the last day', 'number % 86400000'],
    ['of the last ten years', 'number * 315576'],
    ['of the future', '-number'],
  ])('opens with a million rows %s, and reads no more than can count', (_what, age) => {
    database.exec(`
      WITH RECURSIVE numbers (number) AS
        (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < 1000000)
      INSERT INTO requests (at_ms, counted_ms, family)
        SELECT 7, ${NOW} - (${age}), 'library' FROM numbers;`);
    expect(recent(NOW - DAY).length).toBeLessThanOrEqual(ALL);
    ledger.deleteBefore(NOW - 7 * DAY);
    expect(recent(NOW - DAY).length).toBeLessThanOrEqual(ALL);
  });
});
