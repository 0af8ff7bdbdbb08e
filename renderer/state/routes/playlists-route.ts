import type { PlaylistsQuery } from '../../../shared/library-rows.ts';
import { address, oneOf } from './address.ts';

type Sort = PlaylistsQuery['sort'];
type State = PlaylistsQuery['filter']['state'];

const SORTS: readonly [Sort['by'], ...Sort['by'][]] = [
  'position',
  'name',
  'owner',
  'items',
  'changed',
];
const STATES: readonly [State, ...State[]] = ['any', 'listed', 'gone'];

export interface PlaylistsRoute {
  readonly page: 'playlists';
  /** What is searched for; '' for nothing. */
  readonly text: string;
  readonly sort: Sort;
  readonly state: State;
}

export const PLAYLISTS: PlaylistsRoute = {
  page: 'playlists',
  text: '',
  sort: { by: 'position', direction: 'ascending' },
  state: 'any',
};

export function readPlaylistsRoute(detail: string, query: URLSearchParams): PlaylistsRoute {
  return {
    page: 'playlists',
    text: query.get('q') ?? '',
    sort: {
      by: oneOf(SORTS, query.get('sort')),
      direction: query.has('down') ? 'descending' : 'ascending',
    },
    state: oneOf(STATES, detail),
  };
}

export function playlistsAddress({ text, sort, state }: PlaylistsRoute): string {
  return address(state === 'any' ? 'playlists' : `playlists/${state}`, {
    q: text,
    sort: sort.by === 'position' ? null : sort.by,
    down: sort.direction === 'descending',
  });
}
