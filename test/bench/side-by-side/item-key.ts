/**
 * One row of a list as text, so that what two clients got can be compared with what there was.
 *
 * @param list for example `saved-tracks`, or the id of a playlist
 * @param uri null where the catalogue no longer has the item
 */
export function itemKey(list: string, uri: string | null): string {
  return `${list} ${uri ?? 'null'}`;
}

/** How many of the rows that there are a client did not get; a row that stands twice counts twice. */
export function countMissing(truth: readonly string[], got: readonly string[]): number {
  const left = new Map<string, number>();
  for (const key of got) {
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  let missing = 0;
  for (const key of truth) {
    const count = left.get(key) ?? 0;
    if (count === 0) {
      missing += 1;
    } else {
      left.set(key, count - 1);
    }
  }
  return missing;
}
