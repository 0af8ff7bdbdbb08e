import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useKeptRows } from '../../state/kept-view/use-kept-place.ts';
import { movedIndex } from './moved-index.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import './row-table.css';

/** Height of every row; with one height for all of them, any place in the list is known at once. */
export const ROW_PX = 48;
const OVERSCAN_ROWS = 10;
/** Rows around the screen that are loaded in advance. */
const LOADED_AHEAD_ROWS = 60;

export interface Column<Row, By extends string = string> {
  readonly id: string;
  readonly title: string;
  /** The order that a press on its head asks for. */
  readonly sortBy?: By;
  /** Names its row. */
  readonly isRowHeader?: true;
  /** The title is only for screen readers. */
  readonly isTitleHidden?: true;
  /** `isCurrent`: what can be pressed in it may be reached with the Tab key. */
  readonly cell: (row: Row, isCurrent: boolean) => ReactNode;
}

export interface TableSort<By extends string = string> {
  readonly by: By;
  readonly direction: 'ascending' | 'descending';
}

interface RowTableProps<Row, By extends string> {
  readonly label: string;
  /** Names the widths of the columns: `.row-table-<kind>` sets `--columns`. */
  readonly kind: string;
  readonly columns: readonly Column<Row, By>[];
  readonly total: number;
  readonly rowAt: (index: number) => Row | null;
  readonly onLook: (first: number, last: number) => void;
  readonly sort?: TableSort<By>;
  readonly onSort?: (by: By) => void;
  /** Enter and a press; rows that open nothing leave it out. */
  readonly onOpen?: (row: Row, index: number) => void;
  /** More to say of a row by its look. */
  readonly toneOf?: (row: Row) => string | undefined;
  readonly isStale?: boolean;
}

/** A table of any length: the rows on screen and a few around them, one stop of the Tab key. */
export function RowTable<Row, By extends string = string>(props: RowTableProps<Row, By>) {
  const { label, kind, columns, total, rowAt, onLook, onOpen, toneOf } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const firstPx = useKeptRows('rows', ROW_PX, scroller);
  const currentRow = Math.min(current, total - 1);
  // The row that the Tab key reaches is always there, however far one has scrolled from it.
  const rangeExtractor = useCallback(
    (range: Range) => withRow(defaultRangeExtractor(range), currentRow),
    [currentRow],
  );
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN_ROWS,
    initialOffset: firstPx,
    useFlushSync: false,
    rangeExtractor,
  });
  const rows = virtualizer.getVirtualItems();
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    onLook(first - LOADED_AHEAD_ROWS, last + LOADED_AHEAD_ROWS);
  }, [onLook, first, last]);

  /** The row that takes the focus as soon as it is drawn. */
  const awaited = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (awaited.current === null) return;
    const selector = `[data-index="${awaited.current}"]`;
    const row = scroller.current?.querySelector<HTMLElement>(selector);
    if (row === null || row === undefined) return;
    awaited.current = null;
    row.focus({ preventScroll: true });
  });
  function onKeyDown(event: KeyboardEvent) {
    const pageRows = Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 0) / ROW_PX) - 1);
    const index = movedIndex(event.key, currentRow, total, pageRows);
    if (index === null) return;
    event.preventDefault();
    awaited.current = index;
    setCurrent(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
  }
  // Every row has it, and none shall be drawn anew because others have arrived.
  const latest = useRef({ rowAt, onOpen });
  latest.current = { rowAt, onOpen };
  const open = useCallback((index: number) => {
    const row = latest.current.rowAt(index);
    if (row !== null) latest.current.onOpen?.(row, index);
  }, []);

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are placed by hand fit no table
    <div
      className={`row-table row-table-${kind}`}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-busy={props.isStale === true}
    >
      <TableHead columns={columns} sort={props.sort} onSort={props.onSort} />
      {/* biome-ignore lint/a11y/useSemanticElements: rows that are placed by hand fit no tbody */}
      <div className="row-table-scroller" ref={scroller} role="rowgroup">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of its rows */}
        <div
          className="row-table-rows"
          role="presentation"
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {rows.map(({ index, start }) => {
            const row = rowAt(index);
            return (
              <TableRow
                key={index}
                row={row}
                tone={row === null ? undefined : toneOf?.(row)}
                index={index}
                startPx={start}
                columns={columns}
                isCurrent={index === currentRow}
                onFocusRow={setCurrent}
                onOpen={onOpen === undefined ? null : open}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** @param indexes rising */
function withRow(indexes: number[], row: number): number[] {
  const [first = 0] = indexes;
  const last = indexes.at(-1) ?? 0;
  if (indexes.length === 0 || row < 0 || (row >= first && row <= last)) return indexes;
  return row < first ? [row, ...indexes] : [...indexes, row];
}
