import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryRow } from '../../../shared/library-rows.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { libraryTexts } from '../../../shared/texts/library-texts.ts';
import { ItemStory } from '../../components/item-story/item-story.tsx';
import type { Actions } from '../../shell/use-actions.ts';
import type { LibraryRoute } from '../../state/routes/library-route.ts';
import type { AskRows } from '../../state/row-windows.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { type OpenedRows, useRowWindows } from '../../state/use-row-windows.ts';
import { useStoryRoute } from '../../state/use-story-route.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { GoneMatches } from './gone-matches.tsx';
import { LibraryFoot } from './library-foot.tsx';
import { LibraryHead } from './library-head.tsx';
import { LibraryNote } from './library-note.tsx';
import { LibraryRows } from './library-rows.tsx';
import { isFiltered, rowsScopeOf, shownFilter, shownSort } from './library-scopes.ts';
import { LIBRARY_PANEL_ID, tabIdOf } from './library-tabs.tsx';
import { useRowsTotal } from './use-rows-total.ts';
import './library.css';

interface LibraryProps {
  readonly route: LibraryRoute;
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus | null;
  readonly onAct: Actions['act'];
}

/** Everything that is saved and followed, and what is gone. */
export function Library({ route, session, status, onAct }: LibraryProps) {
  usePageTitle(libraryTexts.title);
  const { api } = useWindowState();
  const { scope } = route;
  const { by, direction } = shownSort(route);
  const { text, onlyUnavailable, onlyDuplicates } = shownFilter(route);
  const filter = useMemo(
    () => ({ text, kinds: null, onlyUnavailable, onlyDuplicates }),
    [text, onlyUnavailable, onlyDuplicates],
  );
  const ask = useCallback<AskRows<LibraryRow>>(
    (asked) =>
      api.library.rows({ scope: rowsScopeOf(scope), sort: { by, direction }, filter, ...asked }),
    [api, scope, by, direction, filter],
  );
  const opened = useOwnRows(useRowWindows(ask), scope);
  const { state } = opened;
  const total = state.kind === 'ready' ? state.total : null;
  const all = useAll(route, status, isFiltered(filter));
  const story = useStoryRoute(route);

  return (
    <div className="library">
      <LibraryHead route={route} status={status} />
      <div
        className="library-body"
        role="tabpanel"
        id={LIBRARY_PANEL_ID}
        aria-labelledby={tabIdOf(scope)}
      >
        {total !== null && total > 0 && status !== null && (
          <LibraryNote
            scope={scope}
            session={session}
            status={status}
            onSignIn={() => onAct('sign-in')}
          />
        )}
        <GoneMatches route={route} filter={filter} />
        <LibraryRows
          route={route}
          filter={filter}
          opened={opened}
          session={session}
          status={status}
          onAct={onAct}
          onOpen={story.open}
        />
      </div>
      <LibraryFoot scope={scope} mode={session.mode} shown={total} all={all} />
      {route.item !== null && (
        <ItemStory
          key={route.item}
          uri={route.item}
          mode={session.mode}
          onOpen={story.open}
          onClose={story.close}
        />
      )}
    </div>
  );
}

/** Rows of another part of the library do not stand in for those of this one: they say other things. */
function useOwnRows(
  opened: OpenedRows<LibraryRow>,
  scope: LibraryRoute['scope'],
): OpenedRows<LibraryRow> {
  const shownScope = useRef(scope);
  useEffect(() => {
    if (!opened.isStale) shownScope.current = scope;
  }, [opened.isStale, scope]);
  return opened.isStale && shownScope.current !== scope
    ? { ...opened, state: { kind: 'loading' }, isStale: false }
    : opened;
}

const NO_FILTER = { text: '', kinds: null, onlyUnavailable: false, onlyDuplicates: false };

/** Rows without any filter; null where nothing is left out. */
function useAll(
  { scope }: LibraryRoute,
  status: LibraryStatus | null,
  isNarrowed: boolean,
): number | null {
  const isWhole = scope === 'everything' || scope === 'gone';
  const total = useRowsTotal(isNarrowed && isWhole ? scope : null, NO_FILTER);
  if (!isNarrowed) return null;
  return isWhole ? total : (status?.collections.find(({ kind }) => kind === scope)?.items ?? null);
}
