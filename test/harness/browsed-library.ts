import { LibraryReader } from '../../electron/library/browse/library-reader.ts';
import { SearchIndexer } from '../../electron/library/browse/search-indexer.ts';
import { createRepositories } from '../../electron/storage/repositories.ts';
import { SearchIndex } from '../../electron/storage/search-index.ts';
import type { LibraryRow, RowsFilter, RowsQuery } from '../../shared/library-rows.ts';
import { silentLogger } from '../../shared/logger.ts';
import type { WrittenHistory } from './written-history.ts';

export const EVERY_ROW: RowsFilter = {
  text: '',
  kinds: null,
  onlyUnavailable: false,
  onlyDuplicates: false,
};

/** A written history with all that a window can ask about its present. */
export class BrowsedLibrary {
  readonly index: SearchIndex;
  readonly reader: LibraryReader;
  readonly indexer: SearchIndexer;
  /** While true the index stays as it is. */
  isBusy = false;
  /** Called between two pieces of work. */
  onPause: () => void = () => undefined;

  constructor(written: WrittenHistory) {
    const { database } = createRepositories(written.repositories.database);
    const yieldToEventLoop = async () => this.onPause();
    this.index = new SearchIndex(database);
    this.reader = new LibraryReader({
      clock: written.clock,
      logger: silentLogger,
      database,
      index: this.index,
      accountId: () => written.account.id,
      yieldToEventLoop,
    });
    this.indexer = new SearchIndexer({
      index: this.index,
      logger: silentLogger,
      isBusy: () => this.isBusy,
      yieldToEventLoop,
    });
  }

  /** All rows, put together from windows of this size. */
  async windows(
    query: Omit<RowsQuery, 'offset' | 'count' | 'revision'>,
    count = 200,
  ): Promise<LibraryRow[]> {
    const rows: LibraryRow[] = [];
    for (let offset = 0; ; offset += count) {
      const window = await this.reader.rows({ ...query, offset, count, revision: null });
      rows.push(...(window?.rows ?? []));
      if (window === null || offset + count >= window.total) {
        return rows;
      }
    }
  }

  /** Names of the items that are found. */
  async found(text: string): Promise<string[]> {
    const { items } = await this.reader.search({ text, count: 200 });
    return items.rows.map(({ item }) => item.name);
  }
}
