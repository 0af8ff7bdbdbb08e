import type { RowsFilter, RowsScope, RowsSort } from '../../../shared/library-rows.ts';
import type { LibraryRoute, LibraryScope } from '../../state/routes/library-route.ts';

export type ColumnId =
  | 'item'
  | 'album'
  | 'added'
  | 'length'
  | 'lists'
  | 'state'
  | 'from'
  | 'gone'
  | 'link';

interface ScopeLook {
  /** What is worth telling of its rows. */
  readonly columns: readonly ColumnId[];
  /** The order that its rows have when no other was asked for. */
  readonly own: RowsSort;
  /** Whether Spotify tells of such items that they cannot be played. */
  readonly canBeUnavailable: boolean;
  /** Whether an item can stand twice in one of its lists. */
  readonly canRepeat: boolean;
}

const IN_ORDER: RowsSort = { by: 'position', direction: 'ascending' };

export const SCOPE_LOOKS: Readonly<Record<LibraryScope, ScopeLook>> = {
  everything: {
    columns: ['item', 'album', 'added', 'length', 'lists', 'state', 'link'],
    // Everything has no order of its own; what came last is looked for most.
    own: { by: 'added', direction: 'descending' },
    canBeUnavailable: true,
    canRepeat: true,
  },
  'saved-tracks': {
    columns: ['item', 'album', 'added', 'length', 'lists', 'state', 'link'],
    own: IN_ORDER,
    canBeUnavailable: true,
    canRepeat: false,
  },
  'saved-albums': {
    columns: ['item', 'added', 'state', 'link'],
    own: IN_ORDER,
    canBeUnavailable: true,
    canRepeat: false,
  },
  'followed-artists': plain(['item', 'link']),
  'saved-shows': plain(['item', 'added', 'link']),
  'saved-episodes': {
    columns: ['item', 'added', 'length', 'state', 'link'],
    own: IN_ORDER,
    canBeUnavailable: true,
    canRepeat: false,
  },
  'saved-audiobooks': plain(['item', 'link']),
  gone: plain(['item', 'album', 'from', 'gone', 'link']),
};

function plain(columns: readonly ColumnId[]): ScopeLook {
  return { columns, own: IN_ORDER, canBeUnavailable: false, canRepeat: false };
}

/** The rows that a part of the library stands for. */
export function rowsScopeOf(scope: LibraryScope): RowsScope {
  return scope === 'everything' || scope === 'gone'
    ? { kind: scope }
    : { kind: 'collection', collection: scope };
}

/** The order in which the rows are shown. */
export function shownSort({ scope, sort }: Pick<LibraryRoute, 'scope' | 'sort'>): RowsSort {
  const { own } = SCOPE_LOOKS[scope];
  return sort.by === 'position' && own.by !== 'position' ? own : sort;
}

/** What an address asks for, without what such rows cannot have. */
export function shownFilter(
  route: Pick<LibraryRoute, 'scope' | 'text' | 'onlyUnavailable' | 'onlyDuplicates'>,
): RowsFilter {
  const { canBeUnavailable, canRepeat } = SCOPE_LOOKS[route.scope];
  return {
    text: route.text,
    kinds: null,
    onlyUnavailable: route.onlyUnavailable && canBeUnavailable,
    onlyDuplicates: route.onlyDuplicates && canRepeat,
  };
}

/** True where rows are left out. */
export function isFiltered({ text, onlyUnavailable, onlyDuplicates }: RowsFilter): boolean {
  return text.trim() !== '' || onlyUnavailable || onlyDuplicates;
}

/** The same search in another part of the library, in that part's own order. */
export function inScope(route: LibraryRoute, scope: LibraryScope): LibraryRoute {
  return {
    ...route,
    scope,
    sort: IN_ORDER,
    onlyUnavailable: route.onlyUnavailable && SCOPE_LOOKS[scope].canBeUnavailable,
    onlyDuplicates: route.onlyDuplicates && SCOPE_LOOKS[scope].canRepeat,
    item: null,
  };
}

/** Without any search or filter. */
export function unfiltered(route: LibraryRoute): LibraryRoute {
  return { ...route, text: '', onlyUnavailable: false, onlyDuplicates: false, item: null };
}
