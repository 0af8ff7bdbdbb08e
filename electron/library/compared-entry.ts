/** A row as both states have it. `itemId` null: a gap, where nobody knows what had been there. */
export interface ComparedEntry {
  readonly itemId: number | null;
  readonly addedAtMs: number | null;
  readonly addedBy: string | null;
}

export interface OldEntry extends ComparedEntry {
  /** The row was shown as a gap last time; its item is the one known from before. */
  readonly isMissing: boolean;
}

/** In place of a position: the row continues none. */
export const NONE = -1;

/** What is left between an equal head and an equal tail of two states. */
export interface Ends {
  /** The first index that is not part of the equal head. */
  readonly from: number;
  readonly oldTo: number;
  readonly newTo: number;
}

/** What is known so far of which rows continue which. */
export interface Matching {
  readonly old: readonly OldEntry[];
  readonly next: readonly ComparedEntry[];
  readonly ends: Ends;
  /** 1 for each row of the old state that some row continues. */
  readonly taken: Uint8Array;
  /** For each row of the new state the row of the old one that it continues, or `NONE`. */
  readonly oldOf: Int32Array;
  readonly pair: (newIndex: number, oldIndex: number) => void;
  readonly rowsAPiece: number;
}

/**
 * A gap of which Spotify tells nothing at all, as of albums that left the catalogue (facts §2): it
 * can stand for any row.
 */
export function isBareGap(entry: ComparedEntry | undefined): boolean {
  return entry?.itemId === null && entry.addedAtMs === null && entry.addedBy === null;
}

/** Rows that were added together; only such can stand for each other. */
export function dateKey(entry: ComparedEntry | undefined): string {
  return `${entry?.addedAtMs} ${entry?.addedBy}`;
}
