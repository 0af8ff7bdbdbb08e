import type { CollectionStatus } from '../../../shared/library-status.ts';
import { COLLECTION_NAMES } from '../../../shared/texts/collection-names.ts';

/**
 * The collections beside the saved tracks that have something in them, by name: who saves no
 * audiobooks need not read so every time. One that cannot be read shows what is known of it.
 */
export function countedCollections(
  collections: readonly CollectionStatus[],
): readonly (readonly [name: string, items: number])[] {
  return collections
    .filter(({ kind, items }) => kind !== 'saved-tracks' && items > 0)
    .map(({ kind, items }) => [COLLECTION_NAMES[kind], items]);
}
