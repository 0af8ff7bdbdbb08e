import type {
  DifferenceKind,
  HistoryMoment,
  ItemTimeline,
  ListDifference,
  ListObservation,
  ListState,
  Substitute,
} from '../../../shared/history.ts';
import type { ListSizePoint } from '../../../shared/list-sizes.ts';

/** Part of a long answer. */
export interface Window {
  /** From 0 on. */
  readonly offset: number;
  readonly count: number;
}

/**
 * What the watched account's library had been. Everything is null, or empty, where nobody is watched
 * or the account has no such list or item. Retention leaves states from its time on exact, and
 * nothing before.
 */
export interface LibraryHistory {
  /** When a list was seen to have changed, newest first. */
  observations(
    query: Window & { readonly listId: number },
  ): Promise<{ readonly total: number; readonly rows: readonly ListObservation[] }>;
  /** A list as it was last seen at or before a moment. */
  state(
    query: Window & { readonly listId: number; readonly moment: HistoryMoment },
  ): Promise<ListState | null>;
  /**
   * What leads from one moment of a list to another, which may be the earlier one. Null also where
   * one of them is not known.
   *
   * @param query - `kinds` null lets everything through
   */
  difference(
    query: Window & {
      readonly listId: number;
      readonly from: HistoryMoment;
      readonly to: HistoryMoment;
      readonly kinds: readonly DifferenceKind[] | null;
    },
  ): Promise<ListDifference | null>;
  /** Everything that happened to one item in any list, oldest first. */
  timeline(query: Window & { readonly uri: string }): Promise<ItemTimeline | null>;
  /** What could stand in for an item: other editions that the library holds, the best first. */
  substitutes(uri: string): Promise<readonly Substitute[]>;
  /** How long a list was over time, oldest first; at most `MOST_SIZE_POINTS`. */
  sizes(listId: number): Promise<readonly ListSizePoint[] | null>;
}

export const NO_HISTORY: LibraryHistory = {
  observations: async () => ({ total: 0, rows: [] }),
  state: async () => null,
  difference: async () => null,
  timeline: async () => null,
  substitutes: async () => [],
  sizes: async () => null,
};
