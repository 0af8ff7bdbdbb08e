import { generateNKeysBetween } from 'fractional-indexing';
import type { Comparison } from './compare.ts';

/**
 * The order key of every row of the new state. Rows that stayed keep theirs, so that a move rewrites
 * only what moved; the others get keys between their neighbours.
 */
export function assignOrderKeys(
  comparison: Comparison,
  oldKeys: readonly string[],
): readonly string[] {
  const keys: (string | null)[] = Array.from(comparison.oldOf, (oldIndex) =>
    oldIndex < 0 ? null : (oldKeys[oldIndex] ?? null),
  );
  for (const index of comparison.moved) {
    keys[index] = null;
  }
  const result: string[] = [];
  for (let index = 0; index < keys.length; ) {
    const kept = keys[index];
    if (kept != null) {
      result.push(kept);
      index += 1;
      continue;
    }
    let end = index;
    while (end < keys.length && keys[end] == null) {
      end += 1;
    }
    const made = generateNKeysBetween(result.at(-1) ?? null, keys[end] ?? null, end - index);
    for (const key of made) {
      result.push(key);
    }
    index = end;
  }
  return result;
}
