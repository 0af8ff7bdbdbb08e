import { useEffect, useRef } from 'react';
import { Tab, TabList } from 'react-aria-components';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { libraryTexts } from '../../../shared/texts/library-texts.ts';
import { groupedNumber } from '../../../shared/texts/quantities.ts';
import { LIBRARY_SCOPES, type LibraryScope } from '../../state/routes/library-route.ts';
import { useWindowState } from '../../state/window-state-context.ts';

interface LibraryTabsProps {
  readonly scope: LibraryScope;
  readonly status: LibraryStatus | null;
}

/** The parts of the library, with how much is in them. What Spotify does not offer is left out. */
export function LibraryTabs({ scope, status }: LibraryTabsProps) {
  const { format } = useWindowState();
  const strip = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part is another tab
  useEffect(() => {
    strip.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [scope]);
  const parts = LIBRARY_SCOPES.flatMap((id) => {
    const collection = status?.collections.find(({ kind }) => kind === id);
    return collection?.state === 'not-offered' && id !== scope
      ? []
      : { id, items: collection?.state === 'watched' ? collection.items : null };
  });
  return (
    <TabList ref={strip} className="library-tabs" aria-label={libraryTexts.tabsLabel} items={parts}>
      {({ id, items }) => (
        <Tab id={id} className="library-tab">
          {libraryTexts.tabs[id]}
          {items !== null && (
            <span className="library-tab-count tabular">{groupedNumber(items, format)}</span>
          )}
        </Tab>
      )}
    </TabList>
  );
}
