import type { Change } from '../../../shared/change.ts';
import { listRoute } from './comparison-route.ts';
import type { ListRoute } from './list-route.ts';

/** Where more is told of what changed: an item's story, or else its list through time. */
export type ChangeTarget =
  | { readonly kind: 'story'; readonly uri: string }
  | { readonly kind: 'list'; readonly route: ListRoute };

export function changeTarget(change: Change): ChangeTarget {
  return 'item' in change
    ? { kind: 'story', uri: change.item.uri }
    : { kind: 'list', route: listRoute(change.list.id) };
}
