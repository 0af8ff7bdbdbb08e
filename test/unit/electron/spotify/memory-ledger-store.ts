import type {
  CoolDown,
  LedgerEntry,
  LedgerStore,
} from '../../../../electron/spotify/ledger-store.ts';

/** A ledger store whose content tests can see and hand on to a next instance. */
export class MemoryLedgerStore implements LedgerStore {
  entries: LedgerEntry[] = [];
  coolDown: CoolDown | null = null;

  readSince(sinceMs: number): readonly LedgerEntry[] {
    return this.entries.filter((entry) => entry.atMs >= sinceMs).sort((a, b) => a.atMs - b.atMs);
  }

  append(entry: LedgerEntry): void {
    this.entries.push(entry);
  }

  deleteBefore(beforeMs: number): void {
    this.entries = this.entries.filter((entry) => entry.atMs >= beforeMs);
  }

  readCoolDown(): CoolDown | null {
    return this.coolDown;
  }

  writeCoolDown(coolDown: CoolDown | null): void {
    this.coolDown = coolDown;
  }
}
