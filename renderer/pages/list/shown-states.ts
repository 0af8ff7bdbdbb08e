import type { HistoryMoment } from '../../../shared/history.ts';
import type { KnownTimeline } from './list-timeline.ts';
import { type FoundState, findState } from './timeline/observed-state.ts';

/** The state that a page shows, and the time at which its handle stands. */
export interface ShownState extends FoundState {
  readonly atMs: number;
}

/**
 * The state of a moment; null while it may be among those that are still being read.
 *
 * @param timeline - with one state or more
 */
export function shownState(timeline: KnownTimeline, moment: HistoryMoment): ShownState | null {
  const { states, isWhole, openedAtMs } = timeline;
  const found = findState(states, moment);
  if (!isWhole && (moment.kind === 'time' || found.as !== 'asked')) return null;
  const stateMs = states[found.index]?.atMs ?? openedAtMs;
  const isTimeItself = moment.kind === 'time' && found.as === 'asked';
  return { ...found, atMs: isTimeItself ? Math.min(moment.atMs, openedAtMs) : stateMs };
}

/** The state as it is now. */
export function lastState({ states, openedAtMs }: KnownTimeline): ShownState {
  const index = states.length - 1;
  return { index, as: 'asked', atMs: Math.max(openedAtMs, states[index]?.atMs ?? 0) };
}

/** The moment that a place on the timeline stands for; null for the last one, which is "now". */
export function momentOf({ states }: KnownTimeline, index: number): HistoryMoment | null {
  const state = states[index];
  return state === undefined || index === states.length - 1
    ? null
    : { kind: 'observation', id: state.id };
}
