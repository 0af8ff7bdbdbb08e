import type { CollectionKind } from '../../../shared/change.ts';
import { historyOf } from '../../../shared/texts/list-texts.ts';
import { hashOfRoute } from '../../state/route.ts';
import { listRoute } from '../../state/routes/comparison-route.ts';
import { useLive, useWindowState } from '../../state/window-state-context.ts';

/** Leads from a collection to what it was at other times; nothing before its first look. */
export function HistoryLink({ collection }: { readonly collection: CollectionKind }) {
  const { library } = useWindowState();
  const status = useLive(library);
  const listId =
    status.kind === 'ready'
      ? (status.value.collections.find(({ kind }) => kind === collection)?.listId ?? null)
      : null;
  if (listId === null) return null;
  return (
    <a className="text-link" href={hashOfRoute(listRoute(listId))} draggable={false}>
      {historyOf(collection)}
    </a>
  );
}
