import type { ListRoute } from './list-route.ts';

/**
 * The page that shows what differs in a list between two times.
 *
 * @param afterMs a look before the change, and a look after it, in milliseconds since 1970
 */
export function comparisonRoute(
  listId: number,
  afterMs: number,
  beforeMs: number,
): Extract<ListRoute, { view: 'compare' }> {
  return {
    page: 'list',
    listId,
    item: null,
    view: 'compare',
    from: { kind: 'time', atMs: afterMs },
    to: { kind: 'time', atMs: beforeMs },
  };
}

/** The page of a list as it is now. */
export function listRoute(listId: number): Extract<ListRoute, { view: 'state' }> {
  return { page: 'list', listId, item: null, view: 'state', at: null };
}
