import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { LibraryReader } from '../../electron/library/browse/library-reader.ts';
import { SearchIndexer } from '../../electron/library/browse/search-indexer.ts';
import { SearchIndex } from '../../electron/storage/search-index.ts';
import type { Database } from '../../electron/storage/sqlite.ts';
import { openStorage } from '../../electron/storage-opening.ts';
import {
  type RowsFilter,
  type RowsQuery,
  type RowsScope,
  rowsSortSchema,
} from '../../shared/library-rows.ts';
import { silentLogger } from '../../shared/logger.ts';
import { ManualClock } from '../doubles/manual-clock.ts';
import type { BenchSurroundings, Measurement } from './measurement.ts';
import { median } from './median.ts';
import { plainRow } from './row.ts';
import { writeLibrary } from './written-library.ts';

const ROWS = 100_000;
const A_WINDOW = 100;
const REPEATED = 3;
const BUDGET_WINDOW_MS = 20;
const BUDGET_SEARCH_MS = 50;
const ALL: RowsFilter = { text: '', kinds: null, onlyUnavailable: false, onlyDuplicates: false };
const FILTERS: readonly RowsFilter[] = [
  ALL,
  { ...ALL, text: 'th' },
  { ...ALL, kinds: ['track'] },
  { ...ALL, onlyUnavailable: true },
  { ...ALL, onlyDuplicates: true },
];
/** As they are typed, and some that nobody means to. */
const TYPED = ['t', 'th', 'the', 'the l', 'the lig', 's', 'letter to a', 'Ó', '"*', '東京'];

/**
 * The longest that a window of 100 rows of a list of 100,000, or of what is gone from it, takes, in any order, with any filter and
 * at any place, once that order is made; and the longest that an answer to something typed takes.
 */
export const libraryWindows: Measurement = {
  ids: ['list-query', 'search-query'],
  async measure({ workFolder, say }: BenchSurroundings) {
    const folder = join(workFolder, 'library-windows');
    await mkdir(folder, { recursive: true });
    const clock = new ManualClock();
    const storage = openStorage(join(folder, 'library.sqlite'), clock, silentLogger);
    const { database } = storage;
    if (database === null) throw new Error(`No database could be opened in ${folder}.`);
    try {
      // Only reading is measured.
      database.exec('PRAGMA synchronous = OFF');
      say(`Writing ${ROWS} rows…`);
      const written = await writeLibrary(database, clock, { rows: ROWS });
      const library = new BenchedLibrary(database, clock, written.account.id);
      const standing = await library.windows({ kind: 'collection', collection: 'saved-tracks' });
      const searches = await library.searches();
      say('Removing them all…');
      await clock.advance(3_600_000);
      await written.show(written.savedTracks(), []);
      const gone = await library.windows({ kind: 'gone' });
      const windows = gone.worstMs > standing.worstMs ? gone : standing;
      return [
        {
          ...plainRow({
            id: 'list-query',
            value: windows.worstMs,
            unit: 'ms',
            budget: BUDGET_WINDOW_MS,
          }),
          note: `The slowest was ${windows.slowest}. Making an order anew takes up to ${windows.makingMs.toFixed(0)} ms, in pieces; the first one by names ${windows.firstByNameMs.toFixed(0)} ms, made ready as soon as a list is looked at.`,
        },
        {
          ...plainRow({
            id: 'search-query',
            value: searches.worstMs,
            unit: 'ms',
            budget: BUDGET_SEARCH_MS,
          }),
          note: `The slowest was ${JSON.stringify(searches.slowest)}. Before anything is indexed it is ${searches.unindexedMs.toFixed(0)} ms, in pieces; indexing takes ${searches.indexingMs.toFixed(0)} ms, in pieces.`,
        },
      ];
    } finally {
      storage.close();
    }
  },
};

class BenchedLibrary {
  readonly #index: SearchIndex;
  readonly #reader: LibraryReader;

  constructor(database: Database, clock: ManualClock, accountId: number) {
    this.#index = new SearchIndex(database);
    this.#reader = new LibraryReader({
      clock,
      logger: silentLogger,
      database,
      index: this.#index,
      accountId: () => accountId,
      yieldToEventLoop: () => setImmediate(),
    });
  }

  async windows(scope: RowsScope): Promise<{
    worstMs: number;
    slowest: string;
    makingMs: number;
    firstByNameMs: number;
  }> {
    const byName = { by: 'name', direction: 'ascending' } as const;
    const firstByNameMs = await timed(() => this.#window(scope, byName, ALL, 0));
    let worstMs = 0;
    let slowest = '';
    let makingMs = 0;
    for (const by of rowsSortSchema.shape.by.options) {
      for (const direction of rowsSortSchema.shape.direction.options) {
        for (const filter of FILTERS) {
          const sort = { by, direction };
          makingMs = Math.max(makingMs, await timed(() => this.#window(scope, sort, filter, 0)));
          const total = await this.#window(scope, sort, filter, 0);
          for (const part of [0, 1]) {
            const offset = Math.max(0, Math.floor(part * total) - A_WINDOW);
            const ms = await typical(() => this.#window(scope, sort, filter, offset));
            if (ms > worstMs) {
              worstMs = ms;
              slowest = `${scope.kind}, ${by}, ${direction}, row ${offset}, ${JSON.stringify(filter)}`;
            }
          }
        }
      }
    }
    return { worstMs, slowest, makingMs, firstByNameMs };
  }

  async searches(): Promise<{
    worstMs: number;
    slowest: string;
    unindexedMs: number;
    indexingMs: number;
  }> {
    const search = (text: string) => this.#reader.search({ text, count: A_WINDOW });
    const unindexedMs = await timed(() => search('the'));
    const indexer = new SearchIndexer({
      index: this.#index,
      logger: silentLogger,
      isBusy: () => false,
      yieldToEventLoop: () => setImmediate(),
    });
    const indexingMs = await timed(() => indexer.wake());
    const timings: { readonly text: string; readonly ms: number }[] = [];
    for (const text of TYPED) {
      timings.push({ text, ms: await typical(() => search(text)) });
    }
    const slowest = timings.toSorted((one, other) => other.ms - one.ms)[0];
    return { worstMs: slowest?.ms ?? 0, slowest: slowest?.text ?? '', unindexedMs, indexingMs };
  }

  async #window(
    scope: RowsScope,
    sort: RowsQuery['sort'],
    filter: RowsFilter,
    offset: number,
  ): Promise<number> {
    const window = await this.#reader.rows({
      scope,
      sort,
      filter,
      offset,
      count: A_WINDOW,
      revision: null,
    });
    return window?.total ?? 0;
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/** Of several times, so that it is not the machine's other work that is measured. */
async function typical(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < REPEATED; time += 1) {
    times.push(await timed(work));
  }
  return median(times);
}
