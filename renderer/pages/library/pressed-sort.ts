import type { RowsSort } from '../../../shared/library-rows.ts';
import { nextSort } from '../../components/row-table/next-sort.ts';
import type { LibraryScope } from '../../state/routes/library-route.ts';
import { SCOPE_LOOKS } from './library-scopes.ts';

/** Dates and what is greyed out are looked for from their end. */
const FALLS_FIRST = ['added', 'availability', 'duration'] as const;

/**
 * What a press on a column's head asks for. The head of the titles goes on to the artists, which
 * stand below them, before it comes back to the list's own order.
 */
export function pressedSort(scope: LibraryScope, sort: RowsSort, by: RowsSort['by']): RowsSort {
  const { own } = SCOPE_LOOKS[scope];
  const hasArtists = scope !== 'followed-artists' && scope !== 'saved-shows';
  if (by === 'name' && hasArtists && sort.by === 'name' && sort.direction === 'descending') {
    return { by: 'artist', direction: 'ascending' };
  }
  return nextSort(sort, by, own, FALLS_FIRST);
}
