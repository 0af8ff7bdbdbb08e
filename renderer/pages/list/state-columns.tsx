import type { HistoricList, HistoricRow } from '../../../shared/history.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { PlaylistRow } from '../../../shared/library-rows.ts';
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
  readonly shape: StateShape;
}

/**
 * What is known of each row: of a playlist in the list of playlists only its name; who added it only
 * where others may.
 */
export type StateShape = 'names' | 'items' | 'items-by-many';

/** What the table tells of each row at that time. */
export function stateColumns(written: Written): readonly Column<HistoricRow>[] {
  const { mode, nowMs, format, goneByNow, shape } = written;
  const { columns } = listTexts;
  const all: readonly Column<HistoricRow>[] = [
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
  return all.filter(({ id }) => !LEFT_OUT[shape].includes(id));
}

const LEFT_OUT: Readonly<Record<StateShape, readonly string[]>> = {
  names: ['availability', 'added', 'by'],
  items: ['by'],
  'items-by-many': [],
};

/** What the rows of a list at one time can tell. */
export function stateShape(
  list: Pick<HistoricList, 'kind' | 'isCollaborative'>,
  playlist: Pick<PlaylistRow, 'isOwn'> | null,
): StateShape {
  if (list.kind === 'playlists') return 'names';
  const isByMany = list.kind === 'playlist' && (list.isCollaborative || playlist?.isOwn === false);
  return isByMany ? 'items-by-many' : 'items';
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
