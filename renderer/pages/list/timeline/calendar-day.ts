import type { TextFormat } from '../../../../shared/texts/text-format.ts';
import { localDayKey } from '../../../../shared/texts/time-phrases.ts';

const HOUR_MS = 3_600_000;
/** No zone is farther from UTC, and no change of a clock is larger. */
const FARTHEST_MS = 16 * HOUR_MS;

/**
 * The last millisecond of a day of the local calendar, however long that day is. Of a day that a zone
 * left out, as Samoa did with 30 December 2011, it is the end of the day before.
 *
 * @param day - "2026-11-21", from the year 1000 on
 */
export function endOfDay(day: string, format: TextFormat = {}): number {
  const nextMs = Date.parse(`${day}T00:00:00Z`) + 24 * HOUR_MS;
  let within = nextMs - FARTHEST_MS - 24 * HOUR_MS;
  let after = nextMs + FARTHEST_MS;
  while (after - within > 1) {
    const middle = Math.floor((within + after) / 2);
    if (localDayKey(middle, format) <= day) within = middle;
    else after = middle;
  }
  return within;
}

/** The same day of another month; its last one where it has no such day. */
export function shiftedMonth(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const shifted = Date.UTC(year, month - 1 + months, Math.min(date, lastDate));
  return new Date(shifted).toISOString().slice(0, 10);
}
