import type { Clock, Timer } from '../../../shared/clock.ts';
import type { Logger } from '../../../shared/logger.ts';
import { Accounts } from '../../storage/accounts.ts';
import { deleteBackupsBefore, readSchemaVersion } from '../../storage/migrate.ts';
import { readRebuiltAtMs, rebuildFile, writeRebuilt } from '../../storage/rebuild-file.ts';
import { Retention } from '../../storage/retention.ts';
import { SearchIndex } from '../../storage/search-index.ts';
import type { Database } from '../../storage/sqlite.ts';
import { isRetentionDue, retentionCutMs } from './retention-cut.ts';

const HOUR_MS = 3_600_000;
/** The start of the app has enough to do. */
const FIRST_LOOK_MS = 10 * 60_000;
const LOOK_EVERY_MS = HOUR_MS;
const MONTH_MS = 30 * 24 * HOUR_MS;
/** A few milliseconds of work. */
const ROWS_A_PIECE = 50;
const PAGES_A_PIECE = 32;

export interface RetentionKeeperOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly database: Database;
  /** Null keeps everything for ever. */
  readonly retentionMonths: () => number | null;
  readonly yieldToEventLoop: () => Promise<void>;
  /** Does the work while nobody else has to write. */
  readonly undisturbed: (work: () => Promise<void>) => Promise<void>;
}

/**
 * Deletes what is older than the user wants kept: once a day, in small pieces, of every account in
 * the file. What is too old is judged by the last whole check, not by the clock: one that was set
 * years ahead must not cost the history, and with such a clock no check comes to its end (no
 * certificate is valid then).
 */
export class RetentionKeeper {
  readonly #options: RetentionKeeperOptions;
  readonly #accounts: Accounts;
  readonly #retention: Retention;
  #timer: Timer | null = null;
  #running: Promise<void> | null = null;
  #isClosed = false;

  constructor(options: RetentionKeeperOptions) {
    this.#options = options;
    this.#accounts = new Accounts(options.database);
    this.#retention = new Retention(options.database);
  }

  start(): void {
    this.#lookIn(FIRST_LOOK_MS);
  }

  /** Deletes what is due. Asking twice joins the run that is under way. Never throws. */
  look(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      this.#lookIn(LOOK_EVERY_MS);
    });
    return this.#running;
  }

  /** Ends a run after the piece it is at; what is left is done another time. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#timer?.cancel();
    await this.#running;
  }

  #lookIn(delayMs: number): void {
    this.#timer?.cancel();
    if (!this.#isClosed) {
      this.#timer = this.#options.clock.setTimer(delayMs, () => void this.look());
    }
  }

  async #run(): Promise<void> {
    const { logger } = this.#options;
    try {
      let rows = 0;
      for (const accountId of this.#accounts.ids()) {
        rows += await this.#shorten(accountId);
      }
      if (rows > 0 && !this.#isClosed) {
        await this.#erase();
        logger.info('Old history was deleted.', { rows });
      }
    } catch (error) {
      logger.warn('Old history could not be deleted.', { reason: String(error) });
    }
  }

  async #shorten(accountId: number): Promise<number> {
    const { clock, retentionMonths, yieldToEventLoop } = this.#options;
    const months = retentionMonths();
    const lastCheckAtMs = this.#accounts.get(accountId)?.lastCheckAtMs ?? null;
    if (months === null || lastCheckAtMs === null) {
      return 0;
    }
    const cutMs = retentionCutMs(Math.min(clock.nowMs(), lastCheckAtMs), months);
    if (!isRetentionDue(cutMs, this.#retention.historyFromMs(accountId))) {
      return 0;
    }
    const deletion = this.#retention.deleteBefore(accountId, cutMs, ROWS_A_PIECE);
    for (let step = deletion.next(); ; step = deletion.next()) {
      if (step.done === true) {
        this.#retention.writeHistoryFrom(accountId, Math.round(cutMs));
        return step.value;
      }
      await yieldToEventLoop();
      if (this.#isClosed) {
        return 0;
      }
    }
  }

  /** Sees to it that nothing of what was deleted stays in a file; once a month to the last byte. */
  async #erase(): Promise<void> {
    const { clock, database, yieldToEventLoop, undisturbed } = this.#options;
    for (const _ of new SearchIndex(database).erase(ROWS_A_PIECE, PAGES_A_PIECE)) {
      await yieldToEventLoop();
      if (this.#isClosed) {
        return;
      }
    }
    const nowMs = Math.round(clock.nowMs());
    const rebuiltAtMs = readRebuiltAtMs(database);
    if (rebuiltAtMs === null || Math.abs(nowMs - rebuiltAtMs) >= MONTH_MS) {
      await undisturbed(() => rebuildFile(database));
      writeRebuilt(database, nowMs);
    }
    deleteBackupsBefore(database.path, readSchemaVersion(database), nowMs - MONTH_MS);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }
}
