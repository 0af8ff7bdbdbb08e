import type { Logger } from '../../shared/logger.ts';
import {
  type ClockRow,
  type CoolDownRow,
  type RequestRow,
  readClock,
  readCoolDown,
  readRequest,
} from './ledger-rows.ts';
import { mendLedgerTables } from './ledger-tables.ts';
import { plausibleTime } from './plausible-time.ts';
import type { Database } from './sqlite.ts';
import { classifyStorageError } from './storage-failure.ts';

/** A great many rows are deleted bit by bit, each time within a few milliseconds. */
const DELETED_AT_ONCE = 5_000;

/**
 * The requests of the last days, the counted time and the cool-downs: the `LedgerStore` of
 * `spotify/`, which this layer may not import. A write that fails is kept in memory, so that a full
 * disk never lets more requests through than the budget allows.
 */
export class Ledger {
  readonly #database: Database;
  readonly #logger: Logger;
  /** The table of requests was gone, or not readable as such. */
  readonly isLost: boolean;
  /** Under keys below zero. */
  readonly #unwritten = new Map<number, RequestRow>();
  #lastUnwrittenKey = 0;
  readonly #unwrittenCoolDowns = new Map<string, CoolDownRow | null>();

  constructor(database: Database, logger: Logger) {
    this.#database = database;
    this.#logger = logger;
    let hadRequests = true;
    const isMended = this.#write('ledger tables', () => {
      hadRequests = mendLedgerTables(database);
    });
    this.isLost = !isMended || !hadRequests;
  }

  readRecent(
    sinceMs: number,
    nowMs: number,
    limit: number,
  ): { readonly entries: readonly RequestRow[]; readonly isLost: boolean } {
    this.#write('ledger repair', () => {
      // Text and blobs compare as greater than any number, so all of these go by the index.
      this.#database.run(
        `UPDATE requests SET counted_ms = ?1
         WHERE counted_ms > ?1 OR counted_ms < 0 OR counted_ms IS NULL`,
        nowMs,
      );
    });
    const newest = this.#database.all(
      `SELECT ${plausibleTime('at_ms')}, ${plausibleTime('counted_ms')}, family FROM requests
       WHERE requests.counted_ms > ? ORDER BY requests.counted_ms DESC, id DESC LIMIT ?`,
      (row) => readRequest(row, nowMs),
      sinceMs,
      limit,
    );
    const entries = [...newest.reverse(), ...this.#unwritten.values()];
    return { entries, isLost: this.isLost };
  }

  append(entry: RequestRow): number {
    const key = this.#insert(entry);
    if (key === null) {
      this.#lastUnwrittenKey -= 1;
      this.#unwritten.set(this.#lastUnwrittenKey, entry);
      return this.#lastUnwrittenKey;
    }
    this.#catchUp();
    return key;
  }

  /** One that was written late stays: it counts once too often, which harms nobody. */
  remove(key: number): void {
    if (!this.#unwritten.delete(key)) {
      this.#write('ledger entry', () => {
        this.#soon('DELETE FROM requests WHERE id = ?', key);
      });
    }
  }

  deleteBefore(countedMs: number): void {
    this.#write('ledger clean-up', () => {
      this.#database.run(
        `DELETE FROM requests WHERE id IN
           (SELECT id FROM requests WHERE counted_ms < ? LIMIT ${DELETED_AT_ONCE})`,
        countedMs,
      );
    });
  }

  readClock(): ClockRow | null {
    return this.#database.get(
      `SELECT ${['counted_ms', 'wall_ms', 'uptime_ms', 'debt_ms'].map(plausibleTime).join(', ')}
       FROM counted_clock`,
      readClock,
    );
  }

  writeClock(clock: ClockRow): void {
    this.#write('counted time', () => {
      this.#soon(
        `INSERT OR REPLACE INTO counted_clock (id, counted_ms, wall_ms, uptime_ms, debt_ms)
         VALUES (1, ?, ?, ?, ?)`,
        clock.countedMs,
        clock.wallMs,
        clock.uptimeMs,
        clock.debtMs,
      );
    });
  }

  readCoolDown(client: string): CoolDownRow | null {
    const unwritten = this.#unwrittenCoolDowns.get(client);
    return unwritten !== undefined
      ? unwritten
      : this.#database.get(
          `SELECT reason, ${plausibleTime('until_ms')}, ${plausibleTime('until_counted_ms')}
           FROM cool_downs WHERE client = ?`,
          readCoolDown,
          client,
        );
  }

  writeCoolDown(client: string, coolDown: CoolDownRow | null): void {
    const isWritten = this.#write('cool-down', () => {
      if (coolDown === null) {
        this.#database.run('DELETE FROM cool_downs WHERE client = ?', client);
      } else {
        this.#database.run(
          `INSERT OR REPLACE INTO cool_downs (client, reason, until_ms, until_counted_ms)
           VALUES (?, ?, ?, ?)`,
          client,
          coolDown.reason,
          coolDown.untilMs,
          coolDown.untilCountedMs,
        );
      }
    });
    if (isWritten) {
      this.#unwrittenCoolDowns.delete(client);
    } else {
      this.#unwrittenCoolDowns.set(client, coolDown);
    }
  }

  /** The disk has room again: what was kept in memory outlives the process now. */
  #catchUp(): void {
    for (const [key, entry] of this.#unwritten) {
      if (this.#insert(entry) === null) {
        return;
      }
      this.#unwritten.delete(key);
    }
  }

  #insert(entry: RequestRow): number | null {
    let key: number | null = null;
    this.#write('ledger entry', () => {
      key = this.#soon(
        'INSERT INTO requests (at_ms, counted_ms, family) VALUES (?, ?, ?)',
        entry.atMs,
        entry.countedMs,
        entry.family,
      );
    });
    return key;
  }

  /**
   * Writes without waiting for the disk: the operating system has it, so it survives any end of the
   * process. Only a power failure can lose it, up to the next write that does wait (each page of a
   * pass). Measured: 0.02 ms a request, against 0.5 ms and up to 10 with a wait for the disk.
   */
  #soon(sql: string, ...values: readonly (string | number | null)[]): number {
    this.#database.exec('PRAGMA synchronous = NORMAL');
    try {
      return this.#database.run(sql, ...values).lastId;
    } finally {
      this.#database.exec('PRAGMA synchronous = FULL');
    }
  }

  #write(what: string, write: () => void): boolean {
    try {
      write();
      return true;
    } catch (error) {
      this.#logger.warn('The request ledger could not be written.', {
        what,
        failure: classifyStorageError(error),
      });
      return false;
    }
  }
}
