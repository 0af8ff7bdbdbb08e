import type { RowsFilter, RowsSort } from '../../../shared/library-rows.ts';
import { STORED_AVAILABILITIES, type StoredAvailability } from '../../storage/items.ts';
import { kindIndex } from '../../storage/library-columns.ts';
import type { ItemColumns } from './item-columns.ts';
import type { RowColumns } from './row-columns.ts';
import { indexes, stableSort } from './stable-sort.ts';

/** From what can be played to what is not there any more. */
const BY_AVAILABILITY: readonly StoredAvailability[] = [
  'available',
  'unknown',
  'unavailable',
  'missing',
];
const AVAILABILITY_RANKS = STORED_AVAILABILITIES.map((one) => BY_AVAILABILITY.indexOf(one));
const MISSING = BY_AVAILABILITY.indexOf('missing');
const UNAVAILABLE = BY_AVAILABILITY.indexOf('unavailable');

export interface RowOrderQuery {
  readonly rows: RowColumns;
  /** Null where `needsItems` says that they are not needed. */
  readonly items: ItemColumns | null;
  readonly sort: RowsSort;
  readonly filter: Omit<RowsFilter, 'text'>;
  /** 1 at the ids of items that the text of the filter lets through; null: all of them. */
  readonly isFound: Uint8Array | null;
  readonly yieldToEventLoop: () => Promise<void>;
}

/** Whether it takes more than the rows themselves. */
export function needsItems(sort: RowsSort, filter: Omit<RowsFilter, 'text'>): boolean {
  const isOfRows = sort.by === 'position' || sort.by === 'added';
  return !isOfRows || filter.kinds !== null || filter.onlyUnavailable;
}

/**
 * Indexes of the rows that a filter lets through, sorted. Rows without what they are sorted by come
 * last in both directions; equal ones stay in the order of the list.
 */
export async function orderRows(query: RowOrderQuery): Promise<Int32Array> {
  const { sort, yieldToEventLoop } = query;
  const indexes = passing(query);
  if (sort.by === 'position') {
    return sort.direction === 'ascending' ? indexes : indexes.reverse();
  }
  const keys = await sortKeys(query);
  const known = indexes.filter((index) => !Number.isNaN(keys[index]));
  const unknown = indexes.filter((index) => Number.isNaN(keys[index]));
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const compare = (left: number, right: number) =>
    sign * ((keys[left] ?? 0) - (keys[right] ?? 0)) || left - right;
  const sorted = await stableSort(known, compare, yieldToEventLoop);
  indexes.set(sorted);
  indexes.set(unknown, sorted.length);
  return indexes;
}

function passing({ rows, items, filter, isFound }: RowOrderQuery): Int32Array {
  const kinds = filter.kinds === null ? null : new Set(filter.kinds.map(kindIndex));
  const unknownKind = filter.kinds?.includes('unknown') ?? true;
  return indexes(rows.itemIds.length).filter((index) => {
    const id = rows.itemIds[index] ?? 0;
    const isOfKind = id === 0 ? unknownKind : kinds === null || kinds.has(items?.kinds[id] ?? -1);
    return (
      isOfKind &&
      (isFound === null || isFound[id] === 1) &&
      (!filter.onlyUnavailable || availabilityRank(items, id) >= UNAVAILABLE) &&
      (!filter.onlyDuplicates || rows.isRepeated[id] === 1)
    );
  });
}

/** What each row is sorted by; NaN where it has none. */
async function sortKeys({ rows, items, sort }: RowOrderQuery): Promise<Float64Array> {
  switch (sort.by) {
    case 'added':
      return rows.addedAtMs;
    case 'duration':
      return Float64Array.from(rows.itemIds, (id) => items?.durationsMs[id] ?? Number.NaN);
    case 'availability':
      return Float64Array.from(rows.itemIds, (id) => availabilityRank(items, id));
    case 'position':
      return Float64Array.from(indexes(rows.itemIds.length));
    default: {
      const ranks = await items?.ranks(sort.by);
      return Float64Array.from(rows.itemIds, (id) => {
        const rank = ranks?.[id] ?? -1;
        return rank < 0 ? Number.NaN : rank;
      });
    }
  }
}

/** A gap is missing. */
function availabilityRank(items: ItemColumns | null, id: number): number {
  return id === 0 ? MISSING : (AVAILABILITY_RANKS[items?.availabilities[id] ?? -1] ?? 0);
}
