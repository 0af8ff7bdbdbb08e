import { useCallback, useMemo } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { PlaylistRow } from '../../../shared/library-rows.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { arrivedTexts } from '../../../shared/texts/arrived-texts.ts';
import { playlistsTexts } from '../../../shared/texts/playlists-texts.ts';
import { ArrivedButton } from '../../components/arrived-button.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { FirstPassNote } from '../../components/first-pass-note.tsx';
import { PageFoot } from '../../components/page-foot.tsx';
import { nextSort } from '../../components/row-table/next-sort.ts';
import { RowTable } from '../../components/row-table/row-table.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import type { Actions } from '../../shell/use-actions.ts';
import { listRoute } from '../../state/routes/comparison-route.ts';
import { PLAYLISTS, type PlaylistsRoute } from '../../state/routes/playlists-route.ts';
import type { AskRows } from '../../state/row-windows.ts';
import { useNow } from '../../state/use-now.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { navigate, replaceRoute } from '../../state/use-route.ts';
import { useRowWindows } from '../../state/use-row-windows.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { EmptyPlaylists } from './empty-playlists.tsx';
import { playlistColumns } from './playlist-columns.tsx';
import { PlaylistsSkeleton } from './playlists-skeleton.tsx';
import './playlists.css';

const STATES = ['any', 'listed', 'gone'] as const;

interface PlaylistsProps {
  readonly route: PlaylistsRoute;
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus | null;
  readonly onAct: Actions['act'];
  readonly onSay: Actions['say'];
}

/** All playlists that are, or were, in the library. */
export function Playlists({ route, session, status }: PlaylistsProps) {
  usePageTitle(playlistsTexts.title);
  const { api, format } = useWindowState();
  const { text, sort, state } = route;
  const { by, direction } = sort;
  const ask = useCallback<AskRows<PlaylistRow>>(
    ({ offset, count }) =>
      api.library.playlists({ sort: { by, direction }, filter: { text, state }, offset, count }),
    [api, by, direction, text, state],
  );
  const { state: rows, isStale, ensure, open } = useRowWindows(ask);
  const nowMs = useNow();
  const { mode } = session;
  const columns = useMemo(() => playlistColumns({ mode, nowMs, format }), [mode, nowMs, format]);

  return (
    <div className="playlists">
      <header className="playlists-head">
        <h1>{playlistsTexts.title}</h1>
        <ToggleButtonGroup
          className="filters"
          aria-label={playlistsTexts.stateLabel}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[state]}
          onSelectionChange={(keys) => {
            const chosen = STATES.find((each) => keys.has(each));
            if (chosen !== undefined) navigate({ ...route, state: chosen });
          }}
        >
          {STATES.map((each) => (
            <ToggleButton key={each} id={each} className="filter">
              {playlistsTexts.states[each]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <SearchBox
          label={playlistsTexts.search}
          placeholder={playlistsTexts.search}
          clearLabel={playlistsTexts.clearSearch}
          text={text}
          onSearch={(typed) => replaceRoute({ ...route, text: typed })}
        />
      </header>
      <div className="playlists-body">
        {status !== null &&
          status.baselineAtMs === null &&
          rows.kind === 'ready' &&
          rows.total > 0 && (
            <FirstPassNote session={session} status={status} text={playlistsTexts.firstPass} />
          )}
        {rows.kind === 'loading' && <PlaylistsSkeleton />}
        {rows.kind === 'failed' && (
          <FailurePanel
            title={playlistsTexts.failed.title}
            retryLabel={playlistsTexts.failed.retry}
            id={rows.id}
            onRetry={open}
          />
        )}
        {(rows.kind === 'missing' || (rows.kind === 'ready' && rows.total === 0)) && (
          <EmptyPlaylists route={route} session={session} status={status} />
        )}
        {rows.kind === 'ready' && rows.total > 0 && (
          <>
            <ArrivedButton text={rows.isCurrent ? null : arrivedTexts.listChanged} onShow={open} />
            <RowTable
              label={playlistsTexts.table}
              kind="playlists"
              columns={columns}
              total={rows.total}
              rowAt={rows.rowAt}
              onLook={ensure}
              sort={sort}
              onSort={(next) =>
                replaceRoute({ ...route, sort: nextSort(sort, next, PLAYLISTS.sort, FALLS_FIRST) })
              }
              onOpen={({ listId }) => navigate(listRoute(listId))}
              toneOf={toneOf}
              isStale={isStale}
            />
          </>
        )}
      </div>
      {rows.kind === 'ready' && rows.total > 0 && (
        <PageFoot isFromSpotify={mode === 'spotify'}>
          <p className="playlists-hint">{playlistsTexts.othersNote}</p>
        </PageFoot>
      )}
    </div>
  );
}

const FALLS_FIRST = ['items', 'changed'] as const;

function toneOf({ goneSinceMs }: PlaylistRow): string | undefined {
  return goneSinceMs === null ? undefined : 'gone';
}
