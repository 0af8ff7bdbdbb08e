import type { Clock } from '../../shared/clock.ts';
import type {
  LibraryStatus,
  LibraryTotals,
  MonitorState,
  RequestBudget,
} from '../../shared/library-status.ts';
import type { Repositories } from '../storage/repositories.ts';
import { readTotals } from '../storage/totals.ts';
import { changesPerDay, type DayStart, lastDays } from './changes-per-day.ts';
import { collectionStatuses } from './collection-statuses.ts';

const NO_TOTALS: LibraryTotals = {
  savedTracks: 0,
  playlists: 0,
  watchedPlaylists: 0,
  playlistItems: 0,
  unavailableItems: 0,
};

/** Puts the status together. Totals are counted only after something changed them. */
export class StatusReader {
  readonly #repositories: Repositories;
  readonly #clock: Clock;
  readonly #dayStart: DayStart;
  #totals: { readonly accountId: number; readonly totals: LibraryTotals } | null = null;
  #counts: {
    readonly accountId: number;
    readonly lastId: number;
    readonly sinceMs: number;
    readonly counts: ReturnType<Repositories['changes']['countsSince']>;
  } | null = null;

  constructor(repositories: Repositories, clock: Clock, dayStart: DayStart) {
    this.#repositories = repositories;
    this.#clock = clock;
    this.#dayStart = dayStart;
  }

  /** The totals are to be counted anew. */
  forgetTotals(): void {
    this.#totals = null;
  }

  totals(accountId: number): LibraryTotals {
    if (this.#totals?.accountId !== accountId) {
      this.#totals = { accountId, totals: readTotals(this.#repositories.database, accountId) };
    }
    return this.#totals.totals;
  }

  /** When the database cannot be read. */
  unreadable(requests: RequestBudget): LibraryStatus {
    return this.#empty(
      { kind: 'paused', pause: { kind: 'storage-failed' }, progress: null },
      requests,
    );
  }

  read(accountId: number | null, monitor: MonitorState, requests: RequestBudget): LibraryStatus {
    const days = lastDays(this.#clock.nowMs(), this.#dayStart);
    const account = accountId === null ? null : this.#repositories.accounts.get(accountId);
    if (account === null) {
      return this.#empty(monitor, requests);
    }
    const { changes } = this.#repositories;
    return {
      monitor,
      totals: this.totals(account.id),
      collections: collectionStatuses(this.#repositories.lists, account.id),
      lastCheckAtMs: account.lastCheckAtMs,
      baselineAtMs: account.baselineAtMs,
      unreadChanges: changes.countUnread(account.id),
      changesPerDay: changesPerDay(days, this.#countsSince(account.id, days[0] ?? 0)),
      requests,
    };
  }

  /** Asked after every page of a pass, and counted only after something was added. */
  #countsSince(accountId: number, sinceMs: number) {
    const { changes } = this.#repositories;
    const lastId = changes.lastId(accountId);
    const kept = this.#counts;
    if (kept?.accountId === accountId && kept.lastId === lastId && kept.sinceMs === sinceMs) {
      return kept.counts;
    }
    const counts = changes.countsSince(accountId, sinceMs);
    this.#counts = { accountId, lastId, sinceMs, counts };
    return counts;
  }

  #empty(monitor: MonitorState, requests: RequestBudget): LibraryStatus {
    return {
      monitor,
      totals: NO_TOTALS,
      collections: [],
      lastCheckAtMs: null,
      baselineAtMs: null,
      unreadChanges: 0,
      changesPerDay: changesPerDay(lastDays(this.#clock.nowMs(), this.#dayStart), []),
      requests,
    };
  }
}
