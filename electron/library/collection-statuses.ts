import { collectionKindSchema } from '../../shared/change.ts';
import type { CollectionStatus } from '../../shared/library-status.ts';
import type { Lists, StoredList } from '../storage/lists.ts';

/** How each collection of an account is watched. */
export function collectionStatuses(
  lists: Pick<Lists, 'findOnly'>,
  accountId: number,
): CollectionStatus[] {
  return collectionKindSchema.options.map((kind) => {
    const list = lists.findOnly(accountId, kind);
    return {
      kind,
      listId: list?.id ?? null,
      state: stateOf(list),
      items: list?.rowCount ?? 0,
    };
  });
}

function stateOf(list: StoredList | null): CollectionStatus['state'] {
  if (list?.contents === 'scope-missing' || list?.contents === 'not-offered') {
    return list.contents;
  }
  return list === null || list.revisionId === null ? 'not-read-yet' : 'watched';
}
