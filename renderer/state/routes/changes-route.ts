import { type ChangeFilter, FILTERS } from '../change-filters.ts';
import { idIn } from './address.ts';

export interface ChangesRoute {
  readonly page: 'changes';
  readonly filter: ChangeFilter;
  /** Of one list alone. */
  readonly listId?: number;
  readonly unreadOnly?: true;
}

export function readChangesRoute(detail: string, query: URLSearchParams): ChangesRoute {
  const listId = idIn(query, 'list');
  return {
    page: 'changes',
    filter: FILTERS.find((filter) => filter === detail) ?? 'all',
    ...(listId === null ? {} : { listId }),
    ...(query.has('new') ? { unreadOnly: true } : {}),
  };
}

export function changesAddress({ filter, listId, unreadOnly }: ChangesRoute): string {
  const query = [
    ...(listId === undefined ? [] : [`list=${listId}`]),
    ...(unreadOnly === true ? ['new'] : []),
  ].join('&');
  const path = filter === 'all' ? '#/changes' : `#/changes/${filter}`;
  return query === '' ? path : `${path}?${query}`;
}
