import { type KeyboardEvent, memo } from 'react';
import type { Change } from '../../../shared/change.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { describeChange, observedPhrase } from '../../../shared/texts/change-sentence.ts';
import { changesTexts } from '../../../shared/texts/changes-texts.ts';
import { ChangeLine } from '../../components/change-line.tsx';
import { useWindowState } from '../../state/window-state-context.ts';

interface FeedRowProps {
  readonly change: Change;
  /** The headings that this row opens; plain texts, so that an unchanged row is not drawn again. */
  readonly day: string | null;
  readonly listName: string | null;
  readonly observed: string | null;
  readonly nowMs: number;
  readonly mode: SessionSnapshot['mode'];
  readonly index: number;
  readonly total: number;
  /** The one row that the Tab key reaches; arrow keys move it. */
  readonly isCurrent: boolean;
  readonly onFocusRow: (index: number) => void;
}

/** A row of the feed, with the headings of the group that it opens. */
export const FeedRow = memo(function FeedRow(props: FeedRowProps) {
  const { change, day, listName, observed, nowMs, mode, index, total, isCurrent } = props;
  const { format } = useWindowState();
  const { title, detail } = describeChange(change, format);
  const spoken = `${change.unread ? `${changesTexts.unread}: ` : ''}${title.slice(0, 300)}, ${detail.slice(0, 300)}, ${observedPhrase(change, nowMs, format)}`;
  return (
    <>
      {day !== null && <p className="feed-day">{day}</p>}
      {listName !== null && (
        <p className="feed-list-head">
          <span className="one-line" dir="auto">
            {listName}
          </span>
          <span className="feed-observed tabular">{observed}</span>
        </p>
      )}
      <article
        className="feed-row"
        aria-label={spoken}
        aria-posinset={index + 1}
        aria-setsize={total}
        tabIndex={isCurrent ? 0 : -1}
        onFocus={() => props.onFocusRow(index)}
        onKeyDown={openOnEnter}
      >
        <ChangeLine
          change={change}
          place="feed"
          nowMs={nowMs}
          mode={mode}
          isLinkReachable={isCurrent}
        />
      </article>
    </>
  );
});

/** Enter on the row presses its link; on the link itself the browser does that. */
function openOnEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
  event.currentTarget.querySelector<HTMLButtonElement>('button.spotify-link')?.click();
}
