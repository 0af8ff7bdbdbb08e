import { type ChangeFilter, FILTERS } from './change-filters.ts';

export type Route =
  | { readonly page: 'overview' }
  | { readonly page: 'changes'; readonly filter: ChangeFilter }
  | { readonly page: 'connection' }
  | { readonly page: 'settings' }
  | { readonly page: 'sign-in' };

/** The page that an address such as `#/changes/removed` names; Overview for anything else. */
export function routeOfHash(hash: string): Route {
  const [page, detail] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'changes') {
    return { page, filter: FILTERS.find((filter) => filter === detail) ?? 'all' };
  }
  if (page === 'connection' || page === 'settings' || page === 'sign-in') return { page };
  return { page: 'overview' };
}

/** The address of a page. */
export function hashOfRoute(route: Route): string {
  if (route.page === 'changes' && route.filter !== 'all') return `#/changes/${route.filter}`;
  return `#/${route.page}`;
}
