import type { ItemSummary } from '../../shared/change.ts';
import type { PlaylistRow } from '../../shared/library-rows.ts';
import type { LibraryStatus } from '../../shared/library-status.ts';
import { historyInMemory, type ListInMemory } from '../doubles/history-in-memory.ts';
import { playlistsInMemory } from '../doubles/playlists-in-memory.ts';
import type { WindowApiOverrides } from '../doubles/window-api.ts';
import { historicList, sampleHistory, sampleTimes } from './sample-history.ts';
import { hostileLibrary, sampleLibrary } from './sample-library.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Overrides = (nowMs: number) => WindowApiOverrides;
type SignedIn = (nowMs: number, library?: Partial<LibraryStatus>) => WindowApiOverrides;

/** Lists that a test or a picture opens by number. */
export const LISTS = {
  liked: 1,
  listOfPlaylists: 9,
  lateNight: 10,
  once: 12,
  gone: 20,
  others: 30,
  notRead: 31,
  long: 40,
  hostile: 50,
  unknown: 999,
} as const;

/** What the Playlists page and the pages of lists can look like. `signedIn` is the calm case. */
export function playlistsStates(signedIn: SignedIn): Readonly<Record<string, Overrides>> {
  const withLists =
    (of: (nowMs: number) => Library, library?: Partial<LibraryStatus>): Overrides =>
    (nowMs) => {
      const { rows, lists } = of(nowMs);
      const base = signedIn(nowMs, library);
      return {
        ...base,
        items: sampleLibrary(400, nowMs),
        calls: {
          ...base.calls,
          library: { ...base.calls?.library, ...playlistsInMemory(rows) },
          history: { ...base.calls?.history, ...historyInMemory(lists) },
        },
      };
    };
  const failing = async () => ({ ok: false, error: { kind: 'internal', id: 'c4f19b02' } }) as const;
  const never = () => new Promise<never>(() => undefined);
  const replaced =
    (library: object, history: object): Overrides =>
    (nowMs) => {
      const base = withLists(sample)(nowMs);
      return {
        ...base,
        calls: {
          ...base.calls,
          library: { ...base.calls?.library, ...library },
          history: { ...base.calls?.history, ...history },
        },
      };
    };
  return {
    playlists: withLists(sample),
    'playlists-empty': withLists(() => ({ rows: [], lists: [] })),
    'playlists-many': withLists((nowMs) => ({ rows: many(nowMs), lists: [] })),
    'playlists-hostile': withLists(hostile),
    'playlists-loading': replaced({ playlists: never }, { sizes: never }),
    'playlists-failed': replaced({ playlists: failing }, { sizes: failing }),
    'list-rows-failed': replaced({}, { state: failingBeyondTheHead(failing), difference: failing }),
    'list-first-pass': (nowMs) => ({
      ...withLists(sample)(nowMs),
      library: {
        ...signedIn(nowMs).library,
        baselineAtMs: null,
        monitor: {
          kind: 'checking',
          progress: {
            kind: 'first-pass',
            listName: 'Found in second-hand shops',
            itemsDone: 3_400,
            itemsTotal: 12_000,
          },
        },
      },
    }),
  };

  function failingBeyondTheHead(fail: typeof failing) {
    const { state } = historyInMemory(sample(Date.UTC(2026, 10, 21)).lists);
    return (query: Parameters<typeof state>[0]) => (query.count === 1 ? state(query) : fail());
  }
}

interface Library {
  readonly rows: readonly PlaylistRow[];
  readonly lists: readonly ListInMemory[];
}

function row(listId: number, name: string, more: Partial<PlaylistRow>): PlaylistRow {
  return {
    listId,
    uri: `spotify:playlist:${String(listId).padStart(22, '0')}`,
    name,
    description: '',
    ownerName: 'Ada Brook',
    isOwn: true,
    isPublic: false,
    isCollaborative: false,
    imageUrl: `https://i.scdn.co/image/list-${listId}`,
    contents: 'watched',
    items: 40 + ((listId * 37) % 170),
    changedAtMs: null,
    goneSinceMs: null,
    ...more,
  };
}

function sample(nowMs: number): Library {
  const items = sampleLibrary(240, nowMs)
    .slice(0, 240)
    .map(({ item }) => item);
  const seenUntilMs = nowMs - 18 * 60_000;
  const description = 'For the drive home, windows down, nobody talking.';
  const goneMs = nowMs - 5 * HOUR_MS;
  const lateNight = sampleHistory({
    list: (atMs) =>
      atMs < nowMs - 200 * DAY_MS
        ? historicList(LISTS.lateNight, 'Night Drive')
        : historicList(LISTS.lateNight, 'Late Night Drive', { description }),
    items,
    times: sampleTimes(46, 400 * DAY_MS, nowMs - 2 * DAY_MS),
    startSize: 120,
    seenUntilMs,
    unwatched: { after: 20, forMs: 9 * DAY_MS },
  });
  const rows = [
    row(LISTS.lateNight, 'Late Night Drive', {
      description,
      items: lateNight.sizeAt(45),
      changedAtMs: nowMs - 2 * DAY_MS,
    }),
    row(11, 'Kitchen, loud', { isPublic: true, changedAtMs: nowMs - 3 * HOUR_MS }),
    row(LISTS.once, 'Found in second-hand shops', { items: 31 }),
    row(13, 'Slow Mornings', { isCollaborative: true, changedAtMs: nowMs - 40 * DAY_MS }),
    row(LISTS.others, 'Coffee Table Jazz', {
      ownerName: 'harbour.lights',
      isOwn: false,
      isPublic: true,
      contents: 'not-watched',
      items: null,
    }),
    row(14, 'Songs about the sea', {
      ownerName: 'Mara & Jonas',
      isOwn: false,
      isCollaborative: true,
      changedAtMs: nowMs - 9 * DAY_MS,
    }),
    row(LISTS.notRead, 'Vinyl wants', { contents: 'not-read-yet', items: null, imageUrl: null }),
    row(LISTS.gone, 'Summer 2019', { items: 64, changedAtMs: goneMs, goneSinceMs: goneMs }),
    row(21, 'Running, spring', { goneSinceMs: nowMs - 70 * DAY_MS, isPublic: null }),
  ];
  return {
    rows,
    lists: [
      lateNight,
      sampleHistory({
        list: () =>
          historicList(LISTS.liked, '', { kind: 'saved-tracks', uri: null, isPublic: null }),
        items,
        times: sampleTimes(80, 300 * DAY_MS, nowMs - 4 * HOUR_MS),
        startSize: 180,
        seenUntilMs,
      }),
      sampleHistory({
        list: () => historicList(LISTS.once, 'Found in second-hand shops'),
        items,
        times: [nowMs - 20 * DAY_MS],
        startSize: 31,
        seenUntilMs,
      }),
      sampleHistory({
        list: (atMs) => historicList(LISTS.gone, 'Summer 2019', { isListed: atMs < goneMs }),
        items,
        times: sampleTimes(5, 90 * DAY_MS, nowMs - 12 * DAY_MS),
        startSize: 62,
        seenUntilMs: goneMs - HOUR_MS,
      }),
      ...[
        historicList(LISTS.others, 'Coffee Table Jazz', { isPublic: true }),
        historicList(LISTS.notRead, 'Vinyl wants'),
      ].map((list) => unread(list)),
      playlistsOverTime(nowMs, rows),
      long(nowMs, items),
    ],
  };
}

function unread(list: ReturnType<typeof historicList>): ListInMemory {
  return { list: () => list, observations: [], rowsAt: () => [], sizeAt: () => 0 };
}

/** The list of playlists itself: one more each month, and one gone this morning. */
function playlistsOverTime(nowMs: number, rows: readonly PlaylistRow[]): ListInMemory {
  const times = [120, 60, 30, 0.2].map((days) => nowMs - days * DAY_MS);
  const namesAt = (index: number) => (index === 3 ? rows.slice(0, 7) : rows.slice(0, 5 + index));
  return {
    list: () =>
      historicList(LISTS.listOfPlaylists, '', { kind: 'playlists', uri: null, isPublic: null }),
    observations: times.map((atMs, index) => ({
      id: index + 1,
      observedAfterMs: index === 0 ? null : atMs - HOUR_MS,
      observedBeforeMs: atMs,
      unchangedUntilMs: (times[index + 1] ?? nowMs) - HOUR_MS,
    })),
    rowsAt: (index) =>
      namesAt(index).map(({ listId, uri, name, description }, position) => ({
        kind: 'playlist',
        position,
        addedAtMs: null,
        addedBy: null,
        listId,
        uri: uri ?? '',
        name,
        description,
      })),
    sizeAt: (index) => namesAt(index).length,
  };
}

/** A list that changed every hour for two years and a quarter. */
function long(nowMs: number, items: Parameters<typeof sampleHistory>[0]['items']): ListInMemory {
  const count = 20_000;
  const sizeAt = (index: number) => 60 + (index % 97) + Math.round(20 * Math.sin(index / 900));
  const timeAt = (index: number) => nowMs - (count - index) * HOUR_MS;
  const list = historicList(LISTS.long, 'Radio log');
  return {
    list: () => list,
    observations: Array.from({ length: count }, (_, index) => ({
      id: index + 1,
      observedAfterMs: index === 0 ? null : timeAt(index) - HOUR_MS / 2,
      observedBeforeMs: timeAt(index),
      unchangedUntilMs: timeAt(index) + HOUR_MS / 2,
    })),
    sizeAt,
    rowsAt: (index) =>
      Array.from({ length: sizeAt(index) }, (_, position) => ({
        kind: 'item',
        position,
        addedAtMs: timeAt(index),
        addedBy: null,
        item: items[(position + index) % items.length] ?? NOTHING,
        availability: 'available',
      })),
  };
}

const NOTHING: ItemSummary = {
  uri: 'spotify:track:0',
  kind: 'track',
  name: '',
  artists: [],
  album: null,
  imageUrl: null,
};

function many(nowMs: number): readonly PlaylistRow[] {
  return Array.from({ length: 5_000 }, (_, index) =>
    row(100 + index, `Mixtape ${index + 1}`, {
      changedAtMs: index % 3 === 0 ? nowMs - index * HOUR_MS : null,
      goneSinceMs: index % 50 === 49 ? nowMs - index * HOUR_MS : null,
    }),
  );
}

function hostile(nowMs: number): Library {
  const library = hostileLibrary(nowMs);
  const names = library.slice(0, 10).map(({ item }) => item.name);
  const list = (id: number, name: string) =>
    historicList(id, name, { description: name, isPublic: true });
  const rows = names.map((name, index) =>
    row(LISTS.hostile + index, name, {
      description: name,
      ownerName: names[(index + 1) % names.length] ?? null,
      isOwn: false,
      goneSinceMs: index % 4 === 3 ? nowMs - index * DAY_MS : null,
      changedAtMs: nowMs - index * 400 * DAY_MS,
      items: index * 123_456,
    }),
  );
  const items = library.map(({ item }) => item);
  return {
    rows,
    lists: names.map((name, index) =>
      sampleHistory({
        list: () => list(LISTS.hostile + index, name),
        items,
        times: sampleTimes(12, 60 * DAY_MS, nowMs - DAY_MS),
        startSize: 8,
        seenUntilMs: nowMs,
      }),
    ),
  };
}
