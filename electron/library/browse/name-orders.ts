import type { LibraryColumns } from '../../storage/library-columns.ts';
import { sortKey } from '../../storage/sort-key.ts';
import { indexes, ranksOf, stableSort } from './stable-sort.ts';

/** What rows can be sorted by that is a matter of names. */
export type NamedSort = 'name' | 'artist' | 'album';

/** Where each item comes by each of its names alone, at the index of its id; -1: it has none. */
export type NameOrders = Readonly<Record<NamedSort, Int32Array>>;

const ITEMS_A_PIECE = 1_000;
const NOTHING = -1;

/** Items of the same name come by the others. */
const PRECEDENCE: Readonly<Record<NamedSort, readonly [NamedSort, NamedSort, NamedSort]>> = {
  name: ['name', 'artist', 'album'],
  artist: ['artist', 'album', 'name'],
  album: ['album', 'artist', 'name'],
};

/** Each name once, however many items have it: an album's name stands at all of its tracks. */
class DistinctNames {
  readonly of: Int32Array;
  readonly #keyOf: (name: string) => string;
  readonly #keys: string[] = [];
  readonly #indexes = new Map<string, number>();

  constructor(size: number, keyOf: (name: string) => string) {
    this.of = new Int32Array(size).fill(NOTHING);
    this.#keyOf = keyOf;
  }

  set(itemId: number, name: string): void {
    let index = this.#indexes.get(name);
    if (index === undefined) {
      const key = this.#keyOf(name);
      index = key === '' ? NOTHING : this.#keys.push(key) - 1;
      this.#indexes.set(name, index);
    }
    this.of[itemId] = index;
  }

  async ranks(yieldToEventLoop: () => Promise<void>): Promise<Int32Array> {
    const keys = this.#keys;
    const compare = (left: number, right: number) => compareTexts(keys[left], keys[right]);
    const sorted = await stableSort(indexes(keys.length), compare, yieldToEventLoop);
    const ranks = ranksOf(sorted, keys.length, (one, other) => keys[one] === keys[other]);
    await yieldToEventLoop();
    return this.of.map((index) => (index === NOTHING ? NOTHING : (ranks[index] ?? NOTHING)));
  }
}

/** Reads what the items of an account are called, and sorts them by that. */
export async function readNameOrders(
  tables: LibraryColumns,
  {
    accountId,
    size,
    yieldToEventLoop,
  }: {
    readonly accountId: number;
    /** One more than the greatest id. */
    readonly size: number;
    readonly yieldToEventLoop: () => Promise<void>;
  },
): Promise<NameOrders> {
  const name = new DistinctNames(size, sortKey);
  const artist = new DistinctNames(size, artistsKey);
  const album = new DistinctNames(size, sortKey);
  for (let after = 0; ; ) {
    const piece = tables.names(accountId, after, ITEMS_A_PIECE);
    for (const [index, id] of piece.ids.entries()) {
      if (id < size) {
        name.set(id, piece.names[index] ?? '');
        artist.set(id, piece.artists[index] ?? '[]');
        album.set(id, piece.albums[index] ?? '');
      }
    }
    after = piece.ids.at(-1) ?? 0;
    if (piece.ids.length < ITEMS_A_PIECE) {
      break;
    }
    await yieldToEventLoop();
  }
  return {
    name: await name.ranks(yieldToEventLoop),
    artist: await artist.ranks(yieldToEventLoop),
    album: await album.ranks(yieldToEventLoop),
  };
}

/** Where each item comes by one name and then by the others; -1: it does not have that one. */
export async function combineRanks(
  orders: NameOrders,
  by: NamedSort,
  yieldToEventLoop: () => Promise<void>,
): Promise<Int32Array> {
  const [first, second, third] = PRECEDENCE[by].map((part) => orders[part]);
  const compare = (left: number, right: number) =>
    difference(first, left, right) ||
    difference(second, left, right) ||
    difference(third, left, right);
  const ids = indexes(orders[by].length).filter((id) => orders[by][id] !== NOTHING);
  const sorted = await stableSort(ids, compare, yieldToEventLoop);
  // What is called the same in all is left in the order of the list.
  return ranksOf(sorted, orders[by].length, (one, other) => compare(one, other) === 0);
}

/** @param json - as `items.artists` holds them */
function artistsKey(json: string): string {
  const artists: unknown = JSON.parse(json);
  return sortKey(Array.isArray(artists) ? artists.join(', ') : '');
}

function difference(ranks: Int32Array | undefined, left: number, right: number): number {
  return (ranks?.[left] ?? 0) - (ranks?.[right] ?? 0);
}

function compareTexts(left = '', right = ''): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
