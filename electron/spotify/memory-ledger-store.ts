import type { CoolDown, LedgerEntry, LedgerStore } from './ledger-store.ts';

/** A ledger that lasts as long as the process, for a run that has no database to write to. */
export class MemoryLedgerStore implements LedgerStore {
  #entries: LedgerEntry[] = [];
  #coolDown: CoolDown | null = null;

  readSince(sinceMs: number): readonly LedgerEntry[] {
    return this.#entries.filter(({ atMs }) => atMs >= sinceMs);
  }

  append(entry: LedgerEntry): void {
    this.#entries.push(entry);
  }

  deleteBefore(beforeMs: number): void {
    this.#entries = this.#entries.filter(({ atMs }) => atMs >= beforeMs);
  }

  readCoolDown(): CoolDown | null {
    return this.#coolDown;
  }

  writeCoolDown(coolDown: CoolDown | null): void {
    this.#coolDown = coolDown;
  }
}
