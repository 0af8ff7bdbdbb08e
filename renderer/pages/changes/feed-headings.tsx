import type { RowHeadings } from './row-headings.ts';

/** The day and the list that a row opens. */
export function FeedHeadings({ headings: { day, list } }: { readonly headings: RowHeadings }) {
  return (
    <>
      {day !== null && <p className="feed-day">{day}</p>}
      {list !== null && (
        <p className="feed-list-head one-line" dir="auto">
          {list}
        </p>
      )}
    </>
  );
}
