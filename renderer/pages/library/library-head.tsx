import { memo } from 'react';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { libraryTexts } from '../../../shared/texts/library-texts.ts';
import { SearchBox } from '../../components/search-box.tsx';
import type { LibraryRoute } from '../../state/routes/library-route.ts';
import { navigate, replaceRoute } from '../../state/use-route.ts';
import { LibraryFilters } from './library-filters.tsx';
import { inScope } from './library-scopes.ts';
import { LibraryTabs } from './library-tabs.tsx';

interface LibraryHeadProps {
  readonly route: LibraryRoute;
  readonly status: LibraryStatus | null;
}

/** What is looked at, and for what. It is not drawn anew while rows arrive. */
export const LibraryHead = memo(function LibraryHead({ route, status }: LibraryHeadProps) {
  const { scope } = route;
  return (
    <header className="library-head">
      <h1>{libraryTexts.title}</h1>
      <LibraryFilters route={route} onChange={navigate} />
      <SearchBox
        label={libraryTexts.search.label}
        placeholder={libraryTexts.search.placeholder}
        clearLabel={libraryTexts.search.clear}
        text={route.text}
        onSearch={(text) => replaceRoute({ ...route, text })}
      />
      <LibraryTabs
        scope={scope}
        status={status}
        onChoose={(next) => {
          if (next !== scope) navigate(inScope(route, next));
        }}
      />
    </header>
  );
});
