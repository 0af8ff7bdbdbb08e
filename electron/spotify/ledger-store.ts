import type { RequestFamily } from '../../shared/request-family.ts';

/** A family of endpoints that shares one of Spotify's daily buckets, as far as is known (facts §3). */
export type EndpointFamily = RequestFamily;

export interface LedgerEntry {
  /** Wall-clock time of the start. */
  readonly atMs: number;
  /** Counted time of the start (`counted-time.ts`). */
  readonly countedMs: number;
  /** A family of a newer version is kept as it is: such a request counts for the day. */
  readonly family: string;
}

export interface CoolDown {
  readonly reason: 'rate-limited' | 'quota-exhausted' | 'premium-lapsed';
  /** Wall-clock time. */
  readonly untilMs: number;
}

/** What of a cool-down outlives the process. */
export interface StoredCoolDown extends CoolDown {
  /** Counted time of its end; null where what was stored cannot be read. */
  readonly untilCountedMs: number | null;
}

/** How far counted time had come, and what the hands of the clock showed then. */
export interface CountedClock {
  readonly countedMs: number;
  readonly wallMs: number;
  readonly uptimeMs: number | null;
  readonly debtMs: number;
}

/** What is left of the requests of the last day. */
export interface RecentRequests {
  /** Oldest first, the newest `limit` at most. */
  readonly entries: readonly LedgerEntry[];
  /** The ledger was there and is gone, so the entries say too little. */
  readonly isLost: boolean;
}

/**
 * Where the ledger outlives the process. Implemented by `storage/`. Writing never throws: what cannot
 * be written is kept in memory, so that a full disk never lets more requests through.
 */
export interface LedgerStore {
  /**
   * Requests after `sinceMs`. What is stored with a later time than `nowMs`, or with none, was
   * written by a fault: it is stored anew as made at `nowMs`, so that it counts for a day and no
   * longer. Both are counted time.
   */
  readRecent(sinceMs: number, nowMs: number, limit: number): RecentRequests;
  /** Durable against an end of the process when it returns. @returns a key for `remove` */
  append(entry: LedgerEntry): number;
  remove(key: number): void;
  /** Forgets what is older, in counted time; a great many may take several calls. */
  deleteBefore(countedMs: number): void;
  /** Null where none is stored, or none that can be used. */
  readClock(): CountedClock | null;
  writeClock(clock: CountedClock): void;
  /** @param client for whom it holds; empty for nobody, as an older version stored it */
  readCoolDown(client: string): StoredCoolDown | null;
  writeCoolDown(client: string, coolDown: StoredCoolDown | null): void;
}
