import type { HistoricListKind, HistoryMoment } from '../../../shared/history.ts';
import {
  heldPhrase,
  listLength,
  listTexts,
  sincePhrase,
  unchangedPhrase,
} from '../../../shared/texts/list-texts.ts';
import { longMoment, shortMoment } from '../../../shared/texts/moment-words.ts';
import { Button } from '../../components/button.tsx';
import { CaretIcon } from '../../components/icons.tsx';
import { ListSizeButton } from '../../pictures/list-size/list-size-button.tsx';
import { hashOfRoute } from '../../state/route.ts';
import type { ListRoute } from '../../state/routes/list-route.ts';
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
  /** What leads from here to the last state. */
  readonly comparison: ListRoute;
  /** The playlist is not in the library any more. */
  readonly isGone: boolean;
}

/** Which time is shown, what is known of it, and the ways to other times. */
export function StateReadout(props: StateReadoutProps) {
  const { timeline, shown, isNow, kind, nowMs, losses, onShow, comparison, isGone } = props;
  const { format } = useWindowState();
  const { states, openedAtMs } = timeline;
  const state = states[shown.index];
  if (state === undefined) return null;
  const isDifferent = losses !== null && Object.values(losses.counts).some((count) => count > 0);
  const nowWords = isGone ? listTexts.lastSeen : listTexts.now;
  const isThatState = shown.as !== 'not-kept' && shown.as !== 'before';
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
        <p className="readout-when one-line tabular">
          {isNow ? (
            nowWords
          ) : (
            <>
              <span className="readout-long">{longMoment(state.atMs, format)}</span>
              <span className="readout-short">{shortMoment(state.atMs, nowMs, format)}</span>
            </>
          )}
        </p>
        <span className="readout-size">
          <ListSizeButton
            listId={comparison.listId}
            chosenAtMs={isNow ? null : shown.atMs}
            onChoose={({ observationId }) =>
              onShow(
                momentOf(
                  timeline,
                  states.findIndex(({ id }) => id === observationId),
                ),
              )
            }
          />
        </span>
        <DayField
          label={listTexts.day}
          atMs={shown.atMs}
          firstMs={states[0]?.atMs ?? state.atMs}
          lastMs={openedAtMs}
          onChoose={(atMs) => onShow({ kind: 'time', atMs })}
        />
        {!isNow && <Button onPress={() => onShow(null)}>{nowWords}</Button>}
      </div>
      <p className="readout-note tabular">
        {shown.as === 'not-kept' && <strong>{listTexts.notKept}</strong>}
        {shown.as === 'before' && (
          <strong>{listTexts.beforeFirst(longMoment(state.atMs, format))}</strong>
        )}
        {state.rows !== null && (
          <span className="readout-length">{listLength(state.rows, kind, format)}</span>
        )}
        {isNow && (
          <span className="one-line">
            {unchangedPhrase(state.atMs, shown.index === 0, nowMs, format)}
          </span>
        )}
        {!isNow && isThatState && (
          <span className="one-line">{heldPhrase(state, nextMs, nowMs, format)}</span>
        )}
        {losses !== null && !isDifferent && (
          <span className="one-line">{sincePhrase(losses.counts, format)}</span>
        )}
        {isDifferent && (
          <a className="text-link one-line" href={hashOfRoute(comparison)} draggable={false}>
            {sincePhrase(losses.counts, format)}
          </a>
        )}
      </p>
    </div>
  );
}
