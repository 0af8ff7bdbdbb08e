import type { LibraryHistory } from '../../../../../electron/library/history/library-history.ts';
import type { DifferenceRow } from '../../../../../shared/history.ts';
import { iso, type SeenState, sameList } from './audit-states.ts';

/** Two states that are compared, by their places among all that were seen. */
export type ComparedPair = readonly [from: number, to: number];

/** A line for each pair of states of which the difference does not make the second of the first. */
export async function wrongDifferences(
  history: LibraryHistory,
  { listId, seen }: { readonly listId: number; readonly seen: readonly SeenState[] },
  pairs: readonly ComparedPair[],
): Promise<string[]> {
  const complaints: string[] = [];
  for (const [fromIndex, toIndex] of pairs) {
    const from = seen[fromIndex];
    const to = seen[toIndex];
    if (from === undefined || to === undefined) {
      throw new RangeError(`There are no states ${fromIndex} and ${toIndex}.`);
    }
    const difference = await history.difference({
      listId,
      from: { kind: 'observation', id: from.observation.id },
      to: { kind: 'observation', id: to.observation.id },
      kinds: null,
      offset: 0,
      count: 1_000_000,
    });
    if (difference === null || !sameList(apply(from.uris, difference.rows), to.uris)) {
      const times = [from, to].map(({ observation }) => iso(observation.observedBeforeMs));
      complaints.push(`The difference does not lead from ${times.join(' to ')}.`);
    }
  }
  return complaints;
}

/** Takes out what went and moved, then puts in what came and moved, each at its place. */
function apply(uris: readonly string[], rows: readonly DifferenceRow[]): string[] {
  const taken = new Set(
    rows.flatMap((row) =>
      row.kind === 'removed' || row.kind === 'moved' ? [row.before.position] : [],
    ),
  );
  const result = uris.filter((_, position) => !taken.has(position));
  const put = rows
    .flatMap((row) => (row.kind === 'added' || row.kind === 'moved' ? [row.after] : []))
    .sort((one, other) => one.position - other.position);
  for (const row of put) {
    result.splice(row.position, 0, row.kind === 'item' ? row.item.uri : '');
  }
  return result;
}
