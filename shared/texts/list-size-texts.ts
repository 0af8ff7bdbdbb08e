import type { ListSizePoint } from '../list-sizes.ts';
import { countOf, groupedNumber } from './quantities.ts';
import type { TextFormat } from './text-format.ts';
import { clockTime, daysBetween, nearDay } from './time-phrases.ts';

const MINUTE_MS = 60_000;

export const listSizeTexts = {
  title: 'Size over time',
  label: 'Size of this list over time. Move between its changes with the arrow keys.',
  none: 'How long this list is over time shows here once it has been read.',
  failed: 'The size over time could not be loaded',
  retry: 'Try again',
  close: 'Close',
  columns: { from: 'From', until: 'Seen until', items: 'Items', change: 'Change' },
} as const;

/** "482 items", "no items". */
export function itemCount(rows: number, format: TextFormat = {}): string {
  return rows === 0 ? 'no items' : countOf(rows, 'item', 'items', format);
}

/** "+3", "−12"; at the first look, and where only the rows are others, nothing. */
export function sizeStep(
  point: ListSizePoint,
  before: ListSizePoint | undefined,
  format: TextFormat = {},
): string {
  const step = point.rows - (before?.rows ?? point.rows);
  if (step === 0) return '';
  return `${step > 0 ? '+' : '−'}${groupedNumber(Math.abs(step), format)}`;
}

/** "Today, 14:02", "Fri 20 Nov, 14:02". */
export function sizeMoment(atMs: number, nowMs: number, format: TextFormat = {}): string {
  return `${nearDay(atMs, nowMs, format)}, ${clockTime(atMs, format)}`;
}

/** "Fri 20 Nov, 14:02 to today, 15:20": for how long it was seen so; no time is named twice. */
export function sizeStretch(
  { atMs, untilMs }: ListSizePoint,
  nowMs: number,
  format: TextFormat = {},
): string {
  const from = momentWithin(atMs, nowMs, format);
  if (untilMs - atMs < MINUTE_MS) return from;
  return daysBetween(atMs, untilMs, format) === 0
    ? `${from} to ${clockTime(untilMs, format)}`
    : `${from} to ${momentWithin(untilMs, nowMs, format)}`;
}

/** Within a sentence: "today, 14:02", "Fri 20 Nov, 14:02". */
function momentWithin(atMs: number, nowMs: number, format: TextFormat): string {
  return sizeMoment(atMs, nowMs, format).replace(/^(Today|Yesterday)/, (day) => day.toLowerCase());
}

/** "482 items (+3), Fri 20 Nov, 14:02 to today, 15:20". */
export function sizeWords(
  point: ListSizePoint,
  before: ListSizePoint | undefined,
  nowMs: number,
  format: TextFormat = {},
): string {
  const step = sizeStep(point, before, format);
  const count = `${itemCount(point.rows, format)}${step === '' ? '' : ` (${step})`}`;
  return `${count}, ${sizeStretch(point, nowMs, format)}`;
}
