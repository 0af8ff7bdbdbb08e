import type { DifferenceKind, DifferenceRow, HistoricRow } from '../../../shared/history.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import {
  listTexts,
  placeWords,
  restatedWords,
  spokenMove,
} from '../../../shared/texts/list-texts.ts';
import type { TextFormat } from '../../../shared/texts/text-format.ts';
import { MinusIcon, MovedIcon, PencilIcon, PlusIcon } from '../../components/icons.tsx';
import type { Column } from '../../components/row-table/row-table.tsx';
import { RowLink, RowName } from './row-cells.tsx';

interface Written {
  readonly mode: SessionSnapshot['mode'];
  readonly nowMs: number;
  readonly format: TextFormat;
}

const SIGNS = {
  removed: <MinusIcon size={14} />,
  added: <PlusIcon size={14} />,
  moved: <MovedIcon size={14} />,
  restated: <PencilIcon size={14} />,
} satisfies Readonly<Record<DifferenceKind, unknown>>;

/** What the table tells of each row that differs. */
export function differenceColumns(written: Written): readonly Column<DifferenceRow>[] {
  const { mode, nowMs, format } = written;
  const { columns, differenceKinds } = listTexts;
  return [
    {
      id: 'change',
      title: columns.change,
      cell: ({ kind }) => (
        <span className={`difference-sign difference-${kind}`}>
          {SIGNS[kind]}
          <span className="one-line">{differenceKinds[kind]}</span>
        </span>
      ),
    },
    {
      id: 'name',
      title: columns.name,
      isRowHeader: true,
      cell: (row) =>
        row.kind === 'restated' ? (
          <RowName row={row.after} mark={restatedWords(row.before, row.after, nowMs, format)} />
        ) : (
          <RowName row={shownSide(row)} />
        ),
    },
    {
      id: 'place',
      title: columns.place,
      cell: (row) => <Place row={row} format={format} />,
    },
    {
      id: 'away',
      title: listTexts.openOnSpotify,
      isTitleHidden: true,
      cell: (row, isCurrent) => (
        <RowLink row={shownSide(row)} mode={mode} isReachable={isCurrent} />
      ),
    },
  ];
}

function shownSide(row: DifferenceRow): HistoricRow {
  return row.kind === 'removed' ? row.before : row.after;
}

function Place({ row, format }: { readonly row: DifferenceRow; readonly format: TextFormat }) {
  const before = row.kind === 'added' ? null : row.before.position;
  const after = row.kind === 'removed' ? null : row.after.position;
  const words = placeWords(before, after, format);
  if (row.kind !== 'moved' || before === null || after === null) {
    return <span className="list-row-number tabular">{words}</span>;
  }
  return (
    <span className="list-row-number tabular">
      <span aria-hidden="true">{words}</span>
      <span className="visually-hidden">{spokenMove(before, after, format)}</span>
    </span>
  );
}
