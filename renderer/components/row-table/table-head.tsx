import { CaretIcon } from '../icons.tsx';
import type { Column, TableSort } from './row-table.tsx';

interface TableHeadProps<Row, By extends string> {
  readonly columns: readonly Column<Row, By>[];
  readonly sort: TableSort<By> | undefined;
  readonly onSort: ((by: By) => void) | undefined;
}

/** The names of the columns; those by which the rows can be ordered are pressed for it. */
export function TableHead<Row, By extends string>(props: TableHeadProps<Row, By>) {
  const { columns, sort, onSort } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are placed by hand fit no thead
    <div className="row-table-head" role="rowgroup">
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: what can be pressed stands inside */}
      <div className="row-table-head-row" role="row" aria-rowindex={1}>
        {columns.map(({ id, title, sortBy, isTitleHidden }, index) => {
          const isSorted = sort !== undefined && sort.by === sortBy;
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <div
              key={id}
              className={`row-table-title row-table-cell-${id}`}
              role="columnheader"
              aria-colindex={index + 1}
              {...(isSorted ? { 'aria-sort': sort.direction } : {})}
            >
              {sortBy === undefined || onSort === undefined ? (
                <span className={isTitleHidden === true ? 'visually-hidden' : 'one-line'}>
                  {title}
                </span>
              ) : (
                <button
                  type="button"
                  className="row-table-sort"
                  data-sorted={isSorted ? sort.direction : undefined}
                  onClick={() => onSort(sortBy)}
                >
                  <span className="one-line">{title}</span>
                  <CaretIcon size={10} />
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
