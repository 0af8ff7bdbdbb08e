import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Change } from '../../../shared/change.ts';
import type { FeedRow as Row } from '../../../shared/change-feed.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { changesTexts } from '../../../shared/texts/changes-texts.ts';
import { dayHeading } from '../../../shared/texts/time-phrases.ts';
import { movedIndex } from '../../components/row-table/moved-index.ts';
import { SkeletonRow } from '../../components/skeleton-row.tsx';
import type { ChangeFeed } from '../../state/change-feed.ts';
import { useKeptView } from '../../state/kept-view/kept-view-context.tsx';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { FeedHeadings } from './feed-headings.tsx';
import { FeedRow } from './feed-row.tsx';
import { type RowHeadings, rowHeadings } from './row-headings.ts';
import { feedPlace, useFeedPlace } from './use-feed-place.ts';

const ROW_PX = 56;
const OVERSCAN_ROWS = 8;
/** From here on a row's own day heading has left the view. */
const DAY_HEADING_PX = 48;

interface FeedListProps {
  readonly feed: ChangeFeed;
  /** Under which name is kept where it stands. */
  readonly placeKey: string;
  readonly total: number;
  readonly mode: SessionSnapshot['mode'];
  readonly rowAt: (index: number) => Row | null;
  readonly onOpen: (change: Change) => void;
}

/** The rows on screen and a few around them, whatever the list's length. */
export function FeedList({ feed, placeKey, total, mode, rowAt, onOpen }: FeedListProps) {
  const { format } = useWindowState();
  const nowMs = useNow(60_000);
  const scroller = useRef<HTMLDivElement>(null);
  const kept = useKeptView();
  const [place] = useState(() => feedPlace(kept, placeKey));
  const [current, setCurrent] = useState(() => Math.min(place?.index ?? 0, total - 1));
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN_ROWS,
    initialOffset: place === null ? 0 : place.index * ROW_PX + place.offsetPx,
  });
  useFeedPlace({ placeKey, place, feed, total, rowAt, scroller, virtualizer });
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
  const top = topRow === undefined ? null : rowAt(topRow.index);
  const isInsideDay =
    topRow !== undefined &&
    top !== null &&
    (headingsOf(topRow.index, top).day === null || topOffset > topRow.start + DAY_HEADING_PX);
  const toggle = useCallback((key: string, index: number) => void feed.toggle(key, index), [feed]);

  return (
    <>
      <p className="feed-day-floating" aria-hidden="true" data-shown={isInsideDay}>
        {top !== null && dayHeading(top.dayStartMs, nowMs, format)}
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
            const shown = rowAt(row.index);
            const headings = shown === null ? null : headingsOf(row.index, shown);
            return (
              <div
                key={row.key}
                className="feed-slot"
                data-index={row.index}
                ref={virtualizer.measureElement}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                {headings !== null && <FeedHeadings headings={headings} />}
                {shown === null ? (
                  <SkeletonRow share={0.4 + (row.index % 5) * 0.08} />
                ) : (
                  <FeedRow
                    row={shown}
                    nowMs={nowMs}
                    mode={mode}
                    index={row.index}
                    total={total}
                    isCurrent={row.index === current}
                    onFocusRow={setCurrent}
                    onToggle={toggle}
                    onOpen={onOpen}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );

  function headingsOf(index: number, row: Row): RowHeadings {
    const above = index === 0 ? null : (rowAt(index - 1) ?? 'unknown');
    return rowHeadings(row, above, nowMs, format);
  }
}

function pageLength(heightPx: number | undefined): number {
  return Math.max(1, Math.floor((heightPx ?? 0) / ROW_PX) - 1);
}
