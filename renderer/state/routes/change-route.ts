import type { Change } from '../../../shared/change.ts';
import { comparisonRoute, listRoute } from './comparison-route.ts';
import type { ListRoute } from './list-route.ts';

/** Where more is told of what changed: an item's story, or else its list through time. */
export type ChangeTarget =
  | { readonly kind: 'story'; readonly uri: string }
  | { readonly kind: 'list'; readonly route: ListRoute };

export function changeTarget(change: Change): ChangeTarget {
  const { list, observedAfterMs, observedBeforeMs } = change;
  if ('item' in change) return { kind: 'story', uri: change.item.uri };
  return change.kind === 'items-moved'
    ? { kind: 'list', route: comparisonRoute(list.id, observedAfterMs, observedBeforeMs) }
    : { kind: 'list', route: listRoute(list.id) };
}
