/** The length of the longest sequence that stands in both in the same order. */
export function longestCommon(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) {
    head += 1;
  }
  let tail = 0;
  while (tail < most - head && one.at(-1 - tail) === other.at(-1 - tail)) {
    tail += 1;
  }
  return (
    head +
    tail +
    longestCommonBetween(one.slice(head, one.length - tail), other.slice(head, other.length - tail))
  );
}

function longestCommonBetween(one: readonly string[], other: readonly string[]): number {
  let before = new Uint32Array(other.length + 1);
  let row = new Uint32Array(other.length + 1);
  for (const left of one) {
    for (const [index, right] of other.entries()) {
      row[index + 1] =
        left === right
          ? (before[index] ?? 0) + 1
          : Math.max(before[index + 1] ?? 0, row[index] ?? 0);
    }
    [before, row] = [row, before];
  }
  return before.at(-1) ?? 0;
}
