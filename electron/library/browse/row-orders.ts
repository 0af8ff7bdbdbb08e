import type { RowsQuery } from '../../../shared/library-rows.ts';
import type { LibraryColumns, StandingList } from '../../storage/library-columns.ts';
import type { Losses } from '../../storage/losses.ts';
import type { SearchIndex } from '../../storage/search-index.ts';
import { findItems } from './find-items.ts';
import { ItemColumns } from './item-columns.ts';
import { needsItems, orderRows } from './order-rows.ts';
import { readLosses } from './read-losses.ts';
import { RecentlyUsed } from './recently-used.ts';
import { type RowColumns, readEverything, readListRows } from './row-columns.ts';

/** A list, the library as a whole, or what is gone from it, as it is at this moment. */
export interface RowSource {
  readonly accountId: number;
  readonly of: StandingList | 'everything' | 'gone';
  readonly version: { readonly items: number; readonly lists: number };
}

/** Rows in the order in which they were asked for. */
export interface OrderedRows {
  readonly rows: RowColumns;
  readonly order: Int32Array;
}

type Arrangement = Pick<RowsQuery, 'sort' | 'filter'>;

const KEPT_ROWS = 4;
const KEPT_ORDERS = 8;

export interface RowOrdersOptions {
  readonly tables: LibraryColumns;
  readonly losses: Losses;
  readonly index: SearchIndex;
  readonly yieldToEventLoop: () => Promise<void>;
}

/**
 * The orders of rows that were last asked for. An order of a long list is made once, in pieces, and
 * then every window of it is found at once; it holds until the list or the names of items change.
 * Sorting by an index of the database instead would need one for each of seven orders of every list,
 * and each row that is written would pay for all of them.
 */
export class RowOrders {
  readonly #tables: LibraryColumns;
  readonly #losses: Losses;
  readonly #index: SearchIndex;
  readonly #yieldToEventLoop: () => Promise<void>;
  readonly #rows = new RecentlyUsed<Promise<RowColumns>>(KEPT_ROWS);
  readonly #orders = new RecentlyUsed<Promise<OrderedRows>>(KEPT_ORDERS);
  #items: { readonly key: string; readonly columns: Promise<ItemColumns> } | null = null;

  constructor({ tables, losses, index, yieldToEventLoop }: RowOrdersOptions) {
    this.#tables = tables;
    this.#losses = losses;
    this.#index = index;
    this.#yieldToEventLoop = yieldToEventLoop;
  }

  /** Kept from before; null where it is not kept any more. */
  kept(revision: string, arrangement: Arrangement): Promise<OrderedRows> | null {
    return this.#orders.get(orderKey(revision, arrangement)) ?? null;
  }

  order(source: RowSource, arrangement: Arrangement): Promise<OrderedRows> {
    const key = orderKey(revisionOf(source), arrangement);
    return this.#orders.get(key) ?? remember(this.#orders, key, this.#make(source, arrangement));
  }

  /** Makes ready what the orders by names need, before anybody asks for one. */
  async prepare(source: RowSource): Promise<void> {
    const items = await this.#itemsFor(source, await this.#rowsOf(source));
    for (const by of ['name', 'artist', 'album'] as const) {
      await items.ranks(by);
    }
  }

  forget(): void {
    this.#rows.clear();
    this.#orders.clear();
    this.#items = null;
  }

  async #make(source: RowSource, { sort, filter }: Arrangement): Promise<OrderedRows> {
    const rows = await this.#rowsOf(source);
    const items = needsItems(sort, filter) ? await this.#itemsFor(source, rows) : null;
    const found = await findItems(
      this.#index,
      source.accountId,
      filter.text,
      this.#yieldToEventLoop,
    );
    const isFound = found === null ? null : new Uint8Array(rows.lastItemId + 1);
    for (const id of found ?? []) {
      if (isFound !== null && id < isFound.length) {
        isFound[id] = 1;
      }
    }
    const order = await orderRows({
      rows,
      items,
      sort,
      filter,
      isFound,
      yieldToEventLoop: this.#yieldToEventLoop,
    });
    return { rows, order };
  }

  #rowsOf(source: RowSource): Promise<RowColumns> {
    const { accountId, of, version } = source;
    const key =
      typeof of === 'string' ? `${of} ${accountId} ${version.lists}` : `list ${of.revisionId}`;
    return this.#rows.get(key) ?? remember(this.#rows, key, this.#readRows(source));
  }

  async #readRows(source: RowSource): Promise<RowColumns> {
    const { accountId, of } = source;
    const yieldToEventLoop = this.#yieldToEventLoop;
    switch (of) {
      case 'everything':
        return await readEverything(this.#tables, accountId, yieldToEventLoop);
      case 'gone': {
        const { keys } = await this.#rowsOf({ ...source, of: 'everything' });
        const options = { accountId, standing: keys, yieldToEventLoop };
        return await readLosses(this.#tables, this.#losses, options);
      }
      default:
        return await readListRows(this.#tables, of, yieldToEventLoop);
    }
  }

  async #itemsFor(source: RowSource, rows: RowColumns): Promise<ItemColumns> {
    const { accountId, version } = source;
    const key = `${accountId} ${version.items}`;
    const known = this.#items?.key === key ? await this.#items.columns : null;
    if (known?.covers(rows.lastItemId) === true) {
      return known;
    }
    const columns = ItemColumns.read(this.#tables, accountId, this.#yieldToEventLoop);
    this.#items = { key, columns };
    columns.catch(() => {
      this.#items = null;
    });
    return await columns;
  }
}

/** Windows of the same revision fit together. */
export function revisionOf({ accountId, of, version }: RowSource): string {
  const place = typeof of === 'string' ? `${of}-${version.lists}` : `${of.id}-${of.revisionId}`;
  return `${accountId}-${place}-${version.items}`;
}

/** The revision of the list itself in what `revisionOf` made; null where there is none. */
export function revisionIdIn(revision: string): number | null {
  const id = /^\d+-\d+-(\d+)-\d+$/.exec(revision)?.[1];
  return id === undefined ? null : Number(id);
}

function orderKey(revision: string, { sort, filter }: Arrangement): string {
  return JSON.stringify([revision, sort.by, sort.direction, filter]);
}

/** What failed is made anew the next time; whoever waits for it is told. */
function remember<V>(kept: RecentlyUsed<Promise<V>>, key: string, made: Promise<V>): Promise<V> {
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
