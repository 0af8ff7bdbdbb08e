import { memo } from 'react';
import type { RowsFilter } from '../../../shared/library-rows.ts';
import { goneMatchesPhrase, libraryTexts } from '../../../shared/texts/library-texts.ts';
import { hashOfRoute } from '../../state/route.ts';
import type { LibraryRoute } from '../../state/routes/library-route.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { inScope } from './library-scopes.ts';
import { useRowsTotal } from './use-rows-total.ts';

interface GoneMatchesProps {
  readonly route: LibraryRoute;
  readonly filter: RowsFilter;
}

/** What is searched for may be gone: how much of it is, and the way there. */
export const GoneMatches = memo(function GoneMatches({ route, filter }: GoneMatchesProps) {
  const { format } = useWindowState();
  const isSearched = route.scope !== 'gone' && filter.text.trim() !== '';
  const total = useRowsTotal(isSearched ? 'gone' : null, filter);
  return (
    <p className="library-gone-matches" role="status">
      {total !== null && total > 0 && (
        <>
          {goneMatchesPhrase(total, format)}{' '}
          <a className="text-link" href={hashOfRoute(inScope(route, 'gone'))}>
            {libraryTexts.showThem}
          </a>
        </>
      )}
    </p>
  );
});
