/** Sorted by the language's own sort; a millisecond or two even for texts. */
const RUN = 1_024;
/** Moved between two pauses. */
const MOVED_A_PIECE = 16_384;

/**
 * Sorts in pieces, so that nothing else is held up; equal elements keep their order.
 *
 * @param compare - as for `Array.prototype.sort`
 */
export async function stableSort(
  elements: Int32Array,
  compare: (left: number, right: number) => number,
  yieldToEventLoop: () => Promise<void>,
): Promise<Int32Array> {
  let from = elements.slice();
  for (let start = 0; start < from.length; start += RUN) {
    from.subarray(start, start + RUN).sort(compare);
    if ((start / RUN) % 4 === 3) {
      await yieldToEventLoop();
    }
  }
  let into = new Int32Array(from.length);
  let moved = 0;
  for (let width = RUN; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(start + 2 * width, from.length);
      let left = start;
      let right = middle;
      for (let to = start; to < end; to += 1) {
        const one = from[left] ?? 0;
        const other = from[right] ?? 0;
        const takesLeft = left < middle && (right >= end || compare(one, other) <= 0);
        into[to] = takesLeft ? one : other;
        if (takesLeft) {
          left += 1;
        } else {
          right += 1;
        }
        moved += 1;
        if (moved % MOVED_A_PIECE === 0) {
          await yieldToEventLoop();
        }
      }
    }
    [from, into] = [into, from];
  }
  return from;
}

/** 0, 1, 2 … as many as that. */
export function indexes(count: number): Int32Array {
  const all = new Int32Array(count);
  for (let index = 0; index < count; index += 1) {
    all[index] = index;
  }
  return all;
}

/**
 * The place of each element among the others, at its own index; equal ones share theirs, and what is
 * not among them has -1.
 */
export function ranksOf(
  sorted: Int32Array,
  size: number,
  isSame: (one: number, other: number) => boolean,
): Int32Array {
  const ranks = new Int32Array(size).fill(-1);
  let rank = 0;
  let before: number | null = null;
  for (let place = 0; place < sorted.length; place += 1) {
    const element = sorted[place] ?? 0;
    rank += before === null || isSame(before, element) ? 0 : 1;
    ranks[element] = rank;
    before = element;
  }
  return ranks;
}
