import { heaviestIncreasing } from './heaviest-increasing.ts';
import { compareKeys, type DifferingPair } from './pair-differing.ts';

/** The order keys of all pairs, in order and once each: the borders between the runs. */
export function borderKeys(pairs: readonly DifferingPair[]): string[] {
  const keys = pairs.flatMap(({ before, after }) => [before.orderKey, after.orderKey]);
  return [...new Set(keys)].sort(compareKeys);
}

/** What became of the pairs, and of the rows between them that both states have. */
export interface Settled {
  readonly moved: readonly DifferingPair[];
  readonly restated: readonly DifferingPair[];
  /** Of runs that moved, by the border before each. All rows of it moved. */
  readonly movedRuns: readonly number[];
}

/**
 * Says which rows moved, as few as explain the new order, and which pairs stayed but say something
 * else now. Order keys place a pair among the rows that both states have: these form runs between
 * the keys of the pairs, and a run moves as a whole or not at all. So only its length counts, and
 * none that is longer than there are pairs ever moves.
 *
 * @param borders - from `borderKeys`
 * @param runLengths - for each border but the last, how many rows both states have between it and
 *   the next one; counting may stop at one more than there are pairs
 */
export function settlePairs(
  pairs: readonly DifferingPair[],
  borders: readonly string[],
  runLengths: readonly number[],
): Settled {
  const rankOf = new Map(borders.map((key, index) => [key, index * 2]));
  const rank = ({ orderKey }: { readonly orderKey: string }) => rankOf.get(orderKey) ?? 0;
  const runs = runLengths.flatMap((length, border) => {
    const between = border * 2 + 1;
    // As heavy as its rows, and a little more: where either could move, the run stays.
    const weight = length + 1 / (runLengths.length + 1);
    return length === 0 ? [] : [{ pair: null, border, value: between, place: between, weight }];
  });
  const sequence = [
    ...runs,
    ...pairs.map((pair) => {
      const { before, after } = pair;
      return { pair, border: null, value: rank(before), place: rank(after), weight: 1 };
    }),
  ].sort((one, other) => one.place - other.place);
  const staying = new Set(heaviestIncreasing(sequence).map((position) => sequence[position]));
  const stayingPairs = new Set([...staying].map((one) => one?.pair ?? null));
  return {
    moved: pairs.filter((pair) => !stayingPairs.has(pair)),
    restated: pairs.filter((pair) => stayingPairs.has(pair) && isRestated(pair)),
    movedRuns: runs.filter((run) => !staying.has(run)).map(({ border }) => border),
  };
}

function isRestated({ before, after }: DifferingPair): boolean {
  return (
    before.addedAtMs !== after.addedAtMs ||
    before.addedBy !== after.addedBy ||
    before.itemId !== after.itemId
  );
}
