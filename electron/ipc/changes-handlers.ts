import type { GroupHandlers } from '../../shared/ipc-derived.ts';
import type { Library } from '../library/library.ts';

/** The calls that concern the feed of changes. `library` is asked each time: it changes with the mode. */
export function createChangesHandlers(library: () => Library): GroupHandlers<'changes'> {
  return {
    page: async ({ filter, offset, count }) => {
      const { total, rows } = await library().changes({ filter, offset, count });
      return { total, offset, rows: [...rows] };
    },
    feed: (window) => library().feed(window),
    lists: () => library().changedLists(),
    markRead: async ({ throughId }) => {
      await library().markRead(throughId);
      return { kind: 'done' };
    },
  };
}
