import type { RefreshOutcome } from '../connection.ts';
import { countOf, groupedNumber } from './quantities.ts';
import { REFRESH_OUTCOMES } from './refresh-record-texts.ts';
import type { TextFormat } from './text-format.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const accessPictureTexts = {
  label: 'How access was kept alive. Move between renewals with the arrow keys.',
  now: 'Now',
  received: 'Access received',
  planned: 'Will be renewed',
  /** The told moment, and what happened at it. */
  told: (time: string, what: string) => `${time}: ${what}`,
  spoken: (title: string, more: string) => (more === '' ? title : `${title}. ${more}`),
} as const;

/** "60 min", "2 h", "20 s", "0": a mark on an axis. */
export function shortSpan(spanMs: number, format: TextFormat = {}): string {
  if (spanMs === 0) return groupedNumber(0, format);
  if (spanMs >= 2 * HOUR_MS) return `${groupedNumber(spanMs / HOUR_MS, format)} h`;
  if (spanMs >= MINUTE_MS) return `${groupedNumber(spanMs / MINUTE_MS, format)} min`;
  return `${groupedNumber(spanMs / SECOND_MS, format)} s`;
}

/** "Renewed with 7 minutes left", "Renewed 3 hours after its end", "Spotify not reached". */
export function renewalPhrase(
  outcome: RefreshOutcome,
  leftMs: number | null,
  format: TextFormat = {},
): string {
  const what = REFRESH_OUTCOMES[outcome];
  if (leftMs === null || (outcome !== 'refreshed' && outcome !== 'taken-from-cache')) return what;
  return leftMs >= 0
    ? `${what} with ${spanPhrase(leftMs, format)} left`
    : `${what} ${spanPhrase(-leftMs, format)} after its end`;
}

function spanPhrase(spanMs: number, format: TextFormat): string {
  if (spanMs < MINUTE_MS) return 'less than a minute';
  return spanMs < 2 * HOUR_MS
    ? countOf(Math.floor(spanMs / MINUTE_MS), 'minute', 'minutes', format)
    : countOf(Math.floor(spanMs / HOUR_MS), 'hour', 'hours', format);
}
