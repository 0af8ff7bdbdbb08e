import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import { elapsedBetween, type Moment, momentOf } from './elapsed-time.ts';
import type { EndpointFamily, LedgerEntry, LedgerStore } from './ledger-store.ts';
import { RollingCount, type Usage } from './rolling-count.ts';

export const DAY_MS = 24 * 3_600_000;

/** Rows are kept for longer than they count, so that one wrong clock cannot make us forget them. */
const KEPT_MS = 7 * DAY_MS;
const PRUNE_EVERY_MS = DAY_MS;

/** One request on its way: it counts from its start. */
export interface LedgerReservation {
  /** The request may have reached Spotify: it counts for a day, also after a restart. */
  keep(): void;
  /** It surely never reached Spotify, so Spotify did not count it either. */
  release(): void;
}

/**
 * The requests of the last 24 hours. Loaded once, counted in memory, appended to the store one row
 * a request. Ages are measured in elapsed time, not by the wall clock (`elapsed-time.ts`).
 */
export class Ledger {
  readonly #clock: Clock;
  readonly #store: LedgerStore;
  readonly #day = new RollingCount(DAY_MS);
  readonly #families = new Map<EndpointFamily, RollingCount>();
  #requests: { readonly atMs: number; readonly family: string }[] = [];
  #last: Moment;
  /** Milliseconds since this ledger was opened; never goes back. */
  #elapsedMs = 0;
  #prunedAtMs = 0;

  constructor(clock: Clock, store: LedgerStore, logger: Logger) {
    this.#clock = clock;
    this.#store = store;
    this.#last = momentOf(clock);
    this.#load(readEntries(store, this.#last.wallMs - DAY_MS, logger));
  }

  usage(): { readonly day: Usage; family(family: EndpointFamily): Usage } {
    const nowMs = this.#advance();
    return {
      day: this.#day.at(nowMs),
      family: (family) => this.#familyCount(family).at(nowMs),
    };
  }

  /** The requests that count now, for the report. */
  requests(): readonly { readonly atMs: number; readonly family: string }[] {
    return this.#requests;
  }

  /** Counts a request that starts now. */
  reserve(family: EndpointFamily): LedgerReservation {
    const startedMs = this.#advance();
    const atMs = this.#clock.nowMs();
    const familyCount = this.#familyCount(family);
    this.#requests.push({ atMs, family });
    this.#day.add(startedMs);
    familyCount.add(startedMs);
    return {
      keep: () => {
        this.#store.append({ atMs, family });
        this.#pruneRarely(atMs);
      },
      release: () => {
        this.#day.remove(startedMs);
        familyCount.remove(startedMs);
      },
    };
  }

  #load(loaded: readonly LedgerEntry[]): void {
    const nowMs = this.#last.wallMs;
    // An entry from the future was written by a clock that was wrong. It counts as made now: so it
    // is gone in 24 hours at the latest, whatever it says.
    const entries = loaded
      .map((entry) => ({ family: entry.family, ageMs: Math.max(0, nowMs - entry.atMs) }))
      .sort((a, b) => b.ageMs - a.ageMs);
    this.#requests = [...loaded];
    for (const entry of entries) {
      this.#day.add(-entry.ageMs);
      this.#familyCount(entry.family).add(-entry.ageMs);
    }
    // With a clock set far ahead nothing is read here, and then nothing may be deleted either.
    if (loaded.length > 0) {
      this.#store.deleteBefore(nowMs - KEPT_MS);
    }
  }

  #advance(): number {
    const now = momentOf(this.#clock);
    this.#elapsedMs += elapsedBetween(this.#last, now);
    this.#last = now;
    return this.#elapsedMs;
  }

  #familyCount(family: EndpointFamily): RollingCount {
    let count = this.#families.get(family);
    if (count === undefined) {
      count = new RollingCount(DAY_MS);
      this.#families.set(family, count);
    }
    return count;
  }

  #pruneRarely(newestAtMs: number): void {
    if (this.#elapsedMs - this.#prunedAtMs >= PRUNE_EVERY_MS) {
      this.#prunedAtMs = this.#elapsedMs;
      this.#store.deleteBefore(newestAtMs - KEPT_MS);
    }
  }
}

/** A store that cannot be read must not stop the app: Spotify's own limits still hold. */
function readEntries(store: LedgerStore, sinceMs: number, logger: Logger): readonly LedgerEntry[] {
  try {
    return store.readSince(sinceMs);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    logger.warn('The request ledger could not be read; counting starts anew', { reason });
    return [];
  }
}
