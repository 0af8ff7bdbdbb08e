import { type KeyboardEvent, memo } from 'react';
import type { Change } from '../../../shared/change.ts';
import type { FeedRow as Row } from '../../../shared/change-feed.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { describeChange, observedPhrase } from '../../../shared/texts/change-sentence.ts';
import { changesTexts } from '../../../shared/texts/changes-texts.ts';
import { spokenGroup } from '../../../shared/texts/group-texts.ts';
import { ChangeLine } from '../../components/change-line.tsx';
import { isPressedInside } from '../../components/is-pressed-inside.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { ComparisonLink } from './comparison-link.tsx';
import { GroupLine } from './group-line.tsx';

interface FeedRowProps {
  readonly row: Row;
  readonly nowMs: number;
  readonly mode: SessionSnapshot['mode'];
  readonly index: number;
  readonly total: number;
  /** The one row that the Tab key reaches; arrow keys move it. */
  readonly isCurrent: boolean;
  readonly onFocusRow: (index: number) => void;
  /** Opens or closes the group whose head this is. */
  readonly onToggle: (key: string, index: number) => void;
  /** Shows all that is known of what changed. */
  readonly onOpen: (change: Change) => void;
}

/** A row of the feed. */
export const FeedRow = memo(function FeedRow(props: FeedRowProps) {
  const { row, nowMs, mode, index, total, isCurrent, onToggle, onOpen } = props;
  const { format } = useWindowState();
  const isInside = row.kind === 'change' && row.isInGroup;
  return (
    <article
      className={isInside ? 'feed-row feed-row-inside' : 'feed-row'}
      aria-label={spokenOf(row, nowMs, format)}
      aria-posinset={index + 1}
      aria-setsize={total}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={() => props.onFocusRow(index)}
      onKeyDown={pressOnKey}
      onClick={(event) => {
        if (row.kind === 'change' && !isPressedInside(event.target)) onOpen(row.change);
      }}
    >
      {row.kind === 'change' ? (
        <ChangeLine
          change={row.change}
          place="feed"
          nowMs={nowMs}
          mode={mode}
          isLinkReachable={isCurrent}
          onOpen={() => onOpen(row.change)}
        />
      ) : (
        <>
          <GroupLine
            row={row}
            nowMs={nowMs}
            isReachable={isCurrent}
            onToggle={() => onToggle(row.key, index)}
          />
          <ComparisonLink group={row} isReachable={isCurrent} />
        </>
      )}
    </article>
  );
});

function spokenOf(row: Row, nowMs: number, format: Parameters<typeof describeChange>[1]): string {
  if (row.kind === 'group') return spokenGroup(row, nowMs, format);
  const { change } = row;
  const { title, detail } = describeChange(change, format);
  const unread = change.unread ? `${changesTexts.unreadBefore} ` : '';
  const when = observedPhrase(change, nowMs, format);
  return `${unread}${title}, ${detail}, ${when}`;
}

/** Enter on the row presses what it leads to; on that itself the browser does. */
function pressOnKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.target !== event.currentTarget) return;
  const row = event.currentTarget;
  const group = row.querySelector<HTMLButtonElement>('button.group-line');
  const isOpen = group?.getAttribute('aria-expanded') === 'true';
  if (event.key === 'Enter') {
    (group ?? row.querySelector<HTMLButtonElement>('button.item-open'))?.click();
  } else if (group !== null && event.key === (isOpen ? 'ArrowLeft' : 'ArrowRight')) {
    group.click();
  }
}
