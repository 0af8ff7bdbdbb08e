import { countOf } from './quantities.ts';
import type { TextFormat } from './text-format.ts';
import { daysBetween, untilPhrase } from './time-phrases.ts';

/** A notification of the desktop, in words. */
export interface NoticeWords {
  readonly title: string;
  readonly body: string;
}

/**
 * The coming end of a sign-in. Days are counted as on a calendar, so that "tomorrow" means what it
 * says, also where less than 24 hours are left or a few more.
 *
 * @param renewBeforeMs when the sign-in ends; later than `nowMs`
 */
export function renewalNoticeTexts(
  renewBeforeMs: number,
  nowMs: number,
  format: TextFormat = {},
): NoticeWords {
  return {
    title: `Your Spotify sign-in ends ${comingDay(renewBeforeMs, nowMs, format)}`,
    body: `It lasts ${untilPhrase(renewBeforeMs, nowMs, format)}. One click renews it, and your history is kept.`,
  };
}

/** "today", "tomorrow", "in 12 days": by the calendar. */
export function comingDay(atMs: number, nowMs: number, format: TextFormat): string {
  const days = daysBetween(nowMs, atMs, format);
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${countOf(days, 'day', 'days', format)}`;
}
