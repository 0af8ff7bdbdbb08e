import { type ChangeFilter, FILTERS } from './change-filters.ts';

/** Sections to which an address can lead. */
const SECTIONS = {
  connection: ['requests'],
  settings: ['requests', 'history', 'internet'],
} as const;
type ConnectionSection = (typeof SECTIONS)['connection'][number];
type SettingsSection = (typeof SECTIONS)['settings'][number];
export type SectionName = ConnectionSection | SettingsSection;

export type Route =
  | { readonly page: 'overview' }
  | {
      readonly page: 'changes';
      readonly filter: ChangeFilter;
      /** Of one list alone. */
      readonly listId?: number;
      readonly unreadOnly?: true;
    }
  | { readonly page: 'connection'; readonly section?: ConnectionSection }
  | { readonly page: 'settings'; readonly section?: SettingsSection }
  | { readonly page: 'sign-in' };

/** The page that an address such as `#/changes/removed` names; Overview for anything else. */
export function routeOfHash(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page, detail] = path.split('/');
  if (page === 'changes') {
    const query = new URLSearchParams(search);
    const listId = /^[1-9]\d{0,9}$/.exec(query.get('list') ?? '')?.[0];
    return {
      page,
      filter: FILTERS.find((filter) => filter === detail) ?? 'all',
      ...(listId === undefined ? {} : { listId: Number(listId) }),
      ...(query.has('new') ? { unreadOnly: true } : {}),
    };
  }
  if (page === 'connection') {
    const section = SECTIONS.connection.find((name) => name === detail);
    return section === undefined ? { page } : { page, section };
  }
  if (page === 'settings') {
    const section = SECTIONS.settings.find((name) => name === detail);
    return section === undefined ? { page } : { page, section };
  }
  if (page === 'sign-in') return { page };
  return { page: 'overview' };
}

/** The address of a page. */
export function hashOfRoute(route: Route): string {
  if (route.page === 'changes') {
    const query = [
      ...(route.listId === undefined ? [] : [`list=${route.listId}`]),
      ...(route.unreadOnly === true ? ['new'] : []),
    ].join('&');
    const path = route.filter === 'all' ? '#/changes' : `#/changes/${route.filter}`;
    return query === '' ? path : `${path}?${query}`;
  }
  if ('section' in route && route.section !== undefined) return `#/${route.page}/${route.section}`;
  return `#/${route.page}`;
}
