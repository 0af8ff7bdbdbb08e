import type { LibraryHistory } from '../../../../../electron/library/history/library-history.ts';
import type { HistoryMoment, ListObservation } from '../../../../../shared/history.ts';
import type { Put, Sighting } from './replay.ts';

const EVERYTHING = { offset: 0, count: 1_000_000 };

/** One state of a list that the app says it saw. */
export interface SeenState {
  readonly observation: ListObservation;
  readonly name: string;
  readonly description: string;
  readonly uris: readonly string[];
}

/** Everything that the app says it ever saw in a list, oldest first. */
export async function readSeenStates(history: LibraryHistory, listId: number): Promise<SeenState[]> {
  const { rows } = await history.observations({ ...EVERYTHING, listId });
  const states: SeenState[] = [];
  for (const { id } of rows.toReversed()) {
    states.push(await readState(history, listId, { kind: 'observation', id }));
  }
  return states;
}

async function readState(
  history: LibraryHistory,
  listId: number,
  moment: HistoryMoment,
): Promise<SeenState> {
  const state = await history.state({ ...EVERYTHING, listId, moment });
  if (state === null || state.contents === null) {
    throw new Error(`Nothing is known of list ${listId} at ${JSON.stringify(moment)}.`);
  }
  const { list, contents } = state;
  const uris = contents.rows.map((row) => {
    if (row.position < 0 || row.kind !== 'item') {
      throw new Error(`A row of list ${listId} is no item.`);
    }
    return row.item.uri;
  });
  const { name, description } = list;
  return { observation: contents.observation, name, description, uris };
}

/** A line for each state that was never there when the app says that it was. */
export function inventedStates(seen: readonly SeenState[], puts: readonly Put[]): string[] {
  return seen.flatMap(({ observation, uris }) => {
    const { observedBeforeMs, unchangedUntilMs } = observation;
    return [observedBeforeMs, unchangedUntilMs].flatMap((atMs) =>
      inForce(puts, atMs).some((put) => sameList(put.version.uris, uris))
        ? []
        : [`What is said to have been there at ${new Date(atMs).toISOString()} was not.`],
    );
  });
}

/** A line for each time at which the app does not know what it saw then, or not exactly. */
export async function lostStates(
  history: LibraryHistory,
  listId: number,
  sightings: readonly Sighting[],
): Promise<string[]> {
  const complaints: string[] = [];
  for (const { fromMs, untilMs, version } of sightings) {
    for (const moment of fromMs === untilMs ? [fromMs] : [fromMs, untilMs]) {
      const state = await readState(history, listId, { kind: 'time', atMs: moment });
      const { name, description } = version.playlist;
      if (!sameList(state.uris, version.uris)) {
        complaints.push(`The contents at ${new Date(moment).toISOString()} are not as seen then.`);
      }
      if (state.name !== name || state.description !== description) {
        complaints.push(`It was called otherwise at ${new Date(moment).toISOString()}.`);
      }
    }
  }
  return complaints;
}

/** What was there at a time; more than one where it changed at that very millisecond. */
function inForce(puts: readonly Put[], atMs: number): Put[] {
  return puts.filter(
    ({ fromMs }, index) => fromMs <= atMs && (puts[index + 1]?.fromMs ?? atMs) >= atMs,
  );
}

export function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((uri, index) => uri === other[index]);
}
