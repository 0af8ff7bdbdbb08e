import type { RequestBudget } from '../../../../shared/library-status.ts';
import type { RequestFamily } from '../../../../shared/request-family.ts';
import type { TextFormat } from '../../../../shared/texts/text-format.ts';
import { localHour } from '../../../../shared/texts/time-phrases.ts';

type Hour = RequestBudget['hours'][number];

export interface HourBar {
  readonly startMs: number;
  /** Null for the running hour. */
  readonly endMs: number | null;
  readonly total: number;
  /** From the ground up; their counts are the shares of the bar's height. */
  readonly parts: readonly {
    readonly family: RequestFamily;
    readonly count: number;
    /** Whether a line can be spared to set the next part apart. */
    readonly isHigh: boolean;
  }[];
  /** Of the chart's height, from 0 to 1. */
  readonly height: number;
  /** Whether the axis below names this hour. */
  readonly isMarked: boolean;
}

export interface HourBars {
  readonly bars: readonly HourBar[];
  /** The number that the chart's full height stands for. */
  readonly top: number;
  readonly total: number;
}

const LEAST_TOP = 10;
const MARK_EVERY_HOURS = 6;
/** Of the chart's height: about 5 pixels. */
const HIGH = 0.04;

/** Lays the hours out as stacked bars. Heights are true: half as high is half as many. */
export function hourBars(hours: readonly Hour[], format: TextFormat = {}): HourBars {
  const totals = hours.map(({ used }) => used.reduce((sum, { count }) => sum + count, 0));
  const top = topOf(Math.max(0, ...totals));
  return {
    top,
    total: totals.reduce((sum, each) => sum + each, 0),
    bars: hours.map(({ startMs, used }, index) => {
      const total = totals[index] ?? 0;
      return {
        startMs,
        endMs: hours[index + 1]?.startMs ?? null,
        total,
        parts: used.map(({ family, count }) => ({ family, count, isHigh: count / top >= HIGH })),
        height: total / top,
        isMarked: localHour(startMs, format) % MARK_EVERY_HOURS === 0,
      };
    }),
  };
}

/** The next of 10, 20, 50, 100, 200, 500, … so that the axis has round numbers, also at its half. */
export function topOf(most: number): number {
  for (let decade = LEAST_TOP; ; decade *= 10) {
    for (const step of [1, 2, 5]) {
      if (decade * step >= most) return decade * step;
    }
  }
}

/** The hour to which a key leads from another one; null for a key that leads nowhere. */
export function hourAfterKey(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, from - 1);
    case 'ArrowRight':
      return Math.min(count - 1, from + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
