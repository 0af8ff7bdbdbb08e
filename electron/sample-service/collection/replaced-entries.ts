import type { ItemRef } from '../catalogue/item-ref.ts';
import type { Entry } from './playlist-state.ts';

/**
 * The entries of a playlist whose contents are replaced: what stood in it before, as often as it did,
 * is the same entry as then.
 */
export function replacedEntries(
  before: readonly Entry[],
  refs: readonly ItemRef[],
  added: Omit<Entry, 'ref'>,
): Entry[] {
  const known = new Map<ItemRef, Entry[]>();
  for (const entry of before) {
    known.set(entry.ref, [...(known.get(entry.ref) ?? []), entry]);
  }
  return refs.map((ref) => known.get(ref)?.shift() ?? { ref, ...added });
}
