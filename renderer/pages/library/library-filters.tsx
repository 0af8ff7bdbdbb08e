import { ToggleButton } from 'react-aria-components';
import { libraryTexts } from '../../../shared/texts/library-texts.ts';
import type { LibraryRoute } from '../../state/routes/library-route.ts';
import { SCOPE_LOOKS, shownFilter } from './library-scopes.ts';

interface LibraryFiltersProps {
  readonly route: LibraryRoute;
  readonly onChange: (route: LibraryRoute) => void;
}

/** Shows only what is out of order. Absent where nothing can be. */
export function LibraryFilters({ route, onChange }: LibraryFiltersProps) {
  const { canBeUnavailable, canRepeat } = SCOPE_LOOKS[route.scope];
  const { onlyUnavailable, onlyDuplicates } = shownFilter(route);
  if (!canBeUnavailable) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="library-filters" role="group" aria-label={libraryTexts.filtersLabel}>
      <ToggleButton
        className="filter filter-alone"
        isSelected={onlyUnavailable}
        onChange={(isOn) => onChange({ ...route, onlyUnavailable: isOn })}
      >
        {libraryTexts.onlyUnavailable}
      </ToggleButton>
      {canRepeat && (
        <ToggleButton
          className="filter filter-alone"
          isSelected={onlyDuplicates}
          onChange={(isOn) => onChange({ ...route, onlyDuplicates: isOn })}
        >
          {libraryTexts.onlyDuplicates}
        </ToggleButton>
      )}
    </div>
  );
}
