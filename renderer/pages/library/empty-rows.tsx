import type { RowsFilter } from '../../../shared/library-rows.ts';
import { emptyRowsText, libraryTexts } from '../../../shared/texts/library-texts.ts';
import { Button } from '../../components/button.tsx';
import { EmptyPanel } from '../../components/empty-panel.tsx';
import { SearchIcon, ShelfIcon } from '../../components/icons.tsx';
import type { LibraryRoute } from '../../state/routes/library-route.ts';
import { navigate } from '../../state/use-route.ts';
import { useLive, useWindowState } from '../../state/window-state-context.ts';
import { inScope, isFiltered, unfiltered } from './library-scopes.ts';

interface EmptyRowsProps {
  readonly route: LibraryRoute;
  readonly filter: RowsFilter;
}

/** What was looked for and is not there, and the way back to all the others. */
export function EmptyRows({ route, filter }: EmptyRowsProps) {
  const { settings } = useWindowState();
  const kept = useLive(settings);
  const months = kept.kind === 'ready' ? kept.value.retentionMonths : null;
  const { title, body } = emptyRowsText(route.scope, filter, months);
  const isSearched = filter.text.trim() !== '';
  return (
    <EmptyPanel
      sign={isSearched ? <SearchIcon size={20} /> : <ShelfIcon size={20} />}
      title={title}
      body={body}
    >
      <p className="library-ways">
        {isFiltered(filter) && (
          <Button
            onPress={() => {
              navigate(unfiltered(route));
              // The button goes with what it undoes.
              document.querySelector<HTMLElement>('main input[type="search"]')?.focus();
            }}
          >
            {isSearched ? libraryTexts.clearSearch : libraryTexts.showAll}
          </Button>
        )}
        {isSearched && route.scope !== 'everything' && (
          <Button onPress={() => navigate(inScope(route, 'everything'))}>
            {libraryTexts.lookEverywhere}
          </Button>
        )}
      </p>
    </EmptyPanel>
  );
}
