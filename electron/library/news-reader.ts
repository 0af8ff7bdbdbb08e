import { type ChangeNews, type NewsGroup, orderedNews } from '../../shared/change-news.ts';
import type { Database } from '../storage/sqlite.ts';
import { UntoldChanges } from '../storage/untold-changes.ts';
import type { LibraryNews } from './library-news.ts';

/** A few milliseconds of work: a list that was emptied may have been a long one. */
const IDS_A_PIECE = 2_000;
/** How many of the first group are named. */
const NAMED = 3;

export interface NewsReaderOptions {
  readonly database: Database;
  /** Null while nobody is watched. */
  readonly accountId: () => number | null;
  readonly yieldToEventLoop: () => Promise<void>;
}

/** Reads from the database what notifications tell of. */
export class NewsReader implements LibraryNews {
  readonly #options: NewsReaderOptions;
  readonly #changes: UntoldChanges;
  /** What was told last in this run, for a database that cannot be written. */
  #told: { readonly accountId: number; readonly throughId: number } | null = null;

  constructor(options: NewsReaderOptions) {
    this.#options = options;
    this.#changes = new UntoldChanges(options.database);
  }

  async read(afterId: number | null): Promise<ChangeNews | null> {
    const accountId = this.#options.accountId();
    const stored = accountId === null ? null : this.#changes.mark(accountId);
    if (accountId === null || stored === null || !stored.hasBaseline) {
      return null;
    }
    const { throughId } = stored;
    const toldNow = this.#told?.accountId === accountId ? this.#told.throughId : 0;
    const toldThroughId = Math.max(stored.toldThroughId, toldNow);
    const fromId = afterId ?? toldThroughId;
    const groups = await this.#groups(accountId, fromId, { throughId, toldThroughId });
    const [first] = groups ?? [];
    return (
      groups && {
        accountId,
        throughId,
        toldThroughId,
        groups,
        newest: first === undefined ? [] : this.#changes.newest(accountId, fromId, first, NAMED),
      }
    );
  }

  async markTold(accountId: number, throughId: number): Promise<void> {
    this.#told = { accountId, throughId };
    this.#changes.markTold(accountId, throughId);
  }

  async has(accountId: number, changeId: number): Promise<boolean> {
    return this.#options.accountId() === accountId && this.#changes.has(accountId, changeId);
  }

  /** Null where another account is watched meanwhile, or none. */
  async #groups(
    accountId: number,
    fromId: number,
    { throughId, toldThroughId }: { readonly throughId: number; readonly toldThroughId: number },
  ): Promise<NewsGroup[] | null> {
    const groups = new Map<string, NewsGroup>();
    for (let afterId = fromId; afterId < throughId; afterId += IDS_A_PIECE) {
      const piece = { throughId: Math.min(afterId + IDS_A_PIECE, throughId), toldThroughId };
      for (const group of this.#changes.groups(accountId, afterId, piece)) {
        const key = `${group.list.id} ${group.kind} ${group.byUser}`;
        groups.set(key, joined(groups.get(key), group));
      }
      await this.#options.yieldToEventLoop();
      if (this.#options.accountId() !== accountId) {
        return null;
      }
    }
    return orderedNews([...groups.values()]);
  }
}

/** Two pieces of one group; what the later one is called counts. */
function joined(earlier: NewsGroup | undefined, later: NewsGroup): NewsGroup {
  return earlier === undefined
    ? later
    : {
        ...later,
        count: earlier.count + later.count,
        songs: earlier.songs + later.songs,
        untold: earlier.untold + later.untold,
        seenAtMs: Math.min(earlier.seenAtMs, later.seenAtMs),
      };
}
