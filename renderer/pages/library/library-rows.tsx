import { useCallback, useMemo } from 'react';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryRow, RowsFilter, RowsSort } from '../../../shared/library-rows.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { arrivedTexts } from '../../../shared/texts/arrived-texts.ts';
import { libraryTexts } from '../../../shared/texts/library-texts.ts';
import { ArrivedButton } from '../../components/arrived-button.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { RowTable } from '../../components/row-table/row-table.tsx';
import type { Actions } from '../../shell/use-actions.ts';
import { LIBRARY, type LibraryRoute } from '../../state/routes/library-route.ts';
import { useNow } from '../../state/use-now.ts';
import { navigate } from '../../state/use-route.ts';
import type { OpenedRows } from '../../state/use-row-windows.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { EmptyRows } from './empty-rows.tsx';
import { isGrey, libraryColumns } from './library-columns.tsx';
import { isFiltered, SCOPE_LOOKS, shownSort } from './library-scopes.ts';
import { LibrarySkeleton } from './library-skeleton.tsx';
import { pressedSort } from './pressed-sort.ts';
import { UnreadPanel } from './unread-panel.tsx';

/** Dates are told by the day. */
const DATES_HOLD_MS = 10 * 60_000;

interface LibraryRowsProps {
  readonly route: LibraryRoute;
  readonly filter: RowsFilter;
  readonly opened: OpenedRows<LibraryRow>;
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus | null;
  readonly onAct: Actions['act'];
  readonly onOpen: (uri: string) => void;
}

/** The table, or why there is none. */
export function LibraryRows(props: LibraryRowsProps) {
  const { route, filter, opened, session, status, onAct } = props;
  const { state } = opened;
  switch (state.kind) {
    case 'loading':
      return <LibrarySkeleton />;
    case 'failed':
      return (
        <FailurePanel
          title={libraryTexts.failed.title}
          retryLabel={libraryTexts.failed.retry}
          id={state.id}
          onRetry={opened.open}
        />
      );
    case 'missing':
      return status === null ? (
        <LibrarySkeleton />
      ) : (
        <UnreadPanel scope={route.scope} session={session} status={status} onAct={onAct} />
      );
    case 'ready': {
      if (state.total > 0) return <ReadyRows {...props} state={state} />;
      const isUnread =
        status !== null &&
        status.baselineAtMs === null &&
        route.scope === 'everything' &&
        !isFiltered(filter);
      return isUnread ? (
        <UnreadPanel scope={route.scope} session={session} status={status} onAct={onAct} />
      ) : (
        <EmptyRows route={route} filter={filter} />
      );
    }
  }
}

interface ReadyRowsProps extends LibraryRowsProps {
  readonly state: Extract<OpenedRows<LibraryRow>['state'], { kind: 'ready' }>;
}

function ReadyRows({ route, opened, state, session, onOpen }: ReadyRowsProps) {
  const { format } = useWindowState();
  const nowMs = useNow(DATES_HOLD_MS);
  const { scope } = route;
  const { by, direction } = shownSort(route);
  const hasLinks = session.mode === 'spotify';
  const openRow = useCallback(
    (row: LibraryRow) => {
      if (row.kind !== 'gap') onOpen(row.item.uri);
    },
    [onOpen],
  );
  const columns = useMemo(
    () =>
      libraryColumns({
        scope,
        sort: { by, direction },
        nowMs,
        format,
        hasLinks,
        onOpen: openRow,
      }),
    [scope, by, direction, nowMs, format, hasLinks, openRow],
  );
  return (
    <>
      <ArrivedButton
        text={state.isCurrent ? null : arrivedTexts.listChanged}
        onShow={opened.open}
      />
      <RowTable
        key={scope}
        label={libraryTexts.tabs[scope]}
        kind={`library row-table-of-${scope}`}
        columns={columns}
        total={state.total}
        rowAt={state.rowAt}
        onLook={opened.ensure}
        sort={spokenSort(route)}
        onSort={(pressed) => {
          const next = pressedSort(scope, { by, direction }, pressed);
          const { own } = SCOPE_LOOKS[scope];
          const isOwn = next.by === own.by && next.direction === own.direction;
          navigate({ ...route, sort: isOwn ? LIBRARY.sort : next, item: null });
        }}
        onOpen={openRow}
        toneOf={toneOf}
        isStale={opened.isStale}
      />
    </>
  );
}

/** What is gone stands with the latest date first in its own order, and so it is told. */
function spokenSort(route: LibraryRoute): RowsSort {
  const sort = shownSort(route);
  if (route.scope !== 'gone' || sort.by !== 'position') return sort;
  return { ...sort, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
}

function toneOf(row: LibraryRow): string | undefined {
  return row.kind !== 'gone' && isGrey(row) ? 'grey' : undefined;
}
