import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { changesTexts } from '../../../shared/texts/changes-texts.ts';
import { type ChangeFilter, FILTERS } from '../../state/change-filters.ts';
import { navigate } from '../../state/use-route.ts';

/** Which changes are shown. */
export function FilterBar({ filter }: { readonly filter: ChangeFilter }) {
  return (
    <ToggleButtonGroup
      className="filters"
      aria-label={changesTexts.filterLabel}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[filter]}
      onSelectionChange={(keys) => {
        const chosen = FILTERS.find((each) => keys.has(each));
        if (chosen !== undefined) navigate({ page: 'changes', filter: chosen });
      }}
    >
      {FILTERS.map((each) => (
        <ToggleButton key={each} id={each} className="filter">
          {changesTexts.filters[each]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
