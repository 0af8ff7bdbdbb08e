import { type ChangeFilter, FILTERS } from '../change-filters.ts';
import { address, idIn } from './address.ts';

export interface ChangesRoute {
  readonly page: 'changes';
  readonly filter: ChangeFilter;
  /** Of one list alone. */
  readonly listId?: number;
  readonly unreadOnly?: true;
  /** The item whose story is open. */
  readonly item?: string | null;
}

export function readChangesRoute(detail: string, query: URLSearchParams): ChangesRoute {
  const listId = idIn(query, 'list');
  const item = query.get('item');
  return {
    page: 'changes',
    filter: FILTERS.find((filter) => filter === detail) ?? 'all',
    ...(listId === null ? {} : { listId }),
    ...(query.has('new') ? { unreadOnly: true } : {}),
    ...(item === null ? {} : { item }),
  };
}

export function changesAddress(route: ChangesRoute): string {
  const { filter, listId = null, unreadOnly = false, item = null } = route;
  const path = filter === 'all' ? 'changes' : `changes/${filter}`;
  return address(path, { list: listId, new: unreadOnly, item });
}
