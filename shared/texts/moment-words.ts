import { isMoment, isSameYear } from './local-day.ts';
import { dateFormatter, resolveFormat, type TextFormat } from './text-format.ts';
import { clockTime } from './time-phrases.ts';

/** Stands for a time that a damaged file does not tell. */
const NO_MOMENT = 'an unknown time';

/** "3 November 2026, 14:05": a moment that stands alone. */
export function longMoment(atMs: number, format: TextFormat = {}): string {
  if (!isMoment(atMs)) return NO_MOMENT;
  const { locale, timeZone } = resolveFormat(format);
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
  return `${dateFormatter(locale, options).format(atMs)}, ${clockTime(atMs, format)}`;
}

/** "3 Nov, 14:05", with the year where it is not this one. */
export function shortMoment(atMs: number, nowMs: number, format: TextFormat = {}): string {
  if (!isMoment(atMs)) return NO_MOMENT;
  return `${shortDate(atMs, nowMs, format)}, ${clockTime(atMs, format)}`;
}

/** "3 Nov", with the year where it is not this one. */
export function shortDate(atMs: number, nowMs: number, format: TextFormat = {}): string {
  if (!isMoment(atMs)) return NO_MOMENT;
  const { locale, timeZone } = resolveFormat(format);
  return dateFormatter(locale, {
    day: 'numeric',
    month: 'short',
    ...(isSameYear(atMs, nowMs, format) ? {} : { year: 'numeric' as const }),
    timeZone,
  }).format(atMs);
}
