import type {
  CountedClock,
  LedgerEntry,
  LedgerStore,
  RecentRequests,
  StoredCoolDown,
} from './ledger-store.ts';

/** A ledger that lasts as long as the process, for a run that has no database to write to. */
export class MemoryLedgerStore implements LedgerStore {
  readonly #entries = new Map<number, LedgerEntry>();
  readonly #coolDowns = new Map<string, StoredCoolDown>();
  #clock: CountedClock | null = null;
  #lastKey = 0;

  readRecent(sinceMs: number, nowMs: number, limit: number): RecentRequests {
    for (const [key, entry] of this.#entries) {
      if (!(entry.countedMs <= nowMs)) {
        this.#entries.set(key, { ...entry, countedMs: nowMs });
      }
    }
    const entries = [...this.#entries.values()]
      .filter(({ countedMs }) => countedMs > sinceMs)
      .sort((one, other) => one.countedMs - other.countedMs)
      .slice(-limit);
    return { entries, isLost: false };
  }

  append(entry: LedgerEntry): number {
    this.#lastKey += 1;
    this.#entries.set(this.#lastKey, entry);
    return this.#lastKey;
  }

  remove(key: number): void {
    this.#entries.delete(key);
  }

  deleteBefore(countedMs: number): void {
    for (const [key, entry] of this.#entries) {
      if (entry.countedMs < countedMs) {
        this.#entries.delete(key);
      }
    }
  }

  readClock(): CountedClock | null {
    return this.#clock;
  }

  writeClock(clock: CountedClock): void {
    this.#clock = clock;
  }

  readCoolDown(client: string): StoredCoolDown | null {
    return this.#coolDowns.get(client) ?? null;
  }

  writeCoolDown(client: string, coolDown: StoredCoolDown | null): void {
    if (coolDown === null) {
      this.#coolDowns.delete(client);
    } else {
      this.#coolDowns.set(client, coolDown);
    }
  }
}
