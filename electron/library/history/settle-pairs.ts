import { heaviestIncreasing } from './heaviest-increasing.ts';
import { compareKeys, type DifferingPair } from './pair-differing.ts';

/** The order keys of all pairs, in order and once each: the borders between the runs. */
export function borderKeys(pairs: readonly DifferingPair[]): string[] {
  const keys = pairs.flatMap(({ before, after }) => [before.orderKey, after.orderKey]);
  return [...new Set(keys)].sort(compareKeys);
}

/**
 * Says which pairs moved, as few as explain the new order, and which stayed but say something else
 * now. Order keys place a pair among the rows that both states have: these form runs between the
 * keys of the pairs, and a run moves as a whole or not at all. So only its length counts, and none
 * that is longer than there are pairs ever moves.
 *
 * @param borders - from `borderKeys`
 * @param runLengths - for each border but the last, how many rows both states have between it and
 *   the next one; counting may stop at one more than there are pairs
 */
export function settlePairs(
  pairs: readonly DifferingPair[],
  borders: readonly string[],
  runLengths: readonly number[],
): { readonly moved: readonly DifferingPair[]; readonly restated: readonly DifferingPair[] } {
  const rankOf = new Map(borders.map((key, index) => [key, index * 2]));
  const rank = ({ orderKey }: { readonly orderKey: string }) => rankOf.get(orderKey) ?? 0;
  const runs = runLengths.map((weight, index) => {
    const between = index * 2 + 1;
    return { pair: null, value: between, place: between, weight };
  });
  const sequence = [
    ...runs.filter(({ weight }) => weight > 0),
    ...pairs.map((pair) => {
      const { before, after } = pair;
      return { pair, value: rank(before), place: rank(after), weight: 1 };
    }),
  ].sort((one, other) => one.place - other.place);
  const staying = new Set(
    heaviestIncreasing(sequence).map((position) => sequence[position]?.pair ?? null),
  );
  return {
    moved: pairs.filter((pair) => !staying.has(pair)),
    restated: pairs.filter((pair) => staying.has(pair) && isRestated(pair)),
  };
}

function isRestated({ before, after }: DifferingPair): boolean {
  return (
    before.addedAtMs !== after.addedAtMs ||
    before.addedBy !== after.addedBy ||
    before.itemId !== after.itemId
  );
}
