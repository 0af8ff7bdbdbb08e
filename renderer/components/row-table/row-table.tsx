import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
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
  /** Enter and a double press; rows that open nothing leave it out. */
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
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN_ROWS,
    initialOffset: firstPx,
    useFlushSync: false,
  });
  const rows = virtualizer.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    onLook(first - LOADED_AHEAD_ROWS, last + LOADED_AHEAD_ROWS);
  }, [onLook, first, last]);

  const currentRow = Math.min(current, total - 1);
  function onKeyDown(event: KeyboardEvent) {
    const pageRows = Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 0) / ROW_PX) - 1);
    const index = movedIndex(event.key, currentRow, total, pageRows);
    if (index === null) return;
    event.preventDefault();
    setCurrent(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
    });
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
