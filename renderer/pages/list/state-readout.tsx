import type { HistoricListKind, HistoryMoment } from '../../../shared/history.ts';
import {
  heldPhrase,
  listLength,
  listTexts,
  sincePhrase,
  unchangedPhrase,
} from '../../../shared/texts/list-texts.ts';
import { longMoment } from '../../../shared/texts/moment-words.ts';
import { Button } from '../../components/button.tsx';
import { CaretIcon } from '../../components/icons.tsx';
import { useWindowState } from '../../state/window-state-context.ts';
import type { KnownTimeline } from './list-timeline.ts';
import { momentOf, type ShownState } from './shown-states.ts';
import { DayField } from './timeline/day-field.tsx';
import type { Losses } from './use-losses.ts';

interface StateReadoutProps {
  readonly timeline: KnownTimeline;
  readonly shown: ShownState;
  readonly isNow: boolean;
  readonly kind: HistoricListKind;
  readonly nowMs: number;
  /** What became of it since; null while that is not known. */
  readonly losses: Losses | null;
  readonly onShow: (moment: HistoryMoment | null) => void;
  readonly onCompare: () => void;
}

/** Which time is shown, what is known of it, and the ways to other times. */
export function StateReadout(props: StateReadoutProps) {
  const { timeline, shown, isNow, kind, nowMs, losses, onShow } = props;
  const { format } = useWindowState();
  const { states, openedAtMs } = timeline;
  const state = states[shown.index];
  if (state === undefined) return null;
  const nextMs = states[shown.index + 1]?.atMs ?? null;
  return (
    <div className="readout">
      <div className="readout-line">
        <Button
          look="icon"
          aria-label={listTexts.previous}
          isDisabled={shown.index === 0}
          onPress={() => onShow(momentOf(timeline, shown.index - 1))}
        >
          <span className="readout-back">
            <CaretIcon size={14} />
          </span>
        </Button>
        <Button
          look="icon"
          aria-label={listTexts.next}
          isDisabled={isNow || shown.index === states.length - 1}
          onPress={() => onShow(momentOf(timeline, shown.index + 1))}
        >
          <CaretIcon size={14} />
        </Button>
        <p className="readout-when tabular">
          <strong>{isNow ? listTexts.now : longMoment(state.atMs, format)}</strong>
          {state.rows !== null && <span>{listLength(state.rows, kind, format)}</span>}
        </p>
        <DayField
          label={listTexts.day}
          atMs={shown.atMs}
          firstMs={states[0]?.atMs ?? state.atMs}
          lastMs={openedAtMs}
          onChoose={(atMs) => onShow({ kind: 'time', atMs })}
        />
        {!isNow && <Button onPress={() => onShow(null)}>{listTexts.now}</Button>}
      </div>
      <p className="readout-note">
        {shown.as === 'not-kept' && <strong>{listTexts.notKept}</strong>}
        {shown.as === 'before' && (
          <strong>{listTexts.beforeFirst(longMoment(state.atMs, format))}</strong>
        )}
        {isNow ? (
          <span>{unchangedPhrase(state.atMs, shown.index === 0, nowMs, format)}</span>
        ) : (
          <span>{heldPhrase(state, nextMs, nowMs, format)}</span>
        )}
        {losses !== null && <span>{sincePhrase(losses.counts, format)}</span>}
        {losses !== null && (
          <Button look="quiet" onPress={props.onCompare}>
            {listTexts.compareWithNow}
          </Button>
        )}
      </p>
    </div>
  );
}
