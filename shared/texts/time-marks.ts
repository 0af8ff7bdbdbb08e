import { dateFormatter, resolveFormat, type TextFormat } from './text-format.ts';
import { clockTime } from './time-phrases.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MONTHS = 12;
/** 1 January 1970 was a Thursday. */
const DAYS_TO_FIRST_MONDAY = 4;
/** `Date.UTC` takes a year 0 for 1900, so that months cannot be counted from there. */
const BASE_YEAR = 2000;

/** A moment that an axis of time names. */
export interface TimeMark {
  readonly atMs: number;
  readonly words: string;
}

type Unit = 'minutes' | 'hours' | 'days' | 'months';

const SHORTEST_MS: Readonly<Record<Unit, number>> = {
  minutes: MINUTE_MS,
  hours: HOUR_MS,
  days: DAY_MS,
  months: 28 * DAY_MS,
};

/** From the closest marks on; years are counted in months. */
const STEPS: readonly (readonly [unit: Unit, count: number])[] = [
  ['minutes', 5],
  ['minutes', 15],
  ['minutes', 30],
  ['hours', 1],
  ['hours', 3],
  ['hours', 6],
  ['hours', 12],
  ['days', 1],
  ['days', 2],
  ['days', 7],
  ['months', 1],
  ['months', 3],
  ['months', 6],
  ['months', MONTHS],
  ['months', 2 * MONTHS],
  ['months', 5 * MONTHS],
  ['months', 10 * MONTHS],
];

/**
 * Round moments of the local calendar between two times, as close as so many allow: "12:00", at
 * midnight "21 Nov", the first of a month "Nov", of a year "2026".
 *
 * @param most - marks, 1 or more
 */
export function timeMarks(
  fromMs: number,
  toMs: number,
  most: number,
  format: TextFormat = {},
): readonly TimeMark[] {
  for (const [unit, count] of STEPS) {
    // What would be far too many is not even counted.
    if ((toMs - fromMs) / (count * SHORTEST_MS[unit]) <= 2 * most) {
      const moments = momentsOf(unit, count, fromMs, toMs, format);
      if (moments.length <= most) {
        return moments.map((atMs) => ({ atMs, words: markWords(atMs, unit, format) }));
      }
    }
  }
  return [];
}

function momentsOf(
  unit: Unit,
  count: number,
  fromMs: number,
  toMs: number,
  format: TextFormat,
): number[] {
  const moments: number[] = [];
  const { year, month, day } = localParts(fromMs, format);
  const dayNumber = Date.UTC(year, month, day) / DAY_MS;
  const offset = unit === 'days' && count === 7 ? DAYS_TO_FIRST_MONDAY : 0;
  const first = { minutes: 0, hours: 0, days: dayNumber - offset, months: year * MONTHS + month }[
    unit
  ];
  const start = first - (((first % count) + count) % count);
  for (let at = start; ; at += count) {
    const moment = {
      minutes: () => localMoment(Date.UTC(year, month, day, 0, at), format),
      hours: () => localMoment(Date.UTC(year, month, day, at), format),
      days: () => localMoment((at + offset) * DAY_MS, format),
      months: () => localMoment(Date.UTC(BASE_YEAR, at - BASE_YEAR * MONTHS), format),
    }[unit]();
    if (moment > toMs) return moments;
    // Where the clock is set forward, two of them are one.
    if (moment >= fromMs && moment !== moments.at(-1)) moments.push(moment);
  }
}

function markWords(atMs: number, unit: Unit, format: TextFormat): string {
  const { locale, timeZone } = resolveFormat(format);
  const { month, hour, minute } = localParts(atMs, format);
  const isWithinDay = hour !== 0 || minute !== 0;
  if ((unit === 'minutes' || unit === 'hours') && isWithinDay) return clockTime(atMs, format);
  if (unit !== 'months') {
    return dateFormatter(locale, { day: 'numeric', month: 'short', timeZone }).format(atMs);
  }
  return dateFormatter(
    locale,
    month === 0 ? { year: 'numeric', timeZone } : { month: 'short', timeZone },
  ).format(atMs);
}

interface LocalParts {
  readonly year: number;
  /** From 0 on. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** The moment as if the local clock showed UTC. */
  readonly asUtcMs: number;
}

function localParts(atMs: number, format: TextFormat): LocalParts {
  const parts = dateFormatter('en-US', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
    timeZone: resolveFormat(format).timeZone,
  }).formatToParts(atMs);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const [year, month, day] = [part('year'), part('month') - 1, part('day')];
  const [hour, minute] = [part('hour'), part('minute')];
  const asUtcMs = Date.UTC(year, month, day, hour, minute, part('second'));
  return { year, month, day, hour, minute, asUtcMs };
}

/** The moment at which the local clock shows what UTC shows at another. */
function localMoment(asUtcMs: number, format: TextFormat): number {
  const offsetAt = (atMs: number) => localParts(atMs, format).asUtcMs - atMs;
  const near = asUtcMs - offsetAt(asUtcMs);
  // Beside a change to or from summer time the first guess can have the wrong offset.
  return asUtcMs - offsetAt(near);
}
