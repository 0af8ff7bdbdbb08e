import type { RequestBudget } from '../../../../shared/library-status.ts';
import type { RequestFamily } from '../../../../shared/request-family.ts';
import { groupedNumber } from '../../../../shared/texts/quantities.ts';
import { FAMILY_NAMES } from '../../../../shared/texts/request-ledger-texts.ts';
import type { TextFormat } from '../../../../shared/texts/text-format.ts';
import { clockTime, localHour } from '../../../../shared/texts/time-phrases.ts';
import type { BarsSpec } from '../../../pictures/bars/bars-drawing.ts';
import { topOf } from '../../../pictures/number-axis.ts';
import { FAMILY_FILLS } from './family-fills.ts';

export type Hours = RequestBudget['hours'];
export type Hour = Hours[number];

/** From the ground up. */
export const FAMILIES = Object.keys(FAMILY_NAMES) as readonly RequestFamily[];

const MARK_EVERY_HOURS = 6;

/** Lays the hours out as stacked bars. Heights are true: half as high is half as many. */
export function hourBars(hours: Hours, format: TextFormat = {}): BarsSpec {
  const top = topOf(Math.max(0, ...hours.map(requestsIn)));
  return {
    fills: FAMILIES.map((family) => FAMILY_FILLS[family]),
    bars: hours.map((hour) => ({
      counts: FAMILIES.map((family) => requestsOf(hour, family)),
      height: requestsIn(hour) / top,
    })),
    numbers: { marks: [0, top / 2, top], words: (mark) => groupedNumber(mark, format) },
    marks: hours.flatMap(({ startMs }, bar) =>
      localHour(startMs, format) % MARK_EVERY_HOURS === 0
        ? { bar, words: clockTime(startMs, format) }
        : [],
    ),
  };
}

export function requestsIn({ used }: Hour): number {
  return used.reduce((sum, { count }) => sum + count, 0);
}

export function requestsOf({ used }: Hour, family: RequestFamily): number {
  return used.find((each) => each.family === family)?.count ?? 0;
}
