import type { CollectionKind } from '../../../shared/change.ts';
import type { RowsSort } from '../../../shared/library-rows.ts';
import { address, oneOf } from './address.ts';

/** `gone`: what stood in some list once and stands in none now. */
export type LibraryScope = 'everything' | CollectionKind | 'gone';

export const LIBRARY_SCOPES: readonly [LibraryScope, ...LibraryScope[]] = [
  'everything',
  // Beside it, so that a narrow window shows it too: who lost something looks for it first.
  'gone',
  'saved-tracks',
  'saved-albums',
  'followed-artists',
  'saved-shows',
  'saved-episodes',
  'saved-audiobooks',
];

const SORTS: readonly [RowsSort['by'], ...RowsSort['by'][]] = [
  'position',
  'added',
  'name',
  'artist',
  'album',
  'duration',
  'availability',
];

export interface LibraryRoute {
  readonly page: 'library';
  readonly scope: LibraryScope;
  /** What is searched for; '' for nothing. */
  readonly text: string;
  readonly sort: RowsSort;
  readonly onlyUnavailable: boolean;
  readonly onlyDuplicates: boolean;
  /** The item whose story is open. */
  readonly item: string | null;
}

export const LIBRARY: LibraryRoute = {
  page: 'library',
  scope: 'everything',
  text: '',
  sort: { by: 'position', direction: 'ascending' },
  onlyUnavailable: false,
  onlyDuplicates: false,
  item: null,
};

export function readLibraryRoute(detail: string, query: URLSearchParams): LibraryRoute {
  return {
    page: 'library',
    scope: oneOf(LIBRARY_SCOPES, detail),
    text: query.get('q') ?? '',
    sort: {
      by: oneOf(SORTS, query.get('sort')),
      direction: query.has('down') ? 'descending' : 'ascending',
    },
    onlyUnavailable: query.has('unavailable'),
    onlyDuplicates: query.has('duplicates'),
    item: query.get('item'),
  };
}

export function libraryAddress(route: LibraryRoute): string {
  const { scope, sort } = route;
  return address(scope === 'everything' ? 'library' : `library/${scope}`, {
    q: route.text,
    sort: sort.by === 'position' ? null : sort.by,
    down: sort.direction === 'descending',
    unavailable: route.onlyUnavailable,
    duplicates: route.onlyDuplicates,
    item: route.item,
  });
}
