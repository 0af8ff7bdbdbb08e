import { countOf, groupedNumber } from './quantities.ts';
import type { TextFormat } from './text-format.ts';
import { nearDay } from './time-phrases.ts';

interface Changes {
  readonly added: number;
  readonly removed: number;
  readonly other: number;
}

export const daysTexts = {
  title: 'Last 14 days',
  label: 'Changes per day. Move between days with the arrow keys.',
  parts: { added: 'added', removed: 'removed', other: 'other' },
  columns: { day: 'Day', added: 'Added', removed: 'Removed', other: 'Other' },
  today: 'Today',
  none: 'No changes.',
} as const;

/** "42 changes in 14 days", "No changes in 14 days". */
export function allDaysTitle(changes: number, days: number, format: TextFormat = {}): string {
  const count = changes === 0 ? 'No changes' : countOf(changes, 'change', 'changes', format);
  return `${count} in ${countOf(days, 'day', 'days', format)}`;
}

/** "Yesterday: 3 changes", "Fri 20 Nov: no changes". */
export function dayTitle(
  dayStartMs: number,
  changes: number,
  nowMs: number,
  format: TextFormat = {},
): string {
  const count = changes === 0 ? 'no changes' : countOf(changes, 'change', 'changes', format);
  return `${nearDay(dayStartMs, nowMs, format)}: ${count}`;
}

/** "12 added". */
export function dayPart(part: keyof Changes, count: number, format: TextFormat = {}): string {
  return `${groupedNumber(count, format)} ${daysTexts.parts[part]}`;
}

/** "Yesterday: 3 changes, 2 added, 1 removed"; what there is none of is left out. */
export function dayWords(
  day: Changes & { readonly dayStartMs: number },
  nowMs: number,
  format: TextFormat = {},
): string {
  const parts = (['added', 'removed', 'other'] as const)
    .filter((part) => day[part] > 0)
    .map((part) => dayPart(part, day[part], format));
  const changes = day.added + day.removed + day.other;
  return [dayTitle(day.dayStartMs, changes, nowMs, format), ...parts].join(', ');
}
