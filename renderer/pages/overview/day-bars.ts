import type { LibraryStatus } from '../../../shared/library-status.ts';

type Day = LibraryStatus['changesPerDay'][number];
type PartKind = 'added' | 'removed' | 'other';

export interface DayBar {
  readonly dayStartMs: number;
  readonly total: number;
  readonly x: number;
  readonly width: number;
  /** From the ground up. */
  readonly parts: readonly {
    readonly kind: PartKind;
    readonly y: number;
    readonly height: number;
  }[];
}

const GAP = 4;
const PART_GAP = 1;
const SMALLEST_PART = 2;
const PARTS: readonly PartKind[] = ['added', 'removed', 'other'];

/**
 * Lays the days out as stacked bars. Heights follow the square root, so that one day with a
 * thousand changes does not flatten all others to nothing; every part that is there can be seen.
 */
export function dayBars(days: readonly Day[], width: number, height: number): readonly DayBar[] {
  const most = Math.max(1, ...days.map(totalOf));
  const barWidth = (width - GAP * (days.length - 1)) / Math.max(1, days.length);
  return days.map((day, index) => {
    const total = totalOf(day);
    const full = Math.sqrt(total / most) * height;
    return {
      dayStartMs: day.dayStartMs,
      total,
      x: index * (barWidth + GAP),
      width: barWidth,
      parts: stack(day, total, full, height),
    };
  });
}

function stack(day: Day, total: number, full: number, ground: number): DayBar['parts'] {
  const kinds = PARTS.filter((kind) => day[kind] > 0);
  const gaps = PART_GAP * Math.max(0, kinds.length - 1);
  const forParts = Math.max(full - gaps, SMALLEST_PART * kinds.length);
  const spare = forParts - SMALLEST_PART * kinds.length;
  let y = ground;
  return kinds.map((kind) => {
    const partHeight = SMALLEST_PART + (spare * day[kind]) / total;
    y -= partHeight;
    const part = { kind, y, height: partHeight };
    y -= PART_GAP;
    return part;
  });
}

function totalOf(day: Day): number {
  return day.added + day.removed + day.other;
}
