import type { ListEntry, Page } from '../spotify/catalogue.ts';
import type { StoredReading } from '../storage/readings.ts';
import type { StagedEntry, Staging } from '../storage/staging.ts';

/**
 * Whether a page shows what was read at the head of the list, or just before it, over again. A list
 * can be like that: who added the same album twice has it. But so is the answer of a service that
 * does not look at the offset, and reading that would take one page for the whole list.
 */
export function isRepeated(
  staging: Pick<Staging, 'from'>,
  { listId, nextOffset }: StoredReading,
  rows: readonly StagedEntry[],
): boolean {
  const last = rows.at(-1);
  return (
    last !== undefined &&
    [0, nextOffset - rows.length].some((position) => {
      const known = position < 0 ? [] : staging.from(listId, position, rows.length);
      return known.length === rows.length && rows.every((row, index) => isSame(row, known[index]));
    })
  );
}

/**
 * Whether a page that was asked for one row early proves that the offset is looked at: its second row is
 * the first of the other page, and so on.
 */
export function isOneRowEarly(early: Page<ListEntry>, page: Page<ListEntry>): boolean {
  return (
    early.total === page.total &&
    early.dropped === 0 &&
    page.entries.slice(0, -1).every((entry, index) => {
      const other = early.entries[index + 1];
      return (
        other !== undefined &&
        entry.item?.uri === other.item?.uri &&
        entry.addedAtMs === other.addedAtMs
      );
    })
  );
}

function isSame(row: StagedEntry, known: StagedEntry | undefined): boolean {
  return (
    known !== undefined &&
    row.itemId === known.itemId &&
    row.addedAtMs === known.addedAtMs &&
    row.addedBy === known.addedBy
  );
}
