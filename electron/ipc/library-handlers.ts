import type { GroupHandlers } from '../../shared/ipc-derived.ts';
import type { Library } from '../library/library.ts';

/** The calls that concern the watch itself. `library` is asked each time: it changes with the mode. */
export function createLibraryHandlers(library: () => Library): GroupHandlers<'library'> {
  return {
    status: () => library().status(),
    attention: () => library().attention(),
    rows: (query) => library().browser.rows(query),
    playlists: (query) => library().browser.playlists(query),
    search: (query) => library().browser.search(query),
    checkNow: async () => {
      const start = await library().checkNow();
      return start.kind === 'not-now'
        ? { kind: 'not-now', untilMs: start.untilMs }
        : { kind: start.kind };
    },
    pause: async ({ untilMs }) => {
      await library().pause(untilMs);
      return { kind: 'done' };
    },
    resume: async () => {
      await library().resume();
      return { kind: 'done' };
    },
    seen: async ({ kind }) => {
      await library().seen(kind);
      return { kind: 'done' };
    },
  };
}
