import type { TextFormat } from '../../../../shared/texts/text-format.ts';
import { localDayKey } from '../../../../shared/texts/time-phrases.ts';
import { endOfDay, shiftedMonth } from './calendar-day.ts';
import { indexAt, type ObservedState } from './observed-state.ts';

/**
 * Where a key leads on a timeline: an arrow one state, "Page Up" and "Page Down" a month, and at least
 * one state. Null for a key that does not move.
 */
export function stepState(
  key: string,
  index: number,
  states: readonly ObservedState[],
  format: TextFormat = {},
): number | null {
  const last = states.length - 1;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, index - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, index + 1);
    case 'PageDown':
      return Math.max(0, Math.min(index - 1, aMonthFrom(index, -1, states, format)));
    case 'PageUp':
      return Math.min(last, Math.max(index + 1, aMonthFrom(index, 1, states, format)));
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

function aMonthFrom(
  index: number,
  months: 1 | -1,
  states: readonly ObservedState[],
  format: TextFormat,
): number {
  const day = localDayKey(states[index]?.atMs ?? 0, format);
  return indexAt(states, endOfDay(shiftedMonth(day, months), format));
}
