import type { RequestFamily } from '../../shared/request-family.ts';

/** A family of endpoints that shares one of Spotify's daily buckets, as far as is known (facts §3). */
export type EndpointFamily = RequestFamily;

export interface LedgerEntry {
  readonly atMs: number;
  readonly family: EndpointFamily;
}

export interface CoolDown {
  readonly reason: 'rate-limited' | 'quota-exhausted' | 'premium-lapsed';
  readonly untilMs: number;
}

/** Where the ledger outlives the process. Implemented by `storage/`. */
export interface LedgerStore {
  /** Everything since `sinceMs`, oldest first. */
  readSince(sinceMs: number): readonly LedgerEntry[];
  append(entry: LedgerEntry): void;
  deleteBefore(beforeMs: number): void;
  readCoolDown(): CoolDown | null;
  writeCoolDown(coolDown: CoolDown | null): void;
}
