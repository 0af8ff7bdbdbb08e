import { useCallback, useMemo } from 'react';
import type { HistoricList, HistoricRow, HistoryMoment } from '../../../shared/history.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { PlaylistRow } from '../../../shared/library-rows.ts';
import { listTexts } from '../../../shared/texts/list-texts.ts';
import { EmptyPanel } from '../../components/empty-panel.tsx';
import { PlaylistIcon } from '../../components/icons.tsx';
import { RowTable } from '../../components/row-table/row-table.tsx';
import { listRoute } from '../../state/routes/comparison-route.ts';
import type { ListRoute } from '../../state/routes/list-route.ts';
import type { AskRows } from '../../state/row-windows.ts';
import { useNow } from '../../state/use-now.ts';
import { navigate, replaceRoute } from '../../state/use-route.ts';
import { useRowWindows } from '../../state/use-row-windows.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { RowsSkeleton } from './list-skeleton.tsx';
import type { KnownTimeline } from './list-timeline.ts';
import { RowsNotThere } from './rows-not-there.tsx';
import { lastState, momentOf, shownState } from './shown-states.ts';
import { stateColumns, stateShape } from './state-columns.tsx';
import { StateReadout } from './state-readout.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { useLosses } from './use-losses.ts';

interface StateViewProps {
  readonly route: Extract<ListRoute, { view: 'state' }>;
  readonly list: HistoricList;
  readonly mode: SessionSnapshot['mode'];
  /** Where it is one; null while that is not known. */
  readonly playlist: PlaylistRow | null;
  /** With one state or more. */
  readonly timeline: KnownTimeline;
  /** Opens the story of an item. */
  readonly onStory: (uri: string) => void;
}

const NONE: ReadonlySet<number> = new Set();

/** The list as it stood at one time. */
export function StateView({ route, list, mode, playlist, timeline, onStory }: StateViewProps) {
  const { api, format } = useWindowState();
  const nowMs = useNow();
  const { listId, at } = route;
  const now = lastState(timeline);
  const shown = at === null ? now : shownState(timeline, at);
  const { states, openedAtMs } = timeline;
  const state = states[shown?.index ?? now.index];
  const last = states[now.index];
  const isNow = at === null;
  const id = state?.id ?? 0;
  // "Now" asks for what can be played now, an earlier state for what could be played then.
  const askedMs = isNow ? Math.max(openedAtMs, last?.atMs ?? 0) : null;
  const ask = useCallback<AskRows<HistoricRow>>(
    async ({ offset, count }) => {
      const moment: HistoryMoment =
        askedMs === null ? { kind: 'observation', id } : { kind: 'time', atMs: askedMs };
      const answer = await api.history.state({ listId, moment, offset, count });
      if (!answer.ok) return answer;
      const contents = answer.value?.contents ?? null;
      return {
        ok: true,
        value:
          contents === null
            ? null
            : {
                revision: String(contents.observation.id),
                total: contents.total,
                rows: contents.rows,
              },
      };
    },
    [api, listId, id, askedMs],
  );
  const { state: rows, ensure, open } = useRowWindows(ask);
  const losses = useLosses(listId, id, last?.id ?? id);
  const gone = losses?.gone ?? NONE;
  const shape = stateShape(list, playlist);
  const columns = useMemo(
    () => stateColumns({ mode, nowMs, format, goneByNow: gone, shape }),
    [mode, nowMs, format, gone, shape],
  );

  const openOne = useCallback((row: HistoricRow) => openRow(row, onStory), [onStory]);

  /** Only leaving "now" is a step for "back": it leads there, not through all that was passed. */
  function show(moment: HistoryMoment | null): void {
    const next = { ...route, at: moment } as const;
    if (isNow) navigate(next);
    else replaceRoute(next);
  }

  if (shown === null || state === undefined) return <RowsSkeleton />;
  return (
    <>
      <div className="list-time">
        <StateReadout
          timeline={timeline}
          shown={shown}
          isNow={isNow}
          kind={list.kind}
          nowMs={nowMs}
          losses={losses}
          onShow={show}
          comparison={{
            page: 'list',
            listId,
            item: null,
            view: 'compare',
            from: { kind: 'observation', id },
            to: null,
          }}
          isGone={playlist !== null && playlist.goneSinceMs !== null}
        />
        <Timeline
          timeline={timeline}
          kind={list.kind}
          handles={[{ label: listTexts.shownTime, index: shown.index, atMs: shown.atMs }]}
          onMove={(_handle, index) => show(momentOf(timeline, index))}
        />
      </div>
      <div className="list-rows">
        <RowsNotThere rows={rows} onRetry={open} />
        {rows.kind === 'ready' && rows.total === 0 && (
          <EmptyPanel sign={<PlaylistIcon size={20} />} {...listTexts.emptyThen} />
        )}
        {rows.kind === 'ready' && rows.total > 0 && (
          <RowTable
            label={isNow ? listTexts.rowsNow : listTexts.rows}
            kind={`list-${shape}`}
            columns={columns}
            total={rows.total}
            rowAt={rows.rowAt}
            onLook={ensure}
            onOpen={openOne}
            toneOf={(row) => (gone.has(row.position) ? 'gone' : undefined)}
          />
        )}
      </div>
    </>
  );
}

/** An item leads to its story; a playlist in the list of playlists to its own page. */
export function openRow(row: HistoricRow, onStory: (uri: string) => void): void {
  if (row.kind === 'item') onStory(row.item.uri);
  if (row.kind === 'playlist' && row.listId !== null) navigate(listRoute(row.listId));
}
