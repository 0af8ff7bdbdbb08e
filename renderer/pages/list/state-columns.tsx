import type { HistoricRow } from '../../../shared/history.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { onOneLine } from '../../../shared/texts/item-name.ts';
import { listTexts } from '../../../shared/texts/list-texts.ts';
import { shortDate } from '../../../shared/texts/moment-words.ts';
import { groupedNumber } from '../../../shared/texts/quantities.ts';
import type { TextFormat } from '../../../shared/texts/text-format.ts';
import { SlashedIcon } from '../../components/icons.tsx';
import type { Column } from '../../components/row-table/row-table.tsx';
import { RowLink, RowName } from './row-cells.tsx';

interface Written {
  readonly mode: SessionSnapshot['mode'];
  readonly nowMs: number;
  readonly format: TextFormat;
  /** Positions of rows that are not in the list any more. */
  readonly goneByNow: ReadonlySet<number>;
}

/** What the table tells of each row at that time. */
export function stateColumns(written: Written): readonly Column<HistoricRow>[] {
  const { mode, nowMs, format, goneByNow } = written;
  const { columns } = listTexts;
  return [
    {
      id: 'position',
      title: columns.position,
      cell: ({ position }) => (
        <span className="list-row-number tabular">{groupedNumber(position + 1, format)}</span>
      ),
    },
    {
      id: 'name',
      title: columns.name,
      isRowHeader: true,
      cell: (row) => (
        <RowName
          row={row}
          {...(goneByNow.has(row.position) ? { mark: listTexts.goneByNow } : {})}
        />
      ),
    },
    {
      id: 'availability',
      title: columns.availability,
      cell: (row) => <Availability row={row} />,
    },
    {
      id: 'added',
      title: columns.added,
      cell: ({ addedAtMs }) => (
        <span className="list-row-quiet one-line tabular">
          {addedAtMs === null ? listTexts.noDate : shortDate(addedAtMs, nowMs, format)}
        </span>
      ),
    },
    {
      id: 'by',
      title: columns.by,
      cell: ({ addedBy }) => (
        <span className="list-row-quiet one-line" dir="auto">
          {onOneLine(addedBy ?? '')}
        </span>
      ),
    },
    {
      id: 'away',
      title: listTexts.openOnSpotify,
      isTitleHidden: true,
      cell: (row, isCurrent) => <RowLink row={row} mode={mode} isReachable={isCurrent} />,
    },
  ];
}

function Availability({ row }: { readonly row: HistoricRow }) {
  const words = row.kind === 'item' ? listTexts.availability[row.availability] : '';
  if (words === '') return null;
  return (
    <span className="list-row-unavailable">
      <SlashedIcon size={12} />
      <span className="one-line">{words}</span>
    </span>
  );
}
