import type { StagedEntry } from '../storage/staging.ts';

/** What to do with a page that overlaps the last row read before it. */
export type PageAlignment =
  /** Its rows from `from` on come next; `inserted` rows were put in before them meanwhile. */
  | { readonly kind: 'append'; readonly from: number; readonly inserted: number }
  /** The list moved under the reader in a way that only reading it anew can settle. */
  | { readonly kind: 'start-again' };

/**
 * Fits a page to the rows before it. Every page but the first is asked for one row early, and that
 * row must be the last one read: an insertion or removal in front of it shows at once. Insertions
 * are harmless (the head is read again at the end), and a library of days would never be read if
 * each new track started it again.
 */
export function alignPage(input: {
  readonly last: StagedEntry | null;
  readonly knownTotal: number | null;
  readonly rows: readonly StagedEntry[];
  readonly total: number;
}): PageAlignment {
  const { last, knownTotal, rows, total } = input;
  if (last === null || knownTotal === null) {
    return { kind: 'append', from: 0, inserted: 0 };
  }
  const overlap = rows.findIndex((row) => isSameEntry(row, last));
  return overlap >= 0 && total === knownTotal + overlap
    ? { kind: 'append', from: overlap + 1, inserted: overlap }
    : { kind: 'start-again' };
}

/** What the head page says about a list whose rows are known up to now. */
export type HeadAlignment =
  /** The first `fresh` rows of the page are new; everything after them is as known. */
  { readonly kind: 'known'; readonly fresh: number } | { readonly kind: 'differs' };

/**
 * Fits the head page to the known head of the list. New rows at the head, and a total that is larger
 * by just as many, explain everything; anything else does not.
 *
 * @param known - the first rows as known, at least as many as the page has
 * @param knownTotal - how many rows are known in all
 */
export function alignHead(input: {
  readonly known: readonly KnownRow[];
  readonly knownTotal: number;
  readonly rows: readonly StagedEntry[];
  readonly total: number;
}): HeadAlignment {
  const { known, knownTotal, rows, total } = input;
  const fresh = total - knownTotal;
  if (fresh < 0 || fresh > rows.length || (fresh === rows.length && knownTotal > 0)) {
    return { kind: 'differs' };
  }
  const fits = rows.slice(fresh).every((row, index) => {
    const other = known[index];
    return other !== undefined && isSameEntry(row, other);
  });
  return fits ? { kind: 'known', fresh } : { kind: 'differs' };
}

/** The part of a known row by which it is recognised. */
export type KnownRow = Pick<StagedEntry, 'itemId' | 'addedAtMs'>;

/** A gap is recognised by its date alone: whatever stood there has the same one. */
export function isSameEntry(row: KnownRow, other: KnownRow): boolean {
  return (
    row.addedAtMs === other.addedAtMs &&
    (row.itemId === other.itemId || row.itemId === null || other.itemId === null)
  );
}
