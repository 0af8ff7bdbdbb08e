import type { GroupHandlers } from '../../shared/ipc-derived.ts';
import { MOST_ROWS } from '../../shared/row-window.ts';
import type { LibraryHistory } from '../library/history/library-history.ts';

/** The calls that concern the past. `history` is asked each time: it changes with the mode. */
export function createHistoryHandlers(history: () => LibraryHistory): GroupHandlers<'history'> {
  return {
    observations: async (query) => {
      const { total, rows } = await history().observations(query);
      return { total, rows: [...rows] };
    },
    state: (query) => history().state(query),
    difference: (query) => history().difference(query),
    timeline: (query) => history().timeline(query),
    substitutes: async ({ uri }) => (await history().substitutes(uri)).slice(0, MOST_ROWS),
    sizes: async ({ listId }) => {
      const points = await history().sizes(listId);
      return points === null ? null : { points: [...points] };
    },
  };
}
