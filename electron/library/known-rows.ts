import type { StoredEntry } from '../storage/entries.ts';
import type { StoredList } from '../storage/lists.ts';
import type { Repositories } from '../storage/repositories.ts';
import type { StagedEntry } from '../storage/staging.ts';

/** In place of the id of a row: it is a gap, and which of the missing rows it is cannot be told. */
export const GAP_ID = -1;

const SOME_GAP: StoredEntry = {
  id: GAP_ID,
  itemId: null,
  orderKey: '',
  addedAtMs: null,
  addedBy: null,
  availability: 'missing',
};

/**
 * For each row of a page of a list without order the row that is known of it; null where one of them
 * is not known, or was added at another time, or where there are more gaps than were known.
 */
export function knownRowsOf(
  { entries }: Pick<Repositories, 'entries'>,
  list: StoredList,
  rows: readonly StagedEntry[],
): StoredEntry[] | null {
  const ids = rows.flatMap(({ itemId }) => itemId ?? []);
  const byItem = new Map<number | null, StoredEntry>();
  for (const entry of entries.openOfItems(list.id, ids)) {
    byItem.set(entry.itemId, entry);
  }
  const gaps = rows.length - ids.length;
  if (gaps > 0 && gaps > entries.countMissing(list.id)) {
    return null;
  }
  const known: StoredEntry[] = [];
  for (const { itemId, addedAtMs } of rows) {
    const entry = itemId === null ? SOME_GAP : byItem.get(itemId);
    if (entry === undefined || (itemId !== null && entry.addedAtMs !== addedAtMs)) {
      return null;
    }
    known.push(entry);
  }
  return known;
}

/** A row that was a gap from the first shows its item now: its row has to be written anew. */
export function namesGap(known: readonly StoredEntry[], rows: readonly StagedEntry[]): boolean {
  return known.some(({ itemId }, index) => {
    const row = rows[index];
    return itemId === null && row !== undefined && row.itemId !== null;
  });
}
