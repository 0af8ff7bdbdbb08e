import type { HistoryMoment } from '../../../shared/history.ts';
import type { ListRoute } from '../../state/routes/list-route.ts';
import type { KnownTimeline } from './list-timeline.ts';
import { lastState, momentOf, type ShownState, shownState } from './shown-states.ts';

/** One end of a comparison, and how an address names it. */
export interface ComparedState extends ShownState {
  readonly moment: HistoryMoment | null;
}

export interface ComparedStates {
  /** Never after `to`. */
  readonly from: ComparedState;
  readonly to: ComparedState;
}

/**
 * The two states that an address compares, the earlier one first. Null while they may be among those
 * that are still being read.
 *
 * @param timeline - with one state or more
 */
export function comparedStates(
  timeline: KnownTimeline,
  { from: fromMoment, to: toMoment }: Pick<Extract<ListRoute, { view: 'compare' }>, 'from' | 'to'>,
): ComparedStates | null {
  const from = fromMoment === null ? beforeLast(timeline) : shownState(timeline, fromMoment);
  const to = toMoment === null ? lastState(timeline) : shownState(timeline, toMoment);
  if (from === null || to === null) return null;
  if (from.index <= to.index) {
    return { from: { ...from, moment: fromMoment }, to: { ...to, moment: toMoment } };
  }
  return {
    from: { ...to, moment: observation(timeline, to) },
    to: { ...from, moment: momentOf(timeline, from.index) },
  };
}

function beforeLast(timeline: KnownTimeline): ShownState {
  const index = Math.max(0, timeline.states.length - 2);
  return { index, as: 'asked', atMs: timeline.states[index]?.atMs ?? timeline.openedAtMs };
}

function observation({ states }: KnownTimeline, { index }: ShownState): HistoryMoment | null {
  const id = states[index]?.id;
  return id === undefined ? null : { kind: 'observation', id };
}
