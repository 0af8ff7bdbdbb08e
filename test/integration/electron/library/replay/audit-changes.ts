import type { Change } from '../../../../../shared/change.ts';
import { iso, type SeenState } from './audit-states.ts';
import { longestCommon } from './longest-common.ts';

/** What the app tells of a list. */
export interface ToldOfList {
  readonly listId: number;
  /** From the feed, of this list alone; oldest first. */
  readonly changes: readonly Change[];
  /** Oldest first. */
  readonly seen: readonly SeenState[];
}

/**
 * A line for each step between two states that the changes in the feed do not explain exactly, and
 * for each change that belongs to no step.
 */
export function unexplainedSteps({ changes, seen }: ToldOfList): string[] {
  const complaints: string[] = [];
  let left = changes.filter(({ kind }) => kind.startsWith('item'));
  for (const [index, after] of seen.entries()) {
    const before = seen[index - 1];
    const { observedBeforeMs } = after.observation;
    const told = left.filter((change) => change.observedBeforeMs === observedBeforeMs);
    left = left.filter((change) => change.observedBeforeMs !== observedBeforeMs);
    if (before === undefined) {
      complaints.push(...told.map(({ kind }) => `The first state is told as ${kind}.`));
      continue;
    }
    const when = iso(observedBeforeMs);
    const lines = [
      ...wrongItems(before.uris, after.uris, told),
      ...wrongMoves(before.uris, after.uris, told),
      ...(told.every(({ observedAfterMs: ms }) => ms === after.observation.observedAfterMs)
        ? []
        : ['The feed names another last look before it than the history']),
    ];
    complaints.push(...lines.map((line) => `${line} at ${when}.`));
  }
  const stray = left.map(({ kind, observedBeforeMs: ms }) => `${kind} ${iso(ms)}`);
  return [...complaints, ...stray.map((text) => `Told of no step: ${text}`)];
}

function wrongItems(
  before: readonly string[],
  after: readonly string[],
  told: readonly Change[],
): string[] {
  const counts = new Map<string, number>();
  const count = (uri: string, by: number) => counts.set(uri, (counts.get(uri) ?? 0) + by);
  for (const uri of before) {
    count(uri, 1);
  }
  for (const uri of after) {
    count(uri, -1);
  }
  const gone = new Map<string, number>();
  for (const change of told) {
    if (change.kind === 'item-added' || change.kind === 'item-removed') {
      count(change.item.uri, change.kind === 'item-added' ? 1 : -1);
      const touched = gone.get(change.item.uri) ?? 0;
      gone.set(change.item.uri, touched | (change.kind === 'item-added' ? 1 : 2));
    }
  }
  return [
    ...[...counts].flatMap(([uri, by]) => (by === 0 ? [] : [`${uri} is off by ${by}`])),
    ...[...gone].flatMap(([uri, ways]) => (ways === 3 ? [`${uri} is told to have done both`] : [])),
  ];
}

function wrongMoves(
  before: readonly string[],
  after: readonly string[],
  told: readonly Change[],
): string[] {
  const moves = told.flatMap((change) => (change.kind === 'items-moved' ? [change.count] : []));
  const moved = moves.reduce((sum, count) => sum + count, 0);
  const added = told.filter(({ kind }) => kind === 'item-added').length;
  const kept = after.length - added;
  const fewest = kept - longestCommon(before, after);
  // Where an item stands twice, which of the two is which is told by when it was added.
  const isClear = new Set(before).size === before.length && new Set(after).size === after.length;
  const most = isClear ? fewest : kept;
  return [
    ...(moves.length > 1 ? ['More than one line tells of moves'] : []),
    ...(moved < fewest || moved > most ? [`${moved} are told to have moved, not ${fewest}`] : []),
  ];
}
