import type { HistoryMoment, ListDifference } from '../../../shared/history.ts';
import { differenceSentence, listTexts } from '../../../shared/texts/list-texts.ts';
import { longMoment } from '../../../shared/texts/moment-words.ts';
import { clockTime } from '../../../shared/texts/time-phrases.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import type { ComparedState, ComparedStates } from './compared-states.ts';
import type { KnownTimeline } from './list-timeline.ts';
import { DayField } from './timeline/day-field.tsx';

type End = 'from' | 'to';

interface CompareReadoutProps {
  readonly timeline: KnownTimeline;
  readonly compared: ComparedStates;
  /** Null while they are not known. */
  readonly counts: ListDifference['counts'] | null;
  readonly onShow: (end: End, moment: HistoryMoment | null) => void;
}

/** Which two times are compared, and how much differs. */
export function CompareReadout({ timeline, compared, counts, onShow }: CompareReadoutProps) {
  const { format } = useWindowState();
  const { from, to } = compared;
  const isSameTime = from.index === to.index;
  const notes = [
    ...(from.as === 'not-kept' || to.as === 'not-kept' ? [listTexts.notKept] : []),
    ...(from.as === 'before'
      ? [listTexts.beforeFirst(longMoment(timeline.states[0]?.atMs ?? from.atMs, format))]
      : []),
  ];
  const sentence = isSameTime || counts === null ? '' : differenceSentence(counts, format);
  return (
    <div className="readout">
      <div className="readout-line">
        <ComparedEnd end="from" state={from} timeline={timeline} onShow={onShow} />
        <span className="readout-arrow" aria-hidden="true">
          →
        </span>
        <ComparedEnd end="to" state={to} timeline={timeline} onShow={onShow} />
      </div>
      <p className="readout-note" role="status">
        {notes.map((note) => (
          <strong key={note}>{note}</strong>
        ))}
        <span className="tabular">{sentence || '\u00a0'}</span>
      </p>
    </div>
  );
}

interface ComparedEndProps {
  readonly end: End;
  readonly state: ComparedState;
  readonly timeline: KnownTimeline;
  readonly onShow: CompareReadoutProps['onShow'];
}

function ComparedEnd({ end, state, timeline, onShow }: ComparedEndProps) {
  const { format } = useWindowState();
  const { states, openedAtMs } = timeline;
  const isNow = end === 'to' && state.moment === null;
  const stateMs = states[state.index]?.atMs ?? state.atMs;
  return (
    <div className="readout-end">
      <span className="readout-label">{listTexts[end]}</span>
      <strong className="readout-long tabular">
        {isNow ? listTexts.nowShort : longMoment(stateMs, format)}
      </strong>
      <DayField
        label={end === 'from' ? listTexts.fromDay : listTexts.toDay}
        atMs={state.atMs}
        firstMs={states[0]?.atMs ?? stateMs}
        lastMs={openedAtMs}
        onChoose={(atMs) => onShow(end, { kind: 'time', atMs })}
      />
      <strong className="readout-short tabular">
        {isNow ? listTexts.nowShort : clockTime(stateMs, format)}
      </strong>
    </div>
  );
}
