/**
 * The order in which the rows of a list are kept that has none: known rows as they stood, new ones
 * behind the row that Spotify showed before them. So an answer in another order is no change, and
 * where Spotify keeps its order, so do we.
 *
 * @param oldOf for each row as Spotify shows it, the row of the old state whose place it keeps, or -1
 * @returns the positions in Spotify's answer, in the order in which they are kept
 */
export function arrangeUnordered(oldOf: Int32Array): readonly number[] {
  const atHead: number[] = [];
  const byOld = new Map<number, number[]>();
  let behind = atHead;
  for (const [index, oldIndex] of oldOf.entries()) {
    if (oldIndex < 0) {
      behind.push(index);
    } else {
      behind = [index];
      byOld.set(oldIndex, behind);
    }
  }
  const known = [...byOld].sort(([one], [other]) => one - other);
  return [...atHead, ...known.flatMap(([, indexes]) => indexes)];
}
