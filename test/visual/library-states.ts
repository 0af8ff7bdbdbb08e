import type { LibraryStatus } from '../../shared/library-status.ts';
import { RowsInMemory } from '../doubles/rows-in-memory.ts';
import type { WindowApiOverrides } from '../doubles/window-api.ts';
import { hostileLibrary, sampleLibrary } from './sample-library.ts';

type States = Readonly<Record<string, (nowMs: number) => WindowApiOverrides>>;
type SignedIn = (nowMs: number, library: Partial<LibraryStatus>) => WindowApiOverrides;
type Collections = LibraryStatus['collections'];

const HOUR_MS = 3_600_000;
const PROGRESS = {
  kind: 'first-pass',
  listName: 'Found in second-hand shops',
  itemsDone: 3_400,
  itemsTotal: 12_000,
} as const;

/**
 * States of the library.
 *
 * @param signedIn what they differ from: somebody whose library is watched
 */
export function libraryStates(signedIn: SignedIn): States {
  const shelved = (nowMs: number, songs = 640, library: Partial<LibraryStatus> = {}) => ({
    ...signedIn(nowMs, { collections: collections(songs), ...library }),
    items: sampleLibrary(songs, nowMs),
  });
  return {
    shelved,
    'shelved-sample': (now) => {
      const base = shelved(now);
      const account = { key: 'sample', displayName: 'Sample listener' };
      return { ...base, session: { ...base.session, mode: 'sample', account } };
    },
    'shelved-many': (now) => shelved(now, 100_000),
    'shelved-nothing': (now) => ({ ...signedIn(now, { collections: collections(0) }), items: [] }),
    'shelved-hostile': (now) => ({
      ...signedIn(now, { collections: collections(10) }),
      items: hostileLibrary(now),
    }),
    'shelved-loading': (now) => ({
      ...shelved(now),
      calls: { library: { rows: () => new Promise(() => undefined) } },
    }),
    'shelved-failed': (now) => ({
      ...shelved(now),
      calls: {
        library: { rows: async () => ({ ok: false, error: { kind: 'internal', id: 'c4f19b02' } }) },
      },
    }),
    'shelved-outdated': (now) => {
      const base = shelved(now, 60);
      const rows = new RowsInMemory(base.items);
      return {
        ...base,
        calls: {
          library: {
            rows: async (query) => ({ ok: true, value: { ...rows.rows(query), isCurrent: false } }),
          },
        },
      };
    },
    'shelved-first-pass': (now) =>
      shelved(now, 64, {
        ...unfinished(now),
        monitor: {
          kind: 'paused',
          pause: { kind: 'service', reason: 'quota-exhausted', untilMs: now + 4.5 * HOUR_MS },
          progress: PROGRESS,
        },
      }),
    'shelved-unread': (now) => ({
      ...signedIn(now, {
        ...unfinished(now),
        monitor: { kind: 'checking', progress: PROGRESS },
      }),
      calls: { library: { rows: async () => ({ ok: true, value: null }) } },
    }),
    'shelved-not-permitted': (now) => ({
      ...signedIn(now, { collections: collections(640, 'scope-missing') }),
      calls: { library: { rows: async () => ({ ok: true, value: null }) } },
    }),
    'shelved-no-longer-permitted': (now) =>
      shelved(now, 640, { collections: collections(640, 'scope-missing') }),
    'story-failed': (now) => ({
      ...shelved(now),
      calls: {
        history: {
          timeline: async () => ({ ok: false, error: { kind: 'internal', id: 'c4f19b02' } }),
        },
      },
    }),
  };
}

function collections(
  songs: number,
  ofShows: Collections[number]['state'] = 'watched',
): Collections {
  const few = songs === 0 ? 0 : 1;
  return [
    { kind: 'saved-tracks', listId: 1, state: 'watched', items: songs },
    { kind: 'saved-albums', listId: 2, state: 'watched', items: 40 * few },
    { kind: 'saved-shows', listId: 4, state: ofShows, items: 12 * few },
    { kind: 'saved-episodes', listId: 5, state: 'watched', items: 24 * few },
    { kind: 'saved-audiobooks', listId: null, state: 'not-offered', items: 0 },
    { kind: 'followed-artists', listId: 3, state: 'watched', items: 30 * few },
  ];
}

function unfinished(nowMs: number): Partial<LibraryStatus> {
  return {
    baselineAtMs: null,
    lastCheckAtMs: null,
    collections: collections(0).map((collection) => ({
      ...collection,
      state: collection.kind === 'saved-tracks' ? 'watched' : 'not-read-yet',
      items: collection.kind === 'saved-tracks' ? 64 : 0,
    })),
    unreadChanges: 0,
    changesPerDay: [{ dayStartMs: nowMs, added: 0, removed: 0, other: 0 }],
  };
}
