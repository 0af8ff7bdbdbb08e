import { type ChangesRoute, changesAddress, readChangesRoute } from './routes/changes-route.ts';
import { type LibraryRoute, libraryAddress, readLibraryRoute } from './routes/library-route.ts';
import { type ListRoute, listAddress, readListRoute } from './routes/list-route.ts';
import {
  type PlaylistsRoute,
  playlistsAddress,
  readPlaylistsRoute,
} from './routes/playlists-route.ts';

/** Sections to which an address can lead, in the order of their page. */
export const SECTIONS = {
  connection: ['requests'],
  settings: [
    'window',
    'requests',
    'history',
    'notifications',
    'computer',
    'updates',
    'sign-in',
    'internet',
    'browser',
    'staying',
    'about',
    'reset',
  ],
} as const;
type ConnectionSection = (typeof SECTIONS)['connection'][number];
export type SettingsSection = (typeof SECTIONS)['settings'][number];
export type SectionName = ConnectionSection | SettingsSection;

export type Route =
  | { readonly page: 'overview' }
  | ChangesRoute
  | LibraryRoute
  | PlaylistsRoute
  | ListRoute
  | { readonly page: 'connection'; readonly section?: ConnectionSection }
  | { readonly page: 'settings'; readonly section?: SettingsSection }
  | { readonly page: 'sign-in' };

/** The page that an address such as `#/changes/removed` names; Overview for anything else. */
export function routeOfHash(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page, detail = ''] = path.split('/');
  const query = new URLSearchParams(search);
  switch (page) {
    case 'changes':
      return readChangesRoute(detail, query);
    case 'library':
      return readLibraryRoute(detail, query);
    case 'playlists':
      return readPlaylistsRoute(detail, query);
    case 'list':
      return readListRoute(detail, query) ?? { page: 'overview' };
    case 'connection': {
      const section = SECTIONS.connection.find((name) => name === detail);
      return section === undefined ? { page } : { page, section };
    }
    case 'settings': {
      const section = SECTIONS.settings.find((name) => name === detail);
      return section === undefined ? { page } : { page, section };
    }
    case 'sign-in':
      return { page };
    default:
      return { page: 'overview' };
  }
}

/** The address of a page. */
export function hashOfRoute(route: Route): string {
  switch (route.page) {
    case 'changes':
      return changesAddress(route);
    case 'library':
      return libraryAddress(route);
    case 'playlists':
      return playlistsAddress(route);
    case 'list':
      return listAddress(route);
    case 'connection':
    case 'settings':
      return route.section === undefined ? `#/${route.page}` : `#/${route.page}/${route.section}`;
    case 'overview':
    case 'sign-in':
      return `#/${route.page}`;
  }
}
