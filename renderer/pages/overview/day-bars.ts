import type { LibraryStatus } from '../../../shared/library-status.ts';
import type { BarsSpec, Fill } from '../../pictures/bars/bars-drawing.ts';

export type Day = LibraryStatus['changesPerDay'][number];
export type DayPart = Exclude<keyof Day, 'dayStartMs'>;

/** From the ground up. */
export const DAY_FILLS: Readonly<Record<DayPart, Fill>> = {
  added: { token: '--picture-added', texture: 'plain' },
  removed: { token: '--picture-removed', texture: 'diagonal-lines' },
  other: { token: '--picture-other', texture: 'plain' },
};
export const DAY_PARTS: readonly DayPart[] = ['added', 'removed', 'other'];

/**
 * Lays the days out as stacked bars. Heights follow the square root, so that one day with a thousand
 * changes does not flatten all others to nothing.
 */
export function dayBars(days: readonly Day[]): BarsSpec {
  const most = Math.max(1, ...days.map(changesOf));
  return {
    fills: DAY_PARTS.map((part) => DAY_FILLS[part]),
    bars: days.map((day) => ({
      counts: DAY_PARTS.map((part) => day[part]),
      height: Math.sqrt(changesOf(day) / most),
    })),
    numbers: null,
    marks: [],
  };
}

export function changesOf({ added, removed, other }: Omit<Day, 'dayStartMs'>): number {
  return added + removed + other;
}

/** All days together. */
export function sumOfDays(days: readonly Day[]): Omit<Day, 'dayStartMs'> {
  const sum = (part: DayPart) => days.reduce((all, day) => all + day[part], 0);
  return { added: sum('added'), removed: sum('removed'), other: sum('other') };
}
