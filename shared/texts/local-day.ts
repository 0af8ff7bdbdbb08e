import { dateFormatter, resolveFormat, type TextFormat } from './text-format.ts';

const DAY_MS = 24 * 60 * 60_000;
/** As far as a date can be from 1970, in milliseconds (ECMA-262 §21.4.1.1). */
const FURTHEST_MS = 8.64e15;

/** Whether there is such a moment at all: a damaged file may hold any number, or none. */
export function isMoment(atMs: number): boolean {
  return Math.abs(atMs) <= FURTHEST_MS;
}

/** The hour of the local day, from 0 to 23. */
export function localHour(atMs: number, format: TextFormat = {}): number {
  if (!isMoment(atMs)) return 0;
  const { timeZone } = resolveFormat(format);
  const options = { hour: '2-digit', hourCycle: 'h23', timeZone } as const;
  return Number(dateFormatter('en-US', options).format(atMs));
}

/** Minutes after midnight on the clock on the wall, from 0 to 1,439. */
export function minuteOfDay(atMs: number, format: TextFormat = {}): number {
  if (!isMoment(atMs)) return 0;
  const { timeZone } = resolveFormat(format);
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const [hour = '', minute = ''] = dateFormatter('en-US', options).format(atMs).split(':');
  return Number(hour) * 60 + Number(minute);
}

/** "2026-11-21": the same key for all moments of one local day. */
export function localDayKey(atMs: number, format: TextFormat = {}): string {
  const { year, month, day } = localDate(atMs, format);
  const padded = (part: number, digits: number) => String(part).padStart(digits, '0');
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** Whole local calendar days from one moment to another; negative into the past. */
export function daysBetween(fromMs: number, toMs: number, format: TextFormat): number {
  return dayNumber(toMs, format) - dayNumber(fromMs, format);
}

/** Whether both are in the same local year. */
export function isSameYear(atMs: number, otherMs: number, format: TextFormat): boolean {
  return localDate(atMs, format).year === localDate(otherMs, format).year;
}

function dayNumber(atMs: number, format: TextFormat): number {
  const { year, month, day } = localDate(atMs, format);
  // `Date.UTC` would take the years up to 99 for those of the twentieth century.
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS);
}

interface LocalDate {
  /** 0 is the year before the year 1. NaN where there is no such moment, as the others. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function localDate(atMs: number, format: TextFormat): LocalDate {
  if (!isMoment(atMs)) return { year: Number.NaN, month: Number.NaN, day: Number.NaN };
  const parts = dateFormatter('en-US', {
    era: 'narrow',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: resolveFormat(format).timeZone,
  }).formatToParts(atMs);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const year = Number(part('year'));
  return {
    year: part('era') === 'B' ? 1 - year : year,
    month: Number(part('month')),
    day: Number(part('day')),
  };
}
