export interface WeightedValue {
  /** A whole number from 0 on; no two are equal. */
  readonly value: number;
  /** Above 0. */
  readonly weight: number;
}

/**
 * Positions of a strictly increasing subsequence whose weights have the largest sum, in O(n log n).
 * With equal weights it is a longest increasing subsequence.
 */
export function heaviestIncreasing(sequence: readonly WeightedValue[]): number[] {
  const size = sequence.reduce((most, { value }) => Math.max(most, value + 1), 0);
  const best = new HeaviestUpTo(size);
  const previous = new Int32Array(sequence.length);
  const sums = new Float64Array(sequence.length);
  let last = -1;
  for (const [position, { value, weight }] of sequence.entries()) {
    const before = best.under(value, sums);
    previous[position] = before;
    sums[position] = weight + (sums[before] ?? 0);
    best.put(value, position, sums);
    if (last < 0 || (sums[position] ?? 0) > (sums[last] ?? 0)) {
      last = position;
    }
  }
  const result: number[] = [];
  for (let position = last; position >= 0; position = previous[position] ?? -1) {
    result.push(position);
  }
  return result.reverse();
}

/** For each value the position with the heaviest sum at or below it: a Fenwick tree of maxima. */
class HeaviestUpTo {
  readonly #tree: Int32Array;

  constructor(size: number) {
    this.#tree = new Int32Array(size + 1).fill(-1);
  }

  under(value: number, sums: Float64Array): number {
    let best = -1;
    for (let node = value; node > 0; node -= node & -node) {
      best = heavier(best, this.#tree[node] ?? -1, sums);
    }
    return best;
  }

  put(value: number, position: number, sums: Float64Array): void {
    for (let node = value + 1; node < this.#tree.length; node += node & -node) {
      this.#tree[node] = heavier(this.#tree[node] ?? -1, position, sums);
    }
  }
}

function heavier(one: number, other: number, sums: Float64Array): number {
  if (one < 0 || other < 0) {
    return Math.max(one, other);
  }
  return (sums[other] ?? 0) > (sums[one] ?? 0) ? other : one;
}
