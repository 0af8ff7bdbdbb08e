import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { FeedQuery } from '../../../shared/change-feed.ts';
import { changesTexts } from '../../../shared/texts/changes-texts.ts';
import { FILTERS } from '../../state/change-filters.ts';
import { ListChoice } from './list-choice.tsx';

interface FilterBarProps {
  readonly query: FeedQuery;
  readonly onChange: (query: FeedQuery) => void;
}

/** Which changes are shown. */
export function FilterBar({ query, onChange }: FilterBarProps) {
  return (
    <div className="filter-bar">
      <ToggleButtonGroup
        className="filters"
        aria-label={changesTexts.filterLabel}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[query.filter]}
        onSelectionChange={(keys) => {
          const filter = FILTERS.find((each) => keys.has(each));
          if (filter !== undefined) onChange({ ...query, filter });
        }}
      >
        {FILTERS.map((each) => (
          <ToggleButton key={each} id={each} className="filter">
            {changesTexts.filters[each]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ToggleButton
        className="filter filter-alone"
        isSelected={query.unreadOnly}
        onChange={(unreadOnly) => onChange({ ...query, unreadOnly })}
      >
        {changesTexts.unreadOnly}
      </ToggleButton>
      <ListChoice listId={query.listId} onChoose={(listId) => onChange({ ...query, listId })} />
    </div>
  );
}
