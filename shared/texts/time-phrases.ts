import { daysBetween, isMoment, isSameYear } from './local-day.ts';
import { countOf } from './quantities.ts';
import { dateFormatter, resolveFormat, type TextFormat } from './text-format.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Stands for a time that a damaged file does not tell. */
const NO_TIME = '–';
const NO_DAY = 'Unknown day';
const NO_MOMENT = 'at an unknown time';

export { daysBetween, localDayKey, localHour } from './local-day.ts';

/** "14:02" or "2:02 PM". */
export function clockTime(atMs: number, format: TextFormat = {}): string {
  if (!isMoment(atMs)) return NO_TIME;
  const { locale, timeZone, hourCycle } = resolveFormat(format);
  const hour = hourCycle === 'h23' || hourCycle === 'h24' ? '2-digit' : 'numeric';
  return dateFormatter(locale, { hour, minute: '2-digit', hourCycle, timeZone }).format(atMs);
}

/** "14:02:10" or "2:02:10 PM". */
function clockTimeWithSeconds(atMs: number, format: TextFormat): string {
  const { locale, timeZone, hourCycle } = resolveFormat(format);
  const hour = hourCycle === 'h23' || hourCycle === 'h24' ? '2-digit' : 'numeric';
  const options = { hour, minute: '2-digit', second: '2-digit', hourCycle, timeZone } as const;
  return dateFormatter(locale, options).format(atMs);
}

/** "Today", "Yesterday", "Thursday 19 November", with the year where it is not this one. */
export function dayHeading(atMs: number, nowMs: number, format: TextFormat = {}): string {
  const days = daysBetween(nowMs, atMs, format);
  if (days === 0) return 'Today';
  if (days === -1) return 'Yesterday';
  return calendarDay(atMs, nowMs, 'long', format);
}

/** "Fri 20 Nov": a day where there is little room. */
export function shortDay(atMs: number, nowMs: number, format: TextFormat = {}): string {
  return calendarDay(atMs, nowMs, 'short', format);
}

/** "Today", "Yesterday", "Thu 19 Nov". */
export function nearDay(atMs: number, nowMs: number, format: TextFormat = {}): string {
  const days = daysBetween(nowMs, atMs, format);
  if (days === 0) return 'Today';
  if (days === -1) return 'Yesterday';
  return shortDay(atMs, nowMs, format);
}

/** "at 19:53", "tomorrow at 08:12", "yesterday at 08:12", "on Fri 20 Nov at 08:12". */
export function momentPhrase(atMs: number, nowMs: number, format: TextFormat = {}): string {
  if (!isMoment(atMs)) return NO_MOMENT;
  const time = clockTime(atMs, format);
  const days = daysBetween(nowMs, atMs, format);
  if (days === 0) return `at ${time}`;
  if (days === 1) return `tomorrow at ${time}`;
  if (days === -1) return `yesterday at ${time}`;
  return `on ${calendarDay(atMs, nowMs, 'short', format)} at ${time}`;
}

/** "until 19:53", "until tomorrow at 08:12", "until Fri 20 Nov at 08:12". */
export function untilPhrase(atMs: number, nowMs: number, format: TextFormat = {}): string {
  return `until ${momentPhrase(atMs, nowMs, format).replace(/^(at|on) /, '')}`;
}

/** "until 14:02:10": the end of a wait that is over soon; on another day as `untilPhrase`. */
export function preciseUntilPhrase(atMs: number, nowMs: number, format: TextFormat = {}): string {
  return daysBetween(nowMs, atMs, format) === 0
    ? `until ${clockTimeWithSeconds(atMs, format)}`
    : untilPhrase(atMs, nowMs, format);
}

/** "in a moment", "in 12 minutes", "at 19:53": the next such time, relative only where it is near. */
export function comingPhrase(atMs: number, nowMs: number, format: TextFormat = {}): string {
  if (!isMoment(atMs)) return NO_MOMENT;
  const minutes = Math.round((atMs - nowMs) / MINUTE_MS);
  if (minutes < 1) return 'in a moment';
  if (minutes < 60) return `in ${countOf(minutes, 'minute', 'minutes', format)}`;
  return momentPhrase(atMs, nowMs, format);
}

/** "just now", "3 minutes ago", "2 hours ago", "yesterday at 14:02", "on Thu 19 Nov at 14:02". */
export function agoPhrase(atMs: number, nowMs: number, format: TextFormat = {}): string {
  if (!isMoment(atMs)) return NO_MOMENT;
  const agoMs = nowMs - atMs;
  if (agoMs < MINUTE_MS) return 'just now';
  if (agoMs < HOUR_MS) {
    return `${countOf(Math.floor(agoMs / MINUTE_MS), 'minute', 'minutes', format)} ago`;
  }
  if (daysBetween(nowMs, atMs, format) === 0) {
    return `${countOf(Math.floor(agoMs / HOUR_MS), 'hour', 'hours', format)} ago`;
  }
  return momentPhrase(atMs, nowMs, format);
}

/**
 * The window in which something was observed: "between 14:02 and 15:02", and with the days where
 * they differ. It is never narrower than what is known.
 */
export function windowPhrase(
  afterMs: number,
  beforeMs: number,
  nowMs: number,
  format: TextFormat = {},
): string {
  // A clock that was set back between the two leaves them in the wrong order.
  if (afterMs > beforeMs) return windowPhrase(beforeMs, afterMs, nowMs, format);
  if (!isMoment(beforeMs)) return NO_MOMENT;
  const end = clockTime(beforeMs, format);
  if (!isMoment(afterMs)) return `before ${calendarDay(beforeMs, nowMs, 'short', format)}, ${end}`;
  if (daysBetween(afterMs, beforeMs, format) === 0) {
    const start = clockTime(afterMs, format);
    return start === end ? `at ${end}` : `between ${start} and ${end}`;
  }
  const start = `${calendarDay(afterMs, nowMs, 'short', format)}, ${clockTime(afterMs, format)}`;
  return `between ${start} and ${calendarDay(beforeMs, nowMs, 'short', format)}, ${end}`;
}

/** "14:02–15:02" beside a heading with the day; "until 15:02" where it began on an earlier day. */
export function shortWindow(afterMs: number, beforeMs: number, format: TextFormat = {}): string {
  if (afterMs > beforeMs) return shortWindow(beforeMs, afterMs, format);
  const end = clockTime(beforeMs, format);
  if (daysBetween(afterMs, beforeMs, format) !== 0) return `until ${end}`;
  const start = clockTime(afterMs, format);
  return start === end ? end : `${start}–${end}`;
}

/** "4:05": minutes and seconds that are left; never below zero. */
export function countdown(endsAtMs: number, nowMs: number): string {
  if (!isMoment(endsAtMs)) return NO_TIME;
  const seconds = Math.max(0, Math.ceil((endsAtMs - nowMs) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function calendarDay(
  atMs: number,
  nowMs: number,
  width: 'long' | 'short',
  format: TextFormat,
): string {
  if (!isMoment(atMs)) return NO_DAY;
  const { locale, timeZone } = resolveFormat(format);
  return dateFormatter(locale, {
    weekday: width,
    day: 'numeric',
    month: width,
    ...(isSameYear(atMs, nowMs, format) ? {} : { year: 'numeric' as const }),
    timeZone,
  }).format(atMs);
}
