import type { Logger } from '../../shared/logger.ts';
import { requestFamilySchema } from '../../shared/request-family.ts';
import { integer, oneOf } from './row.ts';
import type { Database } from './sqlite.ts';
import { classifyStorageError } from './storage-failure.ts';

const FAMILIES = requestFamilySchema.options;
const COOL_DOWN_REASONS = ['rate-limited', 'quota-exhausted', 'premium-lapsed'] as const;

interface LedgerRow {
  readonly atMs: number;
  readonly family: (typeof FAMILIES)[number];
}

interface CoolDownRow {
  readonly reason: (typeof COOL_DOWN_REASONS)[number];
  readonly untilMs: number;
}

/**
 * The requests of the last day and the shared cool-down: the `LedgerStore` of `spotify/`, which this
 * layer may not import. A write that fails is kept in memory, so that a full disk never lets more
 * requests through than the budget allows.
 */
export class Ledger {
  readonly #database: Database;
  readonly #logger: Logger;
  #unwritten: LedgerRow[] = [];
  #unwrittenCoolDown: { readonly value: CoolDownRow | null } | null = null;

  constructor(database: Database, logger: Logger) {
    this.#database = database;
    this.#logger = logger;
  }

  readSince(sinceMs: number): readonly LedgerRow[] {
    const written = this.#database.all(
      'SELECT at_ms, family FROM requests WHERE at_ms >= ? ORDER BY at_ms, id',
      (row) => ({ atMs: integer(row, 'at_ms'), family: oneOf(row, 'family', FAMILIES) }),
      sinceMs,
    );
    const unwritten = this.#unwritten.filter((row) => row.atMs >= sinceMs);
    return unwritten.length === 0
      ? written
      : [...written, ...unwritten].sort((one, other) => one.atMs - other.atMs);
  }

  append(entry: LedgerRow): void {
    const isWritten = this.#write('ledger entry', () => {
      this.#database.run(
        'INSERT INTO requests (at_ms, family) VALUES (?, ?)',
        entry.atMs,
        entry.family,
      );
    });
    if (!isWritten) {
      this.#unwritten.push(entry);
    }
  }

  deleteBefore(beforeMs: number): void {
    this.#unwritten = this.#unwritten.filter((row) => row.atMs >= beforeMs);
    this.#write('ledger clean-up', () => {
      this.#database.run('DELETE FROM requests WHERE at_ms < ?', beforeMs);
    });
  }

  readCoolDown(): CoolDownRow | null {
    if (this.#unwrittenCoolDown !== null) {
      return this.#unwrittenCoolDown.value;
    }
    return this.#database.get('SELECT reason, until_ms FROM cool_down', (row) => ({
      reason: oneOf(row, 'reason', COOL_DOWN_REASONS),
      untilMs: integer(row, 'until_ms'),
    }));
  }

  writeCoolDown(coolDown: CoolDownRow | null): void {
    const isWritten = this.#write('cool-down', () => {
      if (coolDown === null) {
        this.#database.run('DELETE FROM cool_down');
      } else {
        this.#database.run(
          `INSERT INTO cool_down (id, reason, until_ms) VALUES (1, ?, ?)
           ON CONFLICT (id) DO UPDATE SET reason = excluded.reason, until_ms = excluded.until_ms`,
          coolDown.reason,
          coolDown.untilMs,
        );
      }
    });
    this.#unwrittenCoolDown = isWritten ? null : { value: coolDown };
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
