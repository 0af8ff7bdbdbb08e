import { type ChangeNews, orderedNews } from '../../shared/change-news.ts';
import type { Database } from '../storage/sqlite.ts';
import { UntoldChanges } from '../storage/untold-changes.ts';
import type { LibraryNews } from './library-news.ts';

/** How many of the first group are named. */
const NAMED = 3;

export interface NewsReaderOptions {
  readonly database: Database;
  /** Null while nobody is watched. */
  readonly accountId: () => number | null;
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
    const mark = { ...stored, toldThroughId };
    const fromId = afterId ?? toldThroughId;
    const groups =
      throughId <= fromId ? [] : orderedNews(this.#changes.groups(accountId, fromId, mark));
    const [first] = groups;
    return {
      accountId,
      throughId,
      toldThroughId,
      groups,
      newest: first === undefined ? [] : this.#changes.newest(accountId, fromId, first, NAMED),
    };
  }

  async markTold(accountId: number, throughId: number): Promise<void> {
    this.#told = { accountId, throughId };
    this.#changes.markTold(accountId, throughId);
  }

  async has(accountId: number, changeId: number): Promise<boolean> {
    return this.#options.accountId() === accountId && this.#changes.has(accountId, changeId);
  }
}
