import type { LibraryHistory } from '../../../../../electron/library/history/library-history.ts';
import type { ItemSummary } from '../../../../../shared/change.ts';
import type { HistoryMoment, ListObservation, ListState } from '../../../../../shared/history.ts';
import type { Version } from './playlist-history.ts';
import type { Put, Sighting } from './replay.ts';

const EVERYTHING = { offset: 0, count: 1_000_000 };
const NOTHING = { offset: 0, count: 0 };

/** One state of a list that the app says it saw. */
export interface SeenState {
  readonly observation: ListObservation;
  readonly uris: readonly string[];
  readonly items: readonly ItemSummary[];
}

/** Everything that the app says it ever saw in a list, oldest first, each as it tells it by time. */
export async function readSeenStates(
  history: LibraryHistory,
  listId: number,
): Promise<SeenState[]> {
  const { rows } = await history.observations({ ...EVERYTHING, listId });
  const states: SeenState[] = [];
  for (const { id, observedBeforeMs: atMs } of rows.toReversed()) {
    const moment: HistoryMoment = { kind: 'time', atMs };
    const { contents } = known(await history.state({ ...EVERYTHING, listId, moment }));
    if (contents.observation.id !== id) {
      throw new Error(`Of list ${listId} another state than ${id} is told at its own time.`);
    }
    const items = contents.rows.map((row, index) => {
      if (row.position !== index || row.kind !== 'item') {
        throw new Error(`A row of list ${listId} is no item, or not in its place.`);
      }
      return row.item;
    });
    states.push({ observation: contents.observation, uris: items.map(({ uri }) => uri), items });
  }
  return states;
}

/** A line for each state that was not there when the app says that it was. */
export function inventedStates(seen: readonly SeenState[], puts: readonly Put[]): string[] {
  return seen.flatMap(({ observation, uris }) => {
    const { observedAfterMs, observedBeforeMs, unchangedUntilMs } = observation;
    const lines = [observedBeforeMs, unchangedUntilMs].flatMap((atMs) =>
      cameAt(puts, uris, atMs) === null
        ? [`What is said to have been there at ${iso(atMs)} was not.`]
        : [],
    );
    const fromMs = cameAt(puts, uris, observedBeforeMs) ?? observedBeforeMs;
    return observedAfterMs !== null && fromMs < observedAfterMs
      ? [...lines, `What is said to have come after ${iso(observedAfterMs)} was there before.`]
      : lines;
  });
}

/**
 * From when on a list stood as it did at a time; null where it stood otherwise. At the very
 * millisecond of a change both states count.
 */
function cameAt(puts: readonly Put[], uris: readonly string[], atMs: number): number | null {
  let cameAtMs: number | null = null;
  for (const [index, { fromMs, version }] of puts.entries()) {
    if (fromMs > atMs) {
      break;
    }
    if (!sameList(version.uris, uris)) {
      cameAtMs = (puts[index]?.fromMs ?? 0) < atMs ? null : cameAtMs;
    } else {
      cameAtMs ??= fromMs;
    }
  }
  return cameAtMs;
}

/** A line for each time at which the app does not know what it saw then, or not exactly. */
export async function lostStates(
  history: LibraryHistory,
  { listId, seen }: { readonly listId: number; readonly seen: readonly SeenState[] },
  sightings: readonly Sighting[],
): Promise<string[]> {
  const complaints: string[] = [];
  const byId = new Map(seen.map((state) => [state.observation.id, state]));
  for (const { fromMs, untilMs, version } of sightings) {
    for (const atMs of fromMs === untilMs ? [fromMs] : [fromMs, untilMs]) {
      const moment: HistoryMoment = { kind: 'time', atMs };
      const { list, contents } = known(await history.state({ ...NOTHING, listId, moment }));
      const { description } = version;
      const { name } = version.playlist;
      if (!isExactly(byId.get(contents.observation.id), version)) {
        complaints.push(`The contents at ${iso(atMs)} are not as seen then.`);
      }
      if (list.name !== name || list.description !== description || !list.isListed) {
        complaints.push(`It was called otherwise at ${iso(atMs)}.`);
      }
    }
  }
  return complaints;
}

function isExactly(state: SeenState | undefined, { playlist: { tracks }, uris }: Version): boolean {
  return (
    state !== undefined &&
    sameList(state.uris, uris) &&
    state.items.every(({ kind, name, artists, album }, index) => {
      const track = tracks[index];
      return (
        kind === 'track' &&
        name === track?.name &&
        album === track.album.name &&
        sameList(
          artists,
          track.artists.map((artist) => artist.name),
        )
      );
    })
  );
}

function known(state: ListState | null) {
  if (state === null || state.contents === null) {
    throw new Error('Nothing is known of a list at a time at which it was seen.');
  }
  return { list: state.list, contents: state.contents };
}

export function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((uri, index) => uri === other[index]);
}

export function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
