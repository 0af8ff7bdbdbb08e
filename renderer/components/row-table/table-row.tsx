import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import { isPressedInside } from '../is-pressed-inside.ts';
import type { Column } from './row-table.tsx';

interface TableRowProps<Row, By extends string> {
  /** Null while it is being loaded. */
  readonly row: Row | null;
  readonly tone: string | undefined;
  readonly index: number;
  readonly startPx: number;
  readonly columns: readonly Column<Row, By>[];
  /** The one row that the Tab key reaches; arrow keys move it. */
  readonly isCurrent: boolean;
  readonly onFocusRow: (index: number) => void;
  readonly onOpen: ((index: number) => void) | null;
}

function PlainTableRow<Row, By extends string>(props: TableRowProps<Row, By>) {
  const { row, tone, index, startPx, columns, isCurrent, onOpen } = props;
  function onClick(event: MouseEvent) {
    if (!isPressedInside(event.target)) onOpen?.(index);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || event.key !== 'Enter') return;
    event.preventDefault();
    onOpen?.(index);
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are placed by hand fit no tr
    <div
      className={tone === undefined ? 'row-table-row' : `row-table-row row-table-${tone}`}
      role="row"
      aria-rowindex={index + 2}
      aria-busy={row === null}
      data-index={index}
      tabIndex={isCurrent ? 0 : -1}
      style={{ transform: `translateY(${startPx}px)` }}
      onFocus={() => props.onFocusRow(index)}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {columns.map(({ id, isRowHeader, cell }, column) => (
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take it
        <div
          key={id}
          className={`row-table-cell row-table-cell-${id}`}
          role={isRowHeader === true ? 'rowheader' : 'gridcell'}
          aria-colindex={column + 1}
        >
          {row === null ? (
            <span className="row-table-waiting" aria-hidden="true" />
          ) : (
            cell(row, isCurrent)
          )}
        </div>
      ))}
    </div>
  );
}

/** A row of a table. It is drawn anew only when something of it changed, as scrolling must be cheap. */
export const TableRow = memo(PlainTableRow) as typeof PlainTableRow;
