import type { HistoryMoment } from '../../../../shared/history.ts';

/** One state of a list, and when it was seen. */
export interface ObservedState {
  /** Of the observation; later ones have larger ids. */
  readonly id: number;
  /** The look that first showed it so … */
  readonly atMs: number;
  /** … and the last that did. What was there later, up to the next state, nobody saw. */
  readonly untilMs: number;
  /** Null where the length of the list is not known yet. */
  readonly rows: number | null;
}

/** `not-kept`: there was such a state, and it is deleted. `before`: it is from before the first look. */
export interface FoundState {
  readonly index: number;
  readonly as: 'asked' | 'not-kept' | 'before';
}

/**
 * The state at a time: the last that was seen at or before it. -1 where there is none.
 *
 * @param states - in the order of their ids; a clock that was set back makes their times go back too
 */
export function indexAt(states: readonly ObservedState[], atMs: number): number {
  for (let index = states.length - 1; index >= 0; index -= 1) {
    if ((states[index]?.atMs ?? Number.POSITIVE_INFINITY) <= atMs) return index;
  }
  return -1;
}

/**
 * The state that a moment names, or the nearest there is.
 *
 * @param states - all of them, one or more
 */
export function findState(states: readonly ObservedState[], moment: HistoryMoment): FoundState {
  if (moment.kind === 'time') {
    const index = indexAt(states, moment.atMs);
    return index < 0 ? { index: 0, as: 'before' } : { index, as: 'asked' };
  }
  const { id } = moment;
  let index = states.length - 1;
  while (index > 0 && (states[index]?.id ?? 0) > id) index -= 1;
  return { index, as: states[index]?.id === id ? 'asked' : 'not-kept' };
}
