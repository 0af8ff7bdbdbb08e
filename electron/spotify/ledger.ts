import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import { requestFamilySchema } from '../../shared/request-family.ts';
import type { CountedTime } from './counted-time.ts';
import type { TimedRequest } from './hourly-use.ts';
import type { EndpointFamily, LedgerEntry, LedgerStore, RecentRequests } from './ledger-store.ts';
import { RollingCount, type Usage } from './rolling-count.ts';

export const DAY_MS = 24 * 3_600_000;

/** More than any budget: what lies before the newest ones changes nothing about a refusal. */
const LONGEST_READ = 10_000;
/** Rows are kept for longer than they count, for whoever looks into a log of a bad day. */
const KEPT_MS = 7 * DAY_MS;
const PRUNE_EVERY_MS = DAY_MS;
/** As long as the two times of a request agree to this, the one that was noted is shown. */
const SHOWN_DRIFT_MS = 5 * 60_000;

/** One request on its way. It counts from its start, for a day, also after a restart. */
export interface LedgerReservation {
  /** It surely never reached Spotify, so Spotify did not count it either. */
  release(): void;
}

export interface LedgerParts {
  readonly clock: Clock;
  readonly time: CountedTime;
  readonly store: LedgerStore;
  readonly logger: Logger;
  /**
   * Requests that are taken to have been made, evenly over the last day, where what was stored is
   * gone: a lost ledger must be no free pass.
   */
  readonly assumedWhereLost: () => number;
}

/**
 * The requests of the last 24 hours of counted time: whoever asked, and with whichever client id,
 * since Spotify counts them a developer account and one person's client ids are all of one (facts
 * §3). Loaded once, counted in memory; each is stored before it is sent.
 */
export class Ledger {
  readonly #clock: Clock;
  readonly #time: CountedTime;
  readonly #store: LedgerStore;
  readonly #day = new RollingCount<LedgerEntry>(DAY_MS);
  readonly #families = new Map<EndpointFamily, RollingCount<LedgerEntry>>(
    requestFamilySchema.options.map((family) => [family, new RollingCount(DAY_MS)]),
  );
  #prunedAtMs: number;

  constructor({ clock, time, store, logger, assumedWhereLost }: LedgerParts) {
    this.#clock = clock;
    this.#time = time;
    this.#store = store;
    const nowMs = time.nowMs();
    this.#prunedAtMs = nowMs;
    const { entries, isLost } = readRecent(store, nowMs, logger);
    for (const entry of entries) {
      this.#count(entry);
    }
    if (isLost) {
      this.#assume(assumedWhereLost(), nowMs);
    }
    store.deleteBefore(nowMs - KEPT_MS);
  }

  usage(): { readonly day: Usage; family(family: EndpointFamily): Usage } {
    const nowMs = this.#time.nowMs();
    return {
      day: this.#day.at(nowMs),
      family: (family) => this.#familyCount(family).at(nowMs),
    };
  }

  /** Those that count now, oldest first, each with its time as today's wall clock would show it. */
  requests(): readonly TimedRequest[] {
    const nowMs = this.#time.nowMs();
    const wallMs = this.#clock.nowMs();
    return this.#day.entriesAt(nowMs).map(({ atMs, countedMs, family }) => {
      const byAgeMs = wallMs - (nowMs - countedMs);
      return { family, atMs: Math.abs(byAgeMs - atMs) <= SHOWN_DRIFT_MS ? atMs : byAgeMs };
    });
  }

  /**
   * Counts a request that starts now. It is stored when this returns, before a byte of it is sent:
   * an end of the process at any moment never makes it uncounted.
   */
  reserve(family: EndpointFamily): LedgerReservation {
    const entry = { atMs: Math.floor(this.#clock.nowMs()), countedMs: this.#time.nowMs(), family };
    this.#count(entry);
    const key = this.#store.append(entry);
    this.#pruneRarely(entry.countedMs);
    return {
      release: () => {
        this.#day.remove(entry);
        this.#familyCount(family).remove(entry);
        this.#store.remove(key);
      },
    };
  }

  #assume(count: number, nowMs: number): void {
    const driftMs = this.#clock.nowMs() - nowMs;
    for (let made = 1; made <= count; made += 1) {
      const countedMs = Math.floor(nowMs - DAY_MS + (made * DAY_MS) / count);
      const entry = { atMs: Math.floor(countedMs + driftMs), countedMs, family: 'assumed' };
      this.#store.append(entry);
      this.#count(entry);
    }
  }

  #count(entry: LedgerEntry): void {
    this.#day.add(entry.countedMs, entry);
    const family = requestFamilySchema.safeParse(entry.family);
    if (family.success) {
      this.#familyCount(family.data).add(entry.countedMs, entry);
    }
  }

  #familyCount(family: EndpointFamily): RollingCount<LedgerEntry> {
    const count = this.#families.get(family);
    if (count === undefined) {
      throw new RangeError(`No family ${family}`);
    }
    return count;
  }

  #pruneRarely(nowMs: number): void {
    if (nowMs - this.#prunedAtMs >= PRUNE_EVERY_MS) {
      this.#prunedAtMs = nowMs;
      this.#store.deleteBefore(nowMs - KEPT_MS);
    }
  }
}

/** A store that cannot be read must not stop the app. */
function readRecent(store: LedgerStore, nowMs: number, logger: Logger): RecentRequests {
  try {
    return store.readRecent(nowMs - DAY_MS, nowMs, LONGEST_READ);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    logger.warn('The request ledger could not be read; the day is taken to be spent', { reason });
    return { entries: [], isLost: true };
  }
}
