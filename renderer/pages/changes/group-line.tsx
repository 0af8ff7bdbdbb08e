import type { FeedRow } from '../../../shared/change-feed.ts';
import { CHANGE_LABELS } from '../../../shared/texts/change-sentence.ts';
import { changesTexts } from '../../../shared/texts/changes-texts.ts';
import { groupNames, groupTitle } from '../../../shared/texts/group-texts.ts';
import { shortWindow, windowPhrase } from '../../../shared/texts/time-phrases.ts';
import { ChangeSign } from '../../components/change-sign.tsx';
import { CaretIcon } from '../../components/icons.tsx';
import { useWindowState } from '../../state/window-state-context.ts';

interface GroupLineProps {
  readonly row: Extract<FeedRow, { kind: 'group' }>;
  readonly nowMs: number;
  readonly isReachable: boolean;
  readonly onToggle: () => void;
}

/** Many changes of one kind in one list, as one line that opens. */
export function GroupLine({ row, nowMs, isReachable, onToggle }: GroupLineProps) {
  const { format } = useWindowState();
  const { observedAfterMs: afterMs, observedBeforeMs: beforeMs } = row;
  return (
    <button
      type="button"
      className="change-line group-line"
      aria-expanded={row.isOpen}
      tabIndex={isReachable ? 0 : -1}
      onClick={onToggle}
    >
      <span className="change-unread">
        {row.unread > 0 && (
          <>
            <span className="change-unread-dot" aria-hidden="true" />
            <span className="visually-hidden">{changesTexts.unreadBefore} </span>
          </>
        )}
      </span>
      <span className="group-caret" data-open={row.isOpen}>
        <CaretIcon />
      </span>
      <span className="change-words">
        <span className="change-name one-line">{groupTitle(row, format)}</span>
        {!row.isOpen && <span className="change-byline one-line">{groupNames(row, format)}</span>}
      </span>
      <span className="change-what">
        <ChangeSign kind={row.change} label={CHANGE_LABELS[row.change]} />
        <span
          className="change-when tabular"
          title={windowPhrase(afterMs, beforeMs, nowMs, format)}
        >
          {shortWindow(afterMs, beforeMs, format)}
        </span>
      </span>
    </button>
  );
}
