import { compareStates } from '../../electron/library/compare.ts';
import type { OldEntry } from '../../electron/library/compared-entry.ts';
import { thinSizes } from '../../electron/library/history/thin-sizes.ts';
import type {
  DifferenceRow,
  HistoricList,
  HistoricRow,
  HistoryMoment,
  ListDifference,
  ListObservation,
} from '../../shared/history.ts';
import type { CratewatchApi } from '../../shared/ipc-derived.ts';
import { MOST_SIZE_POINTS } from '../../shared/list-sizes.ts';

/** A list and all its states, oldest first. */
export interface ListInMemory {
  /** As it was called at a time, or as the last thing that is known. */
  readonly list: (atMs: number) => HistoricList;
  readonly observations: readonly ListObservation[];
  /** The rows at one of the observations, by its index. */
  readonly rowsAt: (index: number) => readonly HistoricRow[];
  readonly sizeAt: (index: number) => number;
}

type History = Pick<CratewatchApi['history'], 'observations' | 'state' | 'difference' | 'sizes'>;

/** The history of lists that are held in memory. */
export function historyInMemory(lists: readonly ListInMemory[]): History {
  const byId = new Map(lists.map((each) => [each.list(0).id, each]));
  return {
    observations: async ({ listId, offset, count }) => {
      const all = byId.get(listId)?.observations ?? [];
      const newestFirst = all.toReversed().slice(offset, offset + count);
      return { ok: true, value: { total: all.length, rows: newestFirst } };
    },
    state: async ({ listId, moment, offset, count }) => {
      const found = byId.get(listId);
      if (found === undefined) return { ok: true, value: null };
      const index = indexOf(found.observations, moment);
      const observation = found.observations[index];
      const atMs = moment.kind === 'time' ? moment.atMs : (observation?.observedBeforeMs ?? 0);
      const list = found.list(atMs);
      if (observation === undefined) return { ok: true, value: { list, contents: null } };
      const all = found.rowsAt(index);
      const rows = all.slice(offset, offset + count);
      return { ok: true, value: { list, contents: { observation, total: all.length, rows } } };
    },
    difference: async ({ listId, from, to, kinds, offset, count }) => {
      const found = byId.get(listId);
      const [old, next] = [from, to].map((moment) =>
        found === undefined ? -1 : indexOf(found.observations, moment),
      );
      const before = found?.observations[old ?? -1];
      const after = found?.observations[next ?? -1];
      if (found === undefined || before === undefined || after === undefined) {
        return { ok: true, value: null };
      }
      const all = differenceOf(found.rowsAt(old ?? 0), found.rowsAt(next ?? 0));
      const counts: ListDifference['counts'] = { removed: 0, added: 0, moved: 0, restated: 0 };
      for (const { kind } of all) counts[kind] += 1;
      const asked = kinds === null ? all : all.filter(({ kind }) => kinds.includes(kind));
      const rows = asked.slice(offset, offset + count);
      const value = { from: before, to: after, counts, total: asked.length, rows };
      return { ok: true, value };
    },
    sizes: async ({ listId }) => {
      const found = byId.get(listId);
      if (found === undefined) return { ok: true, value: null };
      const points = found.observations.map(
        ({ id, observedBeforeMs, unchangedUntilMs }, index) => ({
          observationId: id,
          atMs: observedBeforeMs,
          untilMs: unchangedUntilMs,
          rows: found.sizeAt(index),
        }),
      );
      return { ok: true, value: { points: thinSizes(points, MOST_SIZE_POINTS) } };
    },
  };
}

/** As the main process finds it: the last at or before a time, or exactly that observation. */
function indexOf(observations: readonly ListObservation[], moment: HistoryMoment): number {
  return moment.kind === 'observation'
    ? observations.findIndex(({ id }) => id === moment.id)
    : observations.findLastIndex(({ observedBeforeMs }) => observedBeforeMs <= moment.atMs);
}

function differenceOf(
  old: readonly HistoricRow[],
  next: readonly HistoricRow[],
): readonly DifferenceRow[] {
  const ids = new Map<string, number>();
  const entryOf = (row: HistoricRow): OldEntry => ({
    itemId: idOf(row, ids),
    addedAtMs: row.addedAtMs,
    addedBy: row.addedBy,
    isMissing: false,
  });
  const { oldOf, removed, added, moved, restated } = compareStates(
    old.map(entryOf),
    next.map(entryOf),
  );
  const pair = (index: number) => ({ before: old[oldOf[index] ?? -1], after: next[index] });
  const pairs = (kind: 'moved' | 'restated', indexes: readonly number[]) =>
    indexes.flatMap((index): DifferenceRow[] => {
      const { before, after } = pair(index);
      return before === undefined || after === undefined ? [] : [{ kind, before, after }];
    });
  return [
    ...removed.flatMap((index): DifferenceRow[] => {
      const before = old[index];
      return before === undefined ? [] : [{ kind: 'removed', before }];
    }),
    ...added.flatMap((index): DifferenceRow[] => {
      const after = next[index];
      return after === undefined ? [] : [{ kind: 'added', after }];
    }),
    ...pairs('moved', moved),
    ...pairs('restated', restated),
  ];
}

function idOf(row: HistoricRow, ids: Map<string, number>): number | null {
  if (row.kind === 'gap') return null;
  const uri = row.kind === 'item' ? row.item.uri : row.uri;
  const id = ids.get(uri) ?? ids.size + 1;
  ids.set(uri, id);
  return id;
}
