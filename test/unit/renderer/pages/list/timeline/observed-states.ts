import type { ObservedState } from '../../../../../../renderer/pages/list/timeline/observed-state.ts';

/** States that were seen at these times, with the ids 10, 11, … */
export function statesAt(...times: readonly number[]): readonly ObservedState[] {
  return times.map((atMs, index) => ({
    id: 10 + index,
    atMs,
    untilMs: Math.max(atMs, times[index + 1] ?? atMs),
    rows: 100 + index,
  }));
}
