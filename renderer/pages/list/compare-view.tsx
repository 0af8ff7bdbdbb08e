import { useCallback, useMemo } from 'react';
import type {
  DifferenceKind,
  DifferenceRow,
  HistoricList,
  HistoryMoment,
} from '../../../shared/history.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { listTexts } from '../../../shared/texts/list-texts.ts';
import { EmptyPanel } from '../../components/empty-panel.tsx';
import { CheckIcon, PlaylistIcon } from '../../components/icons.tsx';
import { RowTable } from '../../components/row-table/row-table.tsx';
import type { ListRoute } from '../../state/routes/list-route.ts';
import type { AskRows } from '../../state/row-windows.ts';
import { useNow } from '../../state/use-now.ts';
import { replaceRoute } from '../../state/use-route.ts';
import { useRowWindows } from '../../state/use-row-windows.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { CompareReadout } from './compare-readout.tsx';
import { comparedStates } from './compared-states.ts';
import { differenceColumns } from './difference-columns.tsx';
import { DifferenceFilter } from './difference-filter.tsx';
import { RowsSkeleton } from './list-skeleton.tsx';
import type { KnownTimeline } from './list-timeline.ts';
import { RowsNotThere } from './rows-not-there.tsx';
import { momentOf } from './shown-states.ts';
import { openRow } from './state-view.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { useAnswer } from './use-answer.ts';

interface CompareViewProps {
  readonly route: Extract<ListRoute, { view: 'compare' }>;
  readonly list: HistoricList;
  readonly mode: SessionSnapshot['mode'];
  /** With one state or more. */
  readonly timeline: KnownTimeline;
  /** Opens the story of an item. */
  readonly onStory: (uri: string) => void;
}

/** What differs in the list between two times. */
export function CompareView({ route, list, mode, timeline, onStory }: CompareViewProps) {
  const { api, format } = useWindowState();
  const nowMs = useNow();
  const { listId } = route;
  const kind = route.only ?? null;
  const compared = comparedStates(timeline, route);
  const { states } = timeline;
  const fromId = states[compared?.from.index ?? 0]?.id ?? 0;
  const toId = states[compared?.to.index ?? 0]?.id ?? 0;
  const query = useCallback(
    (kinds: readonly DifferenceKind[] | null, offset: number, count: number) =>
      api.history.difference({
        listId,
        from: { kind: 'observation', id: fromId },
        to: { kind: 'observation', id: toId },
        kinds: kinds === null ? null : [...kinds],
        offset,
        count,
      }),
    [api, listId, fromId, toId],
  );
  const counted = useAnswer(useCallback(() => query(null, 0, 1), [query]));
  const ask = useCallback<AskRows<DifferenceRow>>(
    async ({ offset, count }) => {
      const answer = await query(kind === null ? null : [kind], offset, count);
      if (!answer.ok) return answer;
      const { value } = answer;
      const revision = `${fromId}-${toId}`;
      return {
        ok: true,
        value: value === null ? null : { revision, total: value.total, rows: value.rows },
      };
    },
    [query, kind, fromId, toId],
  );
  const { state: rows, ensure, open } = useRowWindows(ask);
  const columns = useMemo(() => differenceColumns({ mode, nowMs, format }), [mode, nowMs, format]);

  const openOne = useCallback(
    (row: DifferenceRow) => openRow(row.kind === 'removed' ? row.before : row.after, onStory),
    [onStory],
  );

  if (compared === null) return <RowsSkeleton />;
  const { from, to } = compared;
  function show(end: 'from' | 'to', moment: HistoryMoment | null): void {
    replaceRoute({ ...route, from: from.moment, to: to.moment, [end]: moment });
  }

  function showOnly(only: DifferenceKind | null): void {
    const { only: _before, ...all } = route;
    replaceRoute(only === null ? all : { ...all, only });
  }
  const counts = counted.kind === 'ready' ? (counted.value?.counts ?? null) : null;
  const isSameTime = fromId === toId;
  return (
    <>
      <div className="list-time">
        <CompareReadout timeline={timeline} compared={compared} counts={counts} onShow={show} />
        <Timeline
          timeline={timeline}
          kind={list.kind}
          handles={[
            { label: listTexts.from, index: from.index, atMs: from.atMs },
            { label: listTexts.to, index: to.index, atMs: to.atMs },
          ]}
          onMove={(handle, index) =>
            show(handle === 0 ? 'from' : 'to', observationAt(timeline, handle, index))
          }
        />
      </div>
      {!isSameTime && counts !== null && (
        <DifferenceFilter counts={counts} kind={kind} onChoose={showOnly} />
      )}
      <div className="list-rows">
        {states.length === 1 ? (
          <EmptyPanel sign={<PlaylistIcon size={20} />} {...listTexts.nothingToCompare} />
        ) : isSameTime ? (
          <EmptyPanel sign={<PlaylistIcon size={20} />} {...listTexts.sameTime} />
        ) : (
          <>
            <RowsNotThere rows={rows} onRetry={open} />
            {rows.kind === 'ready' && rows.total === 0 && (
              <EmptyPanel
                sign={<CheckIcon size={20} />}
                {...(kind === null ? listTexts.nothingDiffers : listTexts.noneOfKind)}
              />
            )}
            {rows.kind === 'ready' && rows.total > 0 && (
              <RowTable
                label={listTexts.differenceRows}
                kind="list-difference"
                columns={columns}
                total={rows.total}
                rowAt={rows.rowAt}
                onLook={ensure}
                onOpen={openOne}
                toneOf={({ kind: how }) => how}
              />
            )}
          </>
        )}
      </div>
    </>
  );
}

/** The later end at the last state follows the list from then on; the earlier one stays there. */
function observationAt(
  timeline: KnownTimeline,
  handle: number,
  index: number,
): HistoryMoment | null {
  const state = timeline.states[index];
  if (handle === 1 || state === undefined) return momentOf(timeline, index);
  return { kind: 'observation', id: state.id };
}
