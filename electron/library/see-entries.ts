import type { ListEntry } from '../spotify/catalogue.ts';
import type { Repositories } from '../storage/repositories.ts';
import type { StagedEntry } from '../storage/staging.ts';

/**
 * Takes over what a page says about its items, and answers its rows by item id. What a page shows of
 * an item is true whether or not the list turns out whole. Belongs into a transaction.
 */
export function seeEntries(
  { items }: Repositories,
  accountId: number,
  entries: readonly ListEntry[],
  atMs: number,
): StagedEntry[] {
  return entries.map(({ item, addedAtMs, addedBy }) => ({
    itemId: item === null ? null : items.see(accountId, item, atMs),
    availability: item === null ? 'missing' : item.availability,
    addedAtMs,
    addedBy,
  }));
}
