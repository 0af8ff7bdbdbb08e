import { HistoryReader } from '../../../electron/library/history/history-reader.ts';
import { createRepositories } from '../../../electron/storage/repositories.ts';
import type { Database } from '../../../electron/storage/sqlite.ts';
import { type Change, collectionKindSchema } from '../../../shared/change.ts';
import type { HistoricRow, HistoryMoment, ListObservation } from '../../../shared/history.ts';
import type { ListKey, TrueNaming } from './truth.ts';

const EVERYTHING = { offset: 0, count: 1_000_000 };
const NOW_MS = Number.MAX_SAFE_INTEGER;

export interface ToldRow {
  /** Null for a gap from the first. */
  readonly uri: string | null;
  readonly addedAtMs: number | null;
  readonly addedBy: string | null;
  readonly name: string;
  /** Null where Spotify does not say it of such a thing. */
  readonly isAvailable: boolean | null;
}

/** A list as the app says that it was seen. */
export interface ToldState extends ListObservation {
  readonly rows: readonly ToldRow[];
}

export interface ToldList {
  readonly key: ListKey;
  /** Oldest first; empty while its contents are not known. */
  readonly states: readonly ToldState[];
  /** From the feed, of this list alone; oldest first. */
  readonly changes: readonly Change[];
  /** What it was called when it was first seen; null for collections. */
  readonly firstNaming: TrueNaming | null;
  readonly naming: TrueNaming | null;
}

/** Everything that the app knows of an account's library and has ever told of it. */
export interface ToldLibrary {
  readonly baselineAtMs: number | null;
  readonly lists: readonly ToldList[];
  /** Oldest first. */
  readonly changes: readonly Change[];
}

/**
 * Reads it from the history and the feed, as the windows of the app do.
 *
 * @param only - `last`: of the states of each list nothing but the one that counts now
 */
export async function readToldLibrary(
  database: Database,
  accountKey: string,
  only: 'everything' | 'last' = 'everything',
): Promise<ToldLibrary> {
  const { accounts, lists, changes } = createRepositories(database);
  const account = accounts.find(accountKey);
  if (account === null) {
    return { baselineAtMs: null, lists: [], changes: [] };
  }
  const history = new HistoryReader({
    database,
    accountId: () => account.id,
    yieldToEventLoop: () => Promise.resolve(),
  });
  const told = changes.page(account.id, null, 0, EVERYTHING.count).rows.toReversed();
  const changesOf = new Map<number, Change[]>();
  for (const change of told) {
    const others = changesOf.get(change.list.id) ?? [];
    changesOf.set(change.list.id, others);
    others.push(change);
  }
  const known: { id: number; key: ListKey; isPlaylist: boolean }[] = [];
  for (const kind of [...collectionKindSchema.options, 'playlists'] as const) {
    const list = lists.findOnly(account.id, kind);
    if (list !== null) {
      known.push({ id: list.id, key: kind, isPlaylist: false });
    }
  }
  for (const { id, externalId } of lists.playlists(account.id)) {
    known.push({ id, key: `spotify:playlist:${externalId}`, isPlaylist: true });
  }
  const all: ToldList[] = [];
  for (const { id, key, isPlaylist } of known) {
    const naming = isPlaylist ? await namingAt(history, id, NOW_MS) : null;
    all.push({
      key,
      states: await readStates(history, id, only),
      changes: changesOf.get(id) ?? [],
      firstNaming: isPlaylist ? await namingAt(history, id, 0) : null,
      naming,
    });
  }
  return { baselineAtMs: account.baselineAtMs, lists: all, changes: told };
}

async function readStates(
  history: HistoryReader,
  listId: number,
  only: 'everything' | 'last',
): Promise<ToldState[]> {
  const count = only === 'last' ? 1 : EVERYTHING.count;
  const { rows: observations } = await history.observations({ offset: 0, count, listId });
  const newest = observations[0]?.id;
  const states: ToldState[] = [];
  for (const observation of observations.toReversed()) {
    const { id } = observation;
    // The last one as of now: what became of the availability of its rows since belongs to it.
    const moment: HistoryMoment =
      id === newest ? { kind: 'time', atMs: NOW_MS } : { kind: 'observation', id };
    const state = await history.state({ ...EVERYTHING, listId, moment });
    if (state === null || state.contents === null) {
      throw new Error(`Observation ${observation.id} of list ${listId} cannot be read.`);
    }
    const { rows, total } = state.contents;
    if (rows.length !== total || rows.some(({ position }, index) => position !== index)) {
      throw new Error(`Observation ${observation.id} of list ${listId} is not whole.`);
    }
    states.push({ ...observation, rows: rows.map(toldRow) });
  }
  return states;
}

function toldRow(row: HistoricRow): ToldRow {
  const { addedAtMs, addedBy } = row;
  switch (row.kind) {
    case 'gap':
      return { uri: null, addedAtMs, addedBy, name: '', isAvailable: false };
    case 'playlist':
      return { uri: row.uri, addedAtMs, addedBy, name: row.name, isAvailable: null };
    case 'item': {
      const { uri, name } = row.item;
      const isAvailable = row.availability === 'unknown' ? null : row.availability === 'available';
      return { uri, addedAtMs, addedBy, name, isAvailable };
    }
  }
}

async function namingAt(
  history: HistoryReader,
  listId: number,
  atMs: number,
): Promise<TrueNaming | null> {
  const moment = { kind: 'time' as const, atMs };
  const state = await history.state({ listId, moment, offset: 0, count: 0 });
  if (state === null) {
    return null;
  }
  const { name, description, isPublic, isCollaborative } = state.list;
  return { name, description, isPublic, isCollaborative };
}
