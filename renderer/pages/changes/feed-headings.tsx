import { changesTexts } from '../../../shared/texts/changes-texts.ts';
import { FunnelIcon } from '../../components/icons.tsx';
import type { RowHeadings } from './row-headings.ts';

interface FeedHeadingsProps {
  readonly headings: RowHeadings;
  /** Shows one list alone; null where that is so already. */
  readonly onOnly: ((listId: number) => void) | null;
}

/** The day and the list that a row opens. */
export function FeedHeadings({ headings: { day, list }, onOnly }: FeedHeadingsProps) {
  return (
    <>
      {day !== null && <p className="feed-day">{day}</p>}
      {list !== null && (
        <p className="feed-list-head">
          <span className="one-line" dir="auto">
            {list.name}
          </span>
          {list.id !== null && onOnly !== null && (
            // The keyboard chooses a list above; here it would be a stop at every heading.
            <button
              type="button"
              className="feed-only"
              tabIndex={-1}
              onClick={() => list.id !== null && onOnly(list.id)}
            >
              <FunnelIcon size={12} />
              {changesTexts.onlyThisList}
            </button>
          )}
        </p>
      )}
    </>
  );
}
