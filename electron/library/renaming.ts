import type { ItemMetadata } from '../storage/items.ts';

type Naming = Pick<ItemMetadata, 'kind' | 'name' | 'artists' | 'album'>;

/**
 * Whether an item is called otherwise than before. What was not known before, or is not shown now,
 * says nothing; nor does an item that turns out to be of another kind.
 */
export function isRenamed(before: Naming, after: Naming): boolean {
  if (before.kind !== after.kind) {
    return false;
  }
  return (
    differs(before.name, after.name) ||
    differs(before.album ?? '', after.album ?? '') ||
    differs(before.artists.join('\n'), after.artists.join('\n'))
  );
}

function differs(before: string, after: string): boolean {
  return before !== '' && after !== '' && before !== after;
}
