import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { libraryTexts } from '../../../shared/texts/library-texts.ts';
import { groupedNumber } from '../../../shared/texts/quantities.ts';
import { LIBRARY_SCOPES, type LibraryScope } from '../../state/routes/library-route.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { movedTab } from './moved-tab.ts';

/** What the tabs lead to, and which of them does. */
export const LIBRARY_PANEL_ID = 'library-panel';
export const tabIdOf = (scope: LibraryScope): string => `library-tab-${scope}`;

interface LibraryTabsProps {
  readonly scope: LibraryScope;
  readonly status: LibraryStatus | null;
  readonly onChoose: (scope: LibraryScope) => void;
}

/**
 * The parts of the library, with how much is in them. What Spotify does not offer is left out. The
 * component of react-aria draws all that stands inside its tabs twice, a long table among it.
 */
export function LibraryTabs({ scope, status, onChoose }: LibraryTabsProps) {
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
  function onKeyDown(event: KeyboardEvent) {
    const next = movedTab(
      event.key,
      parts.map(({ id }) => id),
      scope,
    );
    if (next === null) return;
    event.preventDefault();
    onChoose(next);
    document.getElementById(tabIdOf(next))?.focus();
  }
  return (
    <div
      ref={strip}
      className="library-tabs"
      role="tablist"
      aria-label={libraryTexts.tabsLabel}
      onKeyDown={onKeyDown}
    >
      {parts.map(({ id, items }) => (
        <button
          key={id}
          type="button"
          id={tabIdOf(id)}
          className="library-tab"
          role="tab"
          aria-selected={id === scope}
          aria-controls={LIBRARY_PANEL_ID}
          tabIndex={id === scope ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {libraryTexts.tabs[id]}
          {items !== null && (
            <span className="library-tab-count tabular">{groupedNumber(items, format)}</span>
          )}
        </button>
      ))}
    </div>
  );
}
