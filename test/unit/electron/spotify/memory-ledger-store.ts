import type {
  CountedClock,
  LedgerEntry,
  RecentRequests,
  StoredCoolDown,
} from '../../../../electron/spotify/ledger-store.ts';
import { MemoryLedgerStore as Store } from '../../../../electron/spotify/memory-ledger-store.ts';

/** A ledger store whose content tests can see, and hand on to a next instance. */
export class MemoryLedgerStore extends Store {
  readonly #rows = new Map<number, LedgerEntry>();
  readonly coolDowns = new Map<string, StoredCoolDown>();
  clock: CountedClock | null = null;
  isLost = false;

  get entries(): readonly LedgerEntry[] {
    return [...this.#rows.values()];
  }

  override readRecent(sinceMs: number, nowMs: number, limit: number): RecentRequests {
    return { ...super.readRecent(sinceMs, nowMs, limit), isLost: this.isLost };
  }

  override append(entry: LedgerEntry): number {
    const key = super.append(entry);
    this.#rows.set(key, entry);
    return key;
  }

  override remove(key: number): void {
    super.remove(key);
    this.#rows.delete(key);
  }

  override deleteBefore(countedMs: number): void {
    super.deleteBefore(countedMs);
    for (const [key, entry] of this.#rows) {
      if (entry.countedMs < countedMs) {
        this.#rows.delete(key);
      }
    }
  }

  override writeClock(clock: CountedClock): void {
    super.writeClock(clock);
    this.clock = clock;
  }

  override writeCoolDown(client: string, coolDown: StoredCoolDown | null): void {
    super.writeCoolDown(client, coolDown);
    if (coolDown === null) {
      this.coolDowns.delete(client);
    } else {
      this.coolDowns.set(client, coolDown);
    }
  }
}
