import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { Change } from '../../../shared/change.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { changesTexts } from '../../../shared/texts/changes-texts.ts';
import { dayHeading } from '../../../shared/texts/time-phrases.ts';
import { SkeletonRow } from '../../components/skeleton-row.tsx';
import type { ChangeFeed } from '../../state/change-feed.ts';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { FeedRow } from './feed-row.tsx';
import { movedIndex } from './moved-index.ts';
import { type RowHeadings, rowHeadings } from './row-headings.ts';

const ROW_PX = 56;
const OVERSCAN_ROWS = 8;
/** From here on a row's own day heading has left the view. */
const DAY_HEADING_PX = 48;

interface FeedListProps {
  readonly feed: ChangeFeed;
  readonly total: number;
  readonly mode: SessionSnapshot['mode'];
  readonly rowAt: (index: number) => Change | null;
}

/** The rows on screen and a few around them, whatever the list's length. */
export function FeedList({ feed, total, mode, rowAt }: FeedListProps) {
  const { format } = useWindowState();
  const nowMs = useNow(60_000);
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN_ROWS,
  });
  const rows = virtualizer.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    // The row above the first one decides whether that one carries a heading.
    void feed.ensure(Math.max(0, first - 1), last);
  }, [feed, first, last]);

  function moveTo(index: number) {
    setCurrent(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] article`)?.focus();
    });
  }

  function onKeyDown(event: React.KeyboardEvent) {
    const index = movedIndex(event.key, current, total, pageLength(virtualizer.scrollRect?.height));
    if (index === null) return;
    event.preventDefault();
    moveTo(index);
  }

  const topOffset = virtualizer.scrollOffset ?? 0;
  const topRow = rows.find((row) => row.end > topOffset);
  const topChange = topRow === undefined ? null : rowAt(topRow.index);
  const isInsideDay =
    topRow !== undefined &&
    topChange !== null &&
    (headingsOf(topRow.index, topChange).day === null || topOffset > topRow.start + DAY_HEADING_PX);

  return (
    <>
      <p className="feed-day-floating" aria-hidden="true" data-shown={isInsideDay}>
        {topChange !== null && dayHeading(topChange.observedBeforeMs, nowMs, format)}
      </p>
      <div className="feed-scroller" ref={scroller}>
        <div
          className="feed"
          role="feed"
          aria-label={changesTexts.title}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {rows.map((row) => {
            const change = rowAt(row.index);
            const headings = change === null ? null : headingsOf(row.index, change);
            return (
              <div
                key={row.key}
                className="feed-slot"
                data-index={row.index}
                ref={virtualizer.measureElement}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                {change === null ? (
                  <SkeletonRow share={0.4 + (row.index % 5) * 0.08} />
                ) : (
                  <FeedRow
                    change={change}
                    day={headings?.day ?? null}
                    listName={headings?.list?.name ?? null}
                    observed={headings?.list?.observed ?? null}
                    nowMs={nowMs}
                    mode={mode}
                    index={row.index}
                    total={total}
                    isCurrent={row.index === current}
                    onFocusRow={setCurrent}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );

  function headingsOf(index: number, change: Change): RowHeadings {
    const above = index === 0 ? null : (rowAt(index - 1) ?? 'unknown');
    return rowHeadings(change, above, nowMs, format);
  }
}

function pageLength(heightPx: number | undefined): number {
  return Math.max(1, Math.floor((heightPx ?? 0) / ROW_PX) - 1);
}
