import type { LibraryColumns } from '../../storage/library-columns.ts';
import type { ItemNames } from '../../storage/named-item.ts';
import { sortKey } from '../../storage/sort-key.ts';
import { stableSort } from './stable-sort.ts';

/** What rows can be sorted by that is a matter of names. */
export type NamedSort = 'name' | 'artist' | 'album';

/** Read in one go; a few milliseconds of work. */
const ITEMS_A_PIECE = 4_000;
const NAMES_A_PIECE = 1_000;
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
    const size = this.kinds.length;
    const keys = new Array<string>(size).fill('');
    for (let after = 0; ; ) {
      const piece = this.#tables.names(this.#accountId, after, NAMES_A_PIECE);
      for (const item of piece) {
        keys[item.id] = nameKey(item, by);
      }
      after = piece.at(-1)?.id ?? 0;
      if (piece.length < NAMES_A_PIECE) {
        break;
      }
      await this.#yieldToEventLoop();
    }
    const ids = Int32Array.from(keys.keys()).filter((id) => keys[id] !== '');
    const compare = (left: number, right: number) => compareTexts(keys[left], keys[right]);
    const sorted = await stableSort(ids, compare, this.#yieldToEventLoop);
    const ranks = new Int32Array(size).fill(NOTHING);
    let rank = 0;
    for (const [index, id] of sorted.entries()) {
      const before = sorted[index - 1];
      // What is called the same is left in the order of the list.
      rank += before !== undefined && keys[before] !== keys[id] ? 1 : 0;
      ranks[id] = rank;
    }
    return ranks;
  }
}

/** Comes before everything that a key can hold, so that "A B" by C comes after "A" by D. */
const BETWEEN = '\u0000';

/** What an item is sorted by; '' where it has no such name. */
export function nameKey({ name, artists, album }: ItemNames, by: NamedSort): string {
  const parts = { name, artist: artists.join(', '), album: album ?? '' };
  const order = ORDERS[by].map((part) => sortKey(parts[part]));
  return order[0] === '' ? '' : order.join(BETWEEN);
}

const ORDERS: Readonly<Record<NamedSort, readonly NamedSort[]>> = {
  name: ['name', 'artist', 'album'],
  artist: ['artist', 'album', 'name'],
  album: ['album', 'artist', 'name'],
};

function compareTexts(left = '', right = ''): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
