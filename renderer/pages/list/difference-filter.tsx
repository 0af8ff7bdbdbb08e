import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { DifferenceKind, ListDifference } from '../../../shared/history.ts';
import { listTexts } from '../../../shared/texts/list-texts.ts';
import { groupedNumber } from '../../../shared/texts/quantities.ts';
import { useWindowState } from '../../state/window-state-context.ts';

const KINDS = ['removed', 'added', 'moved', 'restated'] as const;

interface DifferenceFilterProps {
  readonly counts: ListDifference['counts'];
  readonly kind: DifferenceKind | null;
  readonly onChoose: (kind: DifferenceKind | null) => void;
}

/** Which kinds of difference are listed. */
export function DifferenceFilter({ counts, kind, onChoose }: DifferenceFilterProps) {
  const { format } = useWindowState();
  const total = KINDS.reduce((sum, each) => sum + counts[each], 0);
  if (total === 0 && kind === null) return null;
  return (
    <div className="difference-filter">
      <ToggleButtonGroup
        className="filters"
        aria-label={listTexts.filterLabel}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[kind ?? 'all']}
        onSelectionChange={(keys) => onChoose(KINDS.find((each) => keys.has(each)) ?? null)}
      >
        <ToggleButton id="all" className="filter">
          {listTexts.all} <span className="tabular">{groupedNumber(total, format)}</span>
        </ToggleButton>
        {KINDS.map((each) => (
          <ToggleButton key={each} id={each} className="filter">
            {listTexts.differenceKinds[each]}{' '}
            <span className="tabular">{groupedNumber(counts[each], format)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
