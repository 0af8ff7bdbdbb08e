import type { LibraryColumns } from '../../storage/library-columns.ts';
import { combineRanks, type NamedSort, type NameOrders, readNameOrders } from './name-orders.ts';

/** Read in one go; a few milliseconds of work. */
const ITEMS_A_PIECE = 4_000;
const NOTHING = -1;

/** What the items of an account are sorted and filtered by, each at the index of its id. */
export class ItemColumns {
  readonly kinds: Int8Array;
  readonly availabilities: Int8Array;
  /** NaN where Spotify does not say. */
  readonly durationsMs: Float64Array;
  readonly #accountId: number;
  readonly #tables: LibraryColumns;
  readonly #yieldToEventLoop: () => Promise<void>;
  #names: Promise<NameOrders> | null = null;
  readonly #ranks = new Map<NamedSort, Promise<Int32Array>>();

  private constructor(
    tables: LibraryColumns,
    accountId: number,
    yieldToEventLoop: () => Promise<void>,
  ) {
    this.#tables = tables;
    this.#accountId = accountId;
    this.#yieldToEventLoop = yieldToEventLoop;
    const size = tables.lastItemId() + 1;
    this.kinds = new Int8Array(size).fill(NOTHING);
    this.availabilities = new Int8Array(size).fill(NOTHING);
    this.durationsMs = new Float64Array(size).fill(Number.NaN);
  }

  static async read(
    tables: LibraryColumns,
    accountId: number,
    yieldToEventLoop: () => Promise<void>,
  ): Promise<ItemColumns> {
    const columns = new ItemColumns(tables, accountId, yieldToEventLoop);
    for (let after = 0; ; ) {
      const piece = tables.items(accountId, after, ITEMS_A_PIECE);
      for (const [index, id] of piece.ids.entries()) {
        columns.kinds[id] = piece.kinds[index] ?? NOTHING;
        columns.availabilities[id] = piece.availabilities[index] ?? NOTHING;
        columns.durationsMs[id] = piece.durationsMs[index] ?? Number.NaN;
      }
      after = piece.ids.at(-1) ?? 0;
      if (piece.ids.length < ITEMS_A_PIECE) {
        return columns;
      }
      await yieldToEventLoop();
    }
  }

  /** Whether an item with this id was there when these were read. */
  covers(itemId: number): boolean {
    return itemId < this.kinds.length;
  }

  /** Where each item comes among all of the account, -1 for those without such a name. */
  ranks(by: NamedSort): Promise<Int32Array> {
    const known = this.#ranks.get(by);
    if (known !== undefined) {
      return known;
    }
    const ranks = this.#rank(by);
    this.#ranks.set(by, ranks);
    // What failed is tried again the next time; whoever waits for it is told.
    ranks.catch(() => this.#ranks.delete(by));
    return ranks;
  }

  async #rank(by: NamedSort): Promise<Int32Array> {
    this.#names ??= readNameOrders(this.#tables, {
      accountId: this.#accountId,
      size: this.kinds.length,
      yieldToEventLoop: this.#yieldToEventLoop,
    });
    const names = await this.#names.catch((error: unknown) => {
      this.#names = null;
      throw error;
    });
    return await combineRanks(names, by, this.#yieldToEventLoop);
  }
}
